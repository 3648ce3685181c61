"""Web pages: their characters, a cap on what is parsed, and what the page holds beside the article."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from onrecord.drafting.reading.formats.page import LeftOut, Page, line, number_of
from onrecord.drafting.reading.formats.refusing import too_long
from onrecord.drafting.reading.formats.unshown import take_out
from onrecord.drafting.reading.heads import DATELINE
from onrecord.drafting.reading.markup import HEADINGS, from_html
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
ELEMENTS, ATTRIBUTES, INLINE = 30_000, 300, 500  # of a page, of one element, within one element
LONGEST = 1_500_000  # characters that a page shows, more than an article has
INLINE_TAGS = frozenset("a abbr b cite code em font i mark q s small span strong sub sup u".split())  # noqa: SIM905
SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(https?://\S{1,2000}) -->")

BESIDE = frozenset("nav footer aside form script style noscript template button select dialog".split())  # noqa: SIM905
STANDFIRST = re.compile(
    r"(?:^|[\s_-])(?:stand-?first|lead|lede|dek|deck|sub-?title|sub-?head(?:line)?|chapo|summary)(?:$|[\s_-])",
    re.IGNORECASE,
)
KINDS = {
    "li": "list item",
    "p": "paragraph",
    "blockquote": "paragraph",
    "dd": "list item",
    "figcaption": "caption",
    "table": "table",
}
EMBEDDED = {"iframe": "framed page", "video": "video", "audio": "sound", "object": "embedded object"}
STOP = re.compile(r"[.!?…][”\"’')\]]{0,3}$")
FEWEST = 5  # words of a statement


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


def read_html(data: bytes, name: str, sheets: Mapping[str, str] = MappingProxyType({})) -> Page:
    """The article of a page in UTF-8; raises ProblemsError where there is none or the page is beyond any page.

    `sheets` are style sheets that were saved with the page, by their address.
    """
    text = data.decode("utf-8")
    tree, left_out = parsed(text, name), LeftOut()
    if tree is None:
        raise ProblemsError([problem("E-DRAFT-PAGE", name)])
    set_in(tree, sheets)
    page = from_html(in_letters(tree) if take_out(tree, left_out) else text)
    if page is None:
        raise ProblemsError([problem("E-DRAFT-PAGE", name)])
    saved = SAVED_FROM.search(text[:LOOKED_AT])
    said = (*left_out.said(name), *beside(tree, page).said(name), *around_said(tree, page, name))
    return page._replace(
        url=page.url or (saved[1] if saved else None), language=tree.get("lang") or "", said=said
    )._replace(standfirst=standfirst_in(tree, page), labels=labels_in(tree, page))


def standfirst_in(tree: HtmlElement, page: Page) -> str:
    """The first line of the article where the page marks or describes it as its summary, else ''."""
    first = page.text.partition("\n")[0]
    marked = (one for one in tree.xpath("//*[@class]") if STANDFIRST.search(one.get("class")))
    described = tree.xpath("//meta[@name='description' or @property='og:description']/@content")
    words = {line(one.text_content()) for one in marked} | {line(str(one)) for one in described}
    return first if first in words and "\n" in page.text and not DATELINE.match(first) else ""


def labels_in(tree: HtmlElement, page: Page) -> tuple[str, ...]:
    """The lines of the article that the page sets as headings of its parts."""
    headings = {line(one.text_content()) for one in tree.iter(*HEADINGS)}
    return tuple(row for row in page.text.split("\n") if row in headings)


def set_in(tree: HtmlElement, sheets: Mapping[str, str]) -> None:
    """Put style sheets in the place of the links to them."""
    for link in list(tree.iter("link")) if sheets else ():
        if link.get("rel", "").lower() == "stylesheet" and link.get("href", "") in sheets:
            link.tag, link.text = "style", sheets[link.attrib.pop("href")]


def in_letters(tree: HtmlElement) -> str:
    """The page written out again."""
    from lxml import html

    return str(html.tostring(tree, encoding="unicode", doctype="<!DOCTYPE html>"))


def parsed(text: str, name: str) -> HtmlElement | None:
    """The page's elements, None where there are none; raises ProblemsError where there are too many to read."""
    from lxml import etree, html

    cap_tags(text, name)
    try:
        tree = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return None
    cap(sum(map(visible, tree.iter())), LONGEST, "characters", name)
    cap(max(map(marks, tree.iter())), INLINE, "links and marks in one paragraph", name)
    return tree


