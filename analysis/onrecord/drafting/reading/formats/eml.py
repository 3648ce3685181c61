"""Mails (.eml): a release, a newsletter, or an article that somebody sent on."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from email.message import EmailMessage
from typing import TYPE_CHECKING, NamedTuple, cast

from onrecord.drafting.reading.formats.html import in_utf8, parsed
from onrecord.drafting.reading.formats.mail import header, header_names, message
from onrecord.drafting.reading.formats.page import LeftOut, Page, line, lines
from onrecord.drafting.reading.formats.refusing import refused
from onrecord.drafting.reading.formats.unwrapping import unwrapped
from onrecord.drafting.reading.heads import FULL_DATE, date_of
from onrecord.drafting.reading.markup import BLOCKS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SENT_ON = re.compile(r"^(?:fwd?|wg|tr|rv)\s*:", re.IGNORECASE)
PREFIX = re.compile(r"^(?:(?:re|aw|fwd?|wg|tr|rv)\s*:\s*)+", re.IGNORECASE)
FORWARDED = re.compile(
    r"^-{2,}\s*(?:forwarded message|original message)\s*-{2,}\s*$|^begin forwarded message:\s*$", re.I
)
ANSWERED = re.compile(r"^on\b.{5,200}\bwrote:\s*$", re.IGNORECASE)
FIELD = re.compile(r"^\W{0,2}(from|sent|date|to|cc|subject|reply-to)\W{0,2}:\W{0,2}\s+(.*)$", re.IGNORECASE)
SIGNATURE = re.compile(r"^--\s?$|^sent from my \w+", re.IGNORECASE)
FEW = 25  # words of a text part that only says to look at the other one


class Facts(NamedTuple):
    """What the headers say: subject, sender and day ('' or None: nothing that the article can be told by)."""

    subject: str
    sender: str
    day: datetime.date | None


def is_eml(data: bytes) -> bool:
    names = header_names(data)
    return {b"from", b"date"} <= names and bool(names & {b"mime-version", b"message-id", b"received"})


def read_eml(data: bytes, name: str) -> Page:
    """The words of the mail, with subject, sender and day; of a mail sent on, those of the mail that it holds."""
    mail = message(data, name)
    left_out = LeftOut()
    facts = facts_of(mail)
    text = words_of(mail, left_out, name)
    if SENT_ON.match(header(mail, "subject")):
        facts, text = sent_on(facts, text, left_out)
    paragraphs = unwrapped(without_quotes(text, left_out))
    for part in mail.iter_attachments():
        left_out.add("attachment", part.get_filename() or part.get_content_type())
    if not paragraphs:
        attached = ", ".join(words for words in left_out.kinds.get("attachment", ()))
        remedy = (
            f"save what is attached and draft that: {attached}" if attached else "draft the mail that holds the article"
        )
        raise refused(name, "it is a mail without words of its own", remedy)
    return Page(
        "\n".join(paragraphs),
        facts.subject,
        facts.sender,
        facts.day,
        publisher_basis="the mail's sender",
        published_basis="the mail's date",
        headed=facts.subject in paragraphs,
        said=left_out.said(name),
    )


def facts_of(mail: EmailMessage) -> Facts:
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
    data, _ = in_utf8(cast(bytes, part.get_payload(decode=True) or b""), name, part.get_content_charset() or "")
    tree = parsed(data.decode("utf-8", "replace"), name)
    if tree is None:
        return ""
    for picture in tree.iter("img"):
        if alternative := picture.get("alt", "").strip():
            left_out.add("picture", alternative)
    return "\n\n".join(blocks(tree))


def blocks(tree: HtmlElement) -> Iterator[str]:
    """The words of each block that holds no other, `> ` before what is quoted."""
    for element in tree.iter("br"):
        element.tail = "\n" + (element.tail or "")
    for element in tree.iter(*BLOCKS, "div"):
        if any(True for _ in element.iterdescendants(*BLOCKS, "div")) or is_styling(element):
            continue
        mark = "> " if any(map(is_quoted, element.iterancestors())) or is_quoted(element) else ""
        yield "\n".join(mark + words for words in lines(element.text_content()))


def is_styling(element: HtmlElement) -> bool:
    return any(True for _ in element.iter("style", "script")) or "display:none" in element.get("style", "").replace(
        " ", ""
    )


def is_quoted(element: HtmlElement) -> bool:
    """Whether a mail program marks the element as another mail that is quoted."""
    return (element.tag == "blockquote" and element.get("type") == "cite") or "gmail_quote" in element.get("class", "")


def sent_on(facts: Facts, text: str, left_out: LeftOut) -> tuple[Facts, str]:
    """Facts and text of the mail that another one sends on; what stands before it is left out.

    Whoever sends it on did not write it: without a head of its own there is neither sender nor day.
    """
    rows = [re.sub(r"^(?:>\s?)+", "", row) for row in text.split("\n")]
    start = next((k for k, row in enumerate(rows) if FORWARDED.match(row.strip())), None)
    if start is None:
        start = next((k - 1 for k, row in enumerate(rows) if FIELD.match(row.strip())), None)
    if start is None:
        return Facts(facts.subject, "", None), "\n".join(rows)
    if note := line(" ".join(rows[: start + 1][:-1] if start >= 0 else [])):
        left_out.add("covering note", note)
    rows = rows[start + 1 :]
    end = 0
    fields: dict[str, str] = {}
    while end < len(rows) and (not rows[end].strip() or FIELD.match(rows[end].strip())):
        if found := FIELD.match(rows[end].strip()):
            fields.setdefault(found[1].lower(), found[2])
        end += 1
    return forwarded_facts(facts, fields), "\n".join(rows[end:])


def forwarded_facts(facts: Facts, fields: dict[str, str]) -> Facts:
    """What the head of a mail sent on says."""
    sender = line(re.sub(r"[<\[(].*", "", fields.get("from", ""))).strip("\"' *")
    day = FULL_DATE.search(fields.get("date", fields.get("sent", "")))
    subject = PREFIX.sub("", fields.get("subject", "")) or facts.subject
    return Facts(line(subject), "" if "@" in sender else sender, date_of(day) if day else None)


def without_quotes(text: str, left_out: LeftOut) -> str:
    """The rows of a mail without those that quote another mail, and without its signature."""
    kept: list[str] = []
    rows = text.split("\n")
    for number, row in enumerate(rows):
        bare = row.strip()
        if (SIGNATURE.match(bare) or FORWARDED.match(bare)) and any(map(str.strip, kept)):
            rest = " ".join(rows[number + 1 :])
            left_out.add("signature" if SIGNATURE.match(bare) else "quoted mail", rest)
            break
        if bare.startswith(">"):
            left_out.add("quoted line", bare.lstrip("> "))
        elif not ANSWERED.match(bare):
            kept.append(row)
    return "\n".join(kept)
