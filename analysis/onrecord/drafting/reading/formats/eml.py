"""Mails (.eml): a release, a newsletter, or an article that somebody sent on."""

from __future__ import annotations

import re
from email.message import EmailMessage
from typing import TYPE_CHECKING, cast

from onrecord.drafting.reading.formats.forwarding import PREFIX, SENT_ON, Facts, sent_on, without_quotes
from onrecord.drafting.reading.formats.html import in_utf8, parsed
from onrecord.drafting.reading.formats.mail import decoded, header, header_names, message
from onrecord.drafting.reading.formats.page import LeftOut, Page, line
from onrecord.drafting.reading.formats.refusing import refusal
from onrecord.drafting.reading.formats.unshown import take_out
from onrecord.drafting.reading.formats.unwrapping import unwrapped
from onrecord.drafting.reading.markup import BLOCKS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FEW = 25  # words of a text part that only says to look at the other one
LAID_OUT = (*BLOCKS, "div", "tr", "table", "ul", "ol", "section", "article", "center", "hr")  # each begins a line
LINE_BREAK = "br"
UNSHOWN = ("style", "script", "head", "title")


def is_eml(data: bytes) -> bool:
    names = header_names(data)
    return {b"from", b"date"} <= names and bool(names & {b"mime-version", b"message-id", b"received"})


def read_eml(data: bytes, name: str) -> Page:
    """The words of the mail, with subject, sender and day; of a mail sent on, those of the mail that it holds.

    Raises ProblemsError where it has no words of its own.
    """
    mail = message(data, name)
    left_out = LeftOut()
    facts, text = facts_of(mail), words_of(mail, left_out, name)
    if SENT_ON.match(header(mail, "subject")):
        facts, text = sent_on(facts, text, left_out)
    paragraphs = unwrapped(without_quotes(text, left_out))
    attached = [part.get_filename() or part.get_content_type() for part in mail.iter_attachments()]
    for one in attached:
        left_out.add("attachment", one)
    if not paragraphs:
        remedy = f"save what is attached and draft that: {', '.join(attached)}" if attached else "save the mail anew"
        raise refusal(name, "it is a mail without words of its own", remedy)
    return page_from(facts, paragraphs)._replace(said=left_out.said(name))


def page_from(facts: Facts, paragraphs: list[str]) -> Page:
    """The page that a mail makes; its subject is the headline."""
    return Page(
        "\n".join(paragraphs),
        facts.subject,
        facts.sender,
        facts.day,
        publisher_basis="the mail's sender",
        published_basis="the mail's date",
        headed=facts.subject in paragraphs,
    )


def facts_of(mail: EmailMessage) -> Facts:
    """What the headers say."""
    date = getattr(mail.get("date"), "datetime", None)
    addresses = getattr(mail.get("from"), "addresses", ())
    sender = line(addresses[0].display_name) if addresses else ""
    return Facts(PREFIX.sub("", header(mail, "subject")), sender, date.date() if date else None)


def words_of(mail: EmailMessage, left_out: LeftOut, name: str) -> str:
    """The text of the mail: its plain part, or its page where the plain one only says to look there."""
    plain, page = mail.get_body(("plain",)), mail.get_body(("html",))
    words = flowed(cast(EmailMessage, plain)) if plain is not None else ""
    if page is None or len(words.split()) >= FEW:
        return words
    return page_words(cast(EmailMessage, page), left_out, name) or words


def flowed(part: EmailMessage) -> str:
    """The words of a plain part; lines that a mail program broke and marked are joined."""
    text = str(part.get_content()).replace("\r\n", "\n")
    if part.get_param("format") != "flowed":
        return text
    return re.sub(r"(?m)(?<!^--)( )\n(?![>\n])", "" if part.get_param("delsp") == "yes" else r"\1", text)


def page_words(part: EmailMessage, left_out: LeftOut, name: str) -> str:
    """The words of a mail's page, its blocks parted by blank lines; what it quotes is marked as in a plain mail."""
    data, _ = in_utf8(decoded(part), name, part.get_content_charset() or "")
    tree = parsed(data.decode("utf-8", "replace"), name)
    if tree is None:
        return ""
    take_out(tree, left_out)
    for picture in tree.iter("img"):
        if alternative := picture.get("alt", "").strip():
            left_out.add("picture", alternative)
    return shown(tree)


def shown(element: HtmlElement) -> str:
    """The words of an element, a blank line before and behind each block, `> ` before what is quoted."""
    if element.tag == LINE_BREAK:
        return "\n"
    if not isinstance(element.tag, str) or element.tag in UNSHOWN:
        return ""
    parts = [line_kept(element.text), *(shown(child) + line_kept(child.tail) for child in element)]
    words = "".join(parts)
    if is_quoted(element):
        words = "\n".join(f"> {row}" for row in words.split("\n") if row.strip())
    return f"\n\n{words}\n\n" if element.tag in LAID_OUT else words


def line_kept(words: str | None) -> str:
    """Words of a page, in which a line's end is a blank like any other."""
    return re.sub(r"\s+", " ", words or "")


def is_quoted(element: HtmlElement) -> bool:
    """Whether a mail program marks the element as another mail that is quoted."""
    return (element.tag == "blockquote" and element.get("type") == "cite") or "gmail_quote" in element.get("class", "")
