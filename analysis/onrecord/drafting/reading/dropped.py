"""From what an analyst drops in, a file or its bytes, to an article that can be drafted."""

from __future__ import annotations

import datetime
import re
import sys
import unicodedata
from pathlib import Path
from typing import NamedTuple

from onrecord.coding.changing.creating import article_text
from onrecord.drafting.reading.heads import date_line, heads
from onrecord.drafting.reading.language import is_english
from onrecord.drafting.reading.markup import Page, from_html, from_markdown
from onrecord.problems import ProblemsError, problem

LARGEST = 4_000_000  # bytes of a page with all its markup
LONGEST = 1_000_000  # code points of an article: what is longer is none
HTML, MARKDOWN = (".html", ".htm", ".xhtml"), (".md", ".markdown")
IS_HTML = re.compile(rb"\s*(?:<!doctype html|<html|<\?xml)", re.IGNORECASE)


class Dropped(NamedTuple):
    """An article as read: its text with headline and standfirst in it, and what was put right on the way."""

    text: str
    headline: str
    standfirst: str
    publisher: str
    publisher_basis: str
    published: datetime.date | None
    published_basis: str
    url: str | None
    said: list[str]


def read(
    source: Path | str | bytes,
    *,
    publisher: str = "",
    published: datetime.date | None = None,
    url: str | None = None,
) -> Dropped:
    """The article in `source`: .txt, .md, .html, ``-`` for the standard input, or bytes; arguments go before finds.

    Raises ProblemsError for what cannot be read, is no article, or is not English.
    """
    data, name = read_bytes(source)
    require_short(len(data), LARGEST, "bytes", name)
    text, said = article_text(data) if isinstance(source, bytes) or str(source) == "-" else article_text(Path(source))
    page = page_of(text, data, name)
    words = article_words(page, name)
    headline, standfirst = heads(words)
    found = None if published else page.published or date_line(words)
    return Dropped(
        words,
        unicodedata.normalize("NFC", page.headline) or headline,
        standfirst,
        publisher or page.publisher,
        basis(publisher, page.publisher, "the page names it"),
        published or found,
        basis(published, found, "the article gives its date"),
        url or page.url,
        said,
    )


def basis(given: object, found: object, where: str) -> str:
    """How a fact is known: by an argument, or else by `where` it was found; '' where neither has it."""
    return "given with the article" if given else where if found else ""


def article_words(page: Page, name: str) -> str:
    """Headline and text of a page; raises ProblemsError where they are no English article."""
    text = unicodedata.normalize("NFC", "\n".join(filter(None, [page.headline, page.text])))
    require_short(len(text), LONGEST, "characters", name)
    if not any(map(str.isalnum, text)):
        raise ProblemsError([problem("E-TEXT-EMPTY", name)])
    if not is_english(text):
        raise ProblemsError([problem("E-DRAFT-LANGUAGE", name, file_name=name)])
    return text


def require_short(length: int, limit: int, unit: str, name: str) -> None:
    """Raises ProblemsError (E-DRAFT-LONG) where `length` is beyond `limit`, both in `unit`."""
    if length > limit:
        raise ProblemsError([problem("E-DRAFT-LONG", name, found=f"{length:,} {unit}", limit=f"{limit:,}")])


def read_bytes(source: Path | str | bytes) -> tuple[bytes, str]:
    """The bytes of `source`, and the name by which a problem calls it; raises ProblemsError.

    One byte too many is enough of what is too large.
    """
    if isinstance(source, bytes):
        return source, "article.txt"
    if str(source) == "-":
        return sys.stdin.buffer.read(LARGEST + 1), "standard input"
    return read_file(Path(source)), Path(source).name


def read_file(path: Path) -> bytes:
    """The first bytes of a file; raises ProblemsError where it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        found, remedy = f"{path} is not readable: {error.strerror}", "name a .txt, .md or .html file, or -"
        raise ProblemsError([problem("E-FILE", path.name, found=found, remedy=remedy)]) from None


def page_of(text: str, data: bytes, name: str) -> Page:
    """The text as it is, or the article in it where it is a web page or Markdown; raises ProblemsError."""
    kind = Path(name).suffix.lower()
    if kind in HTML or IS_HTML.match(data):
        return article_of(text, name)
    return from_markdown(text) if kind in MARKDOWN else Page(text)


def article_of(html: str, name: str) -> Page:
    """The article of a web page; raises ProblemsError (E-DRAFT-PAGE) where it has none."""
    page = from_html(html)
    if page is None:
        raise ProblemsError([problem("E-DRAFT-PAGE", name)])
    return page