def cap(number: int, most: int, what: str, name: str) -> None:
    """Raise ProblemsError where there are more than `most`."""
    if number > most:
        raise too_long(name, f"{number:,} {what}", f"{most:,}")


def cap_tags(text: str, name: str) -> None:
    """Raise ProblemsError where a page has more elements, or an element more attributes, than any page needs.

    The parser compares each attribute with all before it, so they are counted before it sees them.
    """
    cap(text.count("<"), 4 * ELEMENTS, "marks of elements", name)
    tags = [tag[0] for tag in TAG.finditer(text)]
    cap(len(tags), ELEMENTS, "elements", name)
    long = (tag for tag in tags if len(tag) > 2 * ATTRIBUTES)
    cap(
        max((len(QUOTED.sub("x", tag).split()) for tag in long), default=0),
        ATTRIBUTES,
        "attributes of one element",
        name,
    )


def marks(element: HtmlElement) -> int:
    """The links and marks right below an element."""
    return sum(child.tag in INLINE_TAGS for child in element)


def visible(element: HtmlElement) -> int:
    """The characters of an element's own text and of what follows it; of a program or style sheet none of its own."""
    return len(element.tail or "") + (0 if element.tag in ("script", "style") else len(element.text or ""))


def beside(tree: HtmlElement, page: Page) -> LeftOut:
    """What the page holds in its main part and the article does not: statements, tables, captions, pictures."""
    left_out = LeftOut()
    read = Read(page.whole)
    for element in shown(tree):
        words = " ".join(element.itertext()) if element.tag in KINDS else ""
        if element.tag in EMBEDDED:
            left_out.add(EMBEDDED[str(element.tag)])
        elif element.tag == "img" and in_article(element):
            left_out.add("picture", element.get("alt", ""))
        elif words and is_lost(element, line(words), read):
            left_out.add(KINDS[str(element.tag)], words)
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


def around_said(tree: HtmlElement, page: Page, name: str) -> list[str]:
    """One sentence on what stands around the article and is not read: kinds with counts."""
    read, found = Read(page.text), dict.fromkeys(AROUND, 0)
    for kind, path in AROUND.items():
        for element in tree.xpath(path)[:MOST_CELLS]:
            words = line(element.text_content())
            found[kind] += bool(words) and not read.holds(words)
    kinds = [number_of(kind, [""] * number) for kind, number in found.items() if number]
    return [f"{name}: left out around the article: {', '.join(kinds)}"] if kinds else []


CLASSED = "//*[contains(concat(' ', @class), ' %s')]"
AROUND = {
    "menu": "//nav",
    "page footer": "//footer",
    "aside": "//aside",
    "byline": CLASSED % "byline",
    "comment section": CLASSED % "comments",
}


def in_article(element: HtmlElement) -> bool:
    return any(True for _ in element.iterancestors("article", "main", "figure"))


def is_lost(element: HtmlElement, words: str, read: Read) -> bool:
    """Whether these words say something and the article as read does not hold them."""
    if element.tag == "table":
        cells = [cell.text_content() for cell in element.iter("td", "th")]
        return len(cells) > 2 and not all(map(read.holds, cells[:MOST_CELLS]))
    holds = any(True for _ in element.iterchildren(*KINDS))
    if element.tag != "figcaption" and (holds or not is_statement(words)):
        return False
    return not read.holds(words)


def is_statement(words: str) -> bool:
    """Whether these are five words or more that end in a stop."""
    return STOP.search(words[-4:]) is not None and len(words.split(maxsplit=FEWEST)) >= FEWEST


class Read:
    """The letters of an article as read, to look words up in."""

    def __init__(self, text: str):
        self.letters = key(text)
        self.beginnings = {key(row)[:COMPARED] for row in text.splitlines()}
        self.looked_for = 0

    def holds(self, words: str) -> bool:
        """Whether the article has words that begin like these; after some hundred misses only where a line begins."""
        beginning = key(words[: 3 * COMPARED])[:COMPARED]
        if beginning in self.beginnings or not beginning:
            return True
        self.looked_for += 1
        return self.looked_for < MOST_LOOKED_FOR and beginning in self.letters


MOST_LOOKED_FOR = 500
MOST_CELLS = 200
COMPARED = 80  # letters by which a paragraph is known again


def key(words: str) -> str:
    """Letters and digits alone: what stays of a text under any spacing and marks."""
    return "".join(filter(str.isalnum, words))
