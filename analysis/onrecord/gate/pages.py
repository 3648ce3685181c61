"""What the gate asks of a page, one question a function; each gives what it found and the remedy."""

from __future__ import annotations

import base64
import copy
import hashlib
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from lxml import html

from onrecord.coding.vocabularies import LIKELIHOOD_WORDS
from onrecord.gate.rendered import Refusal, RenderedFile

# what is no sentence of a briefing: the article's own words, what the page says of itself, the analyst's own
_NOT_CLAIMED = (
    "ancestor-or-self::header or ancestor-or-self::aside or ancestor-or-self::footer or ancestor-or-self::figure "
    "or ancestor-or-self::section[@id='sources' or @id='colophon'] or ancestor-or-self::table or ancestor::dl"
)
_QUOTED = (
    "//q | //aside[contains(@class,'judgement')] | //section[@id='sources'] | //*[contains(@class,'content')] "
    "| //*[contains(@class,'verbatim')] | //header[@class='banner']/p[@class='subtitle'] | //script | //style"
)
_SHOWN = 60  # letters of a sentence
_MORE = "rebuild it, and edit no rendered file"


def untraced(file: RenderedFile) -> Iterator[Refusal]:
    """Sentences without a citation, or with one that leads to no row of the source list."""
    rows = {row for node in file.page.xpath("//*[@data-row]") for row in node.get("data-row").split()}
    listed = {f"#{place}" for place in file.page.xpath("//section[@id='sources']//@id")}
    for claim in file.page.xpath("//span[contains(concat(' ', @class, ' '), ' claim ')]"):
        cited = [row for link in _cites(claim) for row in link.get("data-rows", "").split()]
        if not cited or set(cited) - rows:
            yield f"a sentence leads back to nothing: {_short(claim)}", _MORE
    for block in file.page.xpath(f"//article//p[not({_NOT_CLAIMED})] | //article//li[not({_NOT_CLAIMED})]"):
        traced = block.get("class") or block.xpath(".//span[contains(@class,'claim')]") or _leads_to(block, listed)
        if not traced and block.text_content().strip():
            yield f"words without a citation: {_short(block)}", "cite a sentence, as in [S04], or leave them out"


def _cites(node: html.HtmlElement) -> list[html.HtmlElement]:
    return node.xpath(".//a[contains(concat(' ', @class, ' '), ' cite ')]")


def _leads_to(block: html.HtmlElement, listed: set[str]) -> bool:
    """Whether a citation stands there, of rows or of a sentence of the source list."""
    return bool(_cites(block)) or any(link.get("href") in listed for link in block.iter("a"))


def loose_links(file: RenderedFile) -> Iterator[Refusal]:
    """Links to no place of the page, and to no file of the shelf."""
    ids = set(file.page.xpath("//@id"))
    for address in dict.fromkeys(map(str, file.page.xpath("//a/@href"))):
        parts = urlsplit(address)
        if parts.scheme in ("http", "https", "mailto"):
            continue
        if parts.scheme or parts.netloc:
            yield f"a link leads out by {parts.scheme or 'a host'}: {address[:_SHOWN]}", "link https or the shelf"
        elif parts.path and not _is_on_shelf(file, unquote(parts.path)):
            yield f"a link leads to no file of the shelf: {address[:_SHOWN]}", "build what is missing, or all anew"
        elif not parts.path and unquote(parts.fragment) not in ids:
            yield f"a link leads to no place of the page: {address[:_SHOWN]}", _MORE


def _is_on_shelf(file: RenderedFile, path: str) -> bool:
    target = (file.path.parent / path).resolve()
    return target.is_relative_to(file.reports.resolve()) and target.exists()


def without_words(file: RenderedFile) -> Iterator[Refusal]:
    """Pictures without a text alternative."""
    for image in file.page.xpath("//main//img[not(@alt) or (not(normalize-space(@alt)) and not(@aria-hidden))]"):
        if not image.xpath("ancestor::p[@class='house']"):
            yield "a picture has no text alternative", "give it one: ![what it shows](file.png)"
    for svg in file.page.xpath("//main//*[local-name()='svg'][not(@aria-hidden='true')]"):
        named = svg.get("aria-label") or svg.get("aria-labelledby") or svg.xpath("./*[local-name()='title']/text()")
        if not named:
            yield "a drawing has no text alternative", "give it one"


def likely_words(file: RenderedFile) -> Iterator[Refusal]:
    """Words of likelihood outside the analyst's box and the article's own words."""
    page = copy.deepcopy(file.page)
    for node in page.xpath(_QUOTED):
        node.drop_tree()
    remedy = "say it in judgements.csv, with its confidence"
    for part in page.xpath("//main//p | //main//li | //main//td | //main//figcaption"):
        if word := LIKELIHOOD_WORDS.search(" ".join(part.text_content().split())):
            yield f"{word[0]!r} stands outside the analyst's box: {_short(part)}", remedy


def active(file: RenderedFile) -> Iterator[Refusal]:
    """Scripts that are not the page's own, and what a reader's machine would fetch."""
    policy = "".join(file.page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content"))
    if "default-src 'none'" not in policy:
        yield "the page has no policy that forbids to fetch", _MORE
    for script in file.page.xpath("//script"):
        digest = base64.b64encode(hashlib.sha256((script.text or "").encode()).digest()).decode()
        if script.get("src") or f"'sha256-{digest}'" not in policy:
            yield "the page holds a script that is not its own", _MORE
    if file.page.xpath("//@*[starts-with(name(), 'on')]") or file.page.xpath(
        "//iframe | //object | //embed | //form | //base"
    ):
        yield "the page holds what acts on a reader", _MORE
    fetched = [*file.page.xpath("//link/@href"), *file.page.xpath("//@src"), *re.findall(r"url\((.*?)\)", file.text)]
    if outside := next((one for one in fetched if not str(one).strip("'\"").startswith(("data:", "#"))), None):
        yield f"the page fetches {str(outside)[:_SHOWN]}", "save it in the project"


def quoted_words(file: RenderedFile) -> int:
    """How many words of the article a page prints: its source list, or what it quotes where that is more."""
    listed = file.page.xpath("//section[@id='sources']//*[contains(@class,'verbatim')]")
    quoted = file.page.xpath("//main//q[not(ancestor::section[@id='sources'])]")
    return max(sum(len(node.text_content().split()) for node in nodes) for nodes in (listed, quoted))


def _short(node: html.HtmlElement) -> str:
    words = " ".join(node.text_content().split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
