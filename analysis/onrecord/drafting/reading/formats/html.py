"""Web pages: their characters, a cap on what is parsed, and what the page holds beside the article."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.drafting.reading.formats.page import LeftOut, Page
from onrecord.drafting.reading.formats.refusing import too_long
from onrecord.drafting.reading.markup import from_html
from onrecord.problems import ProblemsError, problem

if TYPE_CHECKING:
    from lxml.html import HtmlElement

IS_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,300}?-->\s*)?(?:<!doctype html|<html|<\?xml)", re.IGNORECASE | re.DOTALL
)
CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\s[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,30})""", re.IGNORECASE
)
LOOKED_AT = 8_000  # bytes in which a page declares its charset, and where it was saved from
WEB_CHARSETS = re.compile(
    r"utf_16.*|iso8859_.*|cp(?:125\d|866|874|932|949|950)|koi8_.|mac_(?:roman|cyrillic)|gb.*|big5|shift_jis|euc_.*"
)
READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252"}  # what browsers read where a page declares these
MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))

TAG = re.compile(r"""<[a-zA-Z](?:[^>"'<]|"[^"]*"|'[^']*')*+""")
QUOTED = re.compile(r"""(["']).*?\1""", re.DOTALL)
ELEMENTS, ATTRIBUTES, INLINE = 60_000, 300, 2_000  # of a page, of one element, within one element
INLINE_TAGS = frozenset("a abbr b br cite code em font i mark q s small span strong sub sup u".split())  # noqa: SIM905
SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://\S{1,2000}) -->")

BESIDE = frozenset("nav footer aside form script style noscript template button select dialog".split())  # noqa: SIM905
KINDS = {
    "li": "list item",
    "p": "paragraph",
    "blockquote": "paragraph",
    "dd": "list item",
    "figcaption": "caption",
    "table": "table",
}
EMBEDDED = {"iframe": "framed page", "video": "video", "audio": "sound", "object": "embedded object"}
STATEMENT = re.compile(r"(?:\S+\s+){4,}.*[.!?…][”\"’')\]]*$", re.DOTALL)  # five words and a stop


def is_html(data: bytes) -> bool:
    return IS_HTML.match(data) is not None


def in_utf8(data: bytes, name: str, charset: str = "") -> tuple[bytes, list[str]]:
    """The page in UTF-8, and what was rewritten: the charset that it declares is believed where all its bytes fit."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return rewritten(data, name, encoding, "its byte order mark says")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        declared = CHARSET.search(data[:LOOKED_AT])
        encoding = known(charset or (declared[1].decode("ascii") if declared else ""))
        return rewritten(data, name, encoding, "it declares") if encoding else (data, [])
    return data, []


def rewritten(data: bytes, name: str, encoding: str, why: str) -> tuple[bytes, list[str]]:
    """The bytes in UTF-8 where they fit the encoding, else as they are."""
    try:
        return data.decode(encoding).encode(), [f"{name}: read as {encoding}, as {why}"]
    except UnicodeError:
        return data, []


def known(charset: str) -> str:
    """The codec for a charset's name, where pages are written in it; else ''."""
    try:
        codec = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return ""
    codec = READ_AS.get(codec, codec)
    return codec if WEB_CHARSETS.fullmatch(codec.replace("-", "_")) else ""


def read_html(data: bytes, name: str) -> Page:
    """The article of a page in UTF-8; raises ProblemsError where there is none or the page is beyond any page."""
    text = data.decode("utf-8")
    tree = parsed(text, name)
    page = from_html(text)
    if page is None:
        raise ProblemsError([problem("E-DRAFT-PAGE", name)])
    saved = SAVED_FROM.search(text[:LOOKED_AT])
    left_out = beside(tree, page) if tree is not None else LeftOut()
    language = tree.get("lang") or "" if tree is not None else ""
    return page._replace(url=page.url or (saved[1] if saved else None), language=language, said=left_out.said(name))


def parsed(text: str, name: str) -> HtmlElement | None:
    """The page's elements, None where there are none; raises ProblemsError where there are too many to read."""
    from lxml import etree, html

    for tag in TAG.finditer(text):
        if len(tag[0]) > 2 * ATTRIBUTES and (number := len(QUOTED.sub("x", tag[0]).split())) > ATTRIBUTES:
            raise too_long(name, f"{number:,} attributes of one element", f"{ATTRIBUTES:,}")
    if (number := text.count("<")) > 2 * ELEMENTS:
        raise too_long(name, f"{number:,} marks of elements", f"{2 * ELEMENTS:,}")
    try:
        tree = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return None
    for element in tree.iter():
        number = sum(child.tag in INLINE_TAGS for child in element)
        if number > INLINE:
            raise too_long(name, f"{number:,} links and marks in one paragraph", f"{INLINE:,}")
    return tree


def beside(tree: HtmlElement, page: Page) -> LeftOut:
    """What the page holds in its main part and the article does not: statements, tables, captions, pictures."""
    left_out = LeftOut()
    read = key(page.whole)
    for element in shown(tree):
        words = element.text_content() if element.tag in KINDS else ""
        if element.tag in EMBEDDED:
            left_out.add(EMBEDDED[element.tag])
        elif element.tag == "img" and in_article(element):
            left_out.add("picture", element.get("alt", ""))
        elif words and is_lost(element, " ".join(words.split()), read):
            left_out.add(KINDS[element.tag], words)
    return left_out


def shown(element: HtmlElement) -> Iterator[HtmlElement]:
    """The elements below `element`, without menus, footers and the like, and without what is in a table or caption."""
    for child in element.iterchildren("*"):
        if child.tag in BESIDE or (child.tag == "header" and not in_article(child)):
            continue
        yield child
        if child.tag not in WHOLE:
            yield from shown(child)


WHOLE = ("table", "figcaption")


def in_article(element: HtmlElement) -> bool:
    return any(True for _ in element.iterancestors("article", "main", "figure"))


def is_lost(element: HtmlElement, words: str, read: str) -> bool:
    """Whether these words say something and the article as read does not hold them."""
    if element.tag == "table":
        cells = [key(cell.text_content()) for cell in element.iter("td", "th")]
        return len(cells) > 2 and any(cell and cell not in read for cell in cells[:MOST_CELLS])
    if element.tag != "figcaption" and (not STATEMENT.match(words) or any(True for _ in element.iterchildren(*KINDS))):
        return False
    return key(words)[:COMPARED] not in read


MOST_CELLS = 200
COMPARED = 80  # letters by which a paragraph is known again


def key(words: str) -> str:
    """Letters and digits alone: what stays of a text under any spacing and marks."""
    return "".join(filter(str.isalnum, words))
