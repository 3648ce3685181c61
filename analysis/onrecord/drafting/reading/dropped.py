"""From what an analyst drops in, a file or its bytes, to an article that can be drafted."""

from __future__ import annotations

import datetime
import sys
import unicodedata
from pathlib import Path
from typing import NamedTuple

from onrecord.drafting.reading.formats.page import Page
from onrecord.drafting.reading.formats.registry import LARGEST, READ, page_of
from onrecord.drafting.reading.heads import date_line, heads
from onrecord.drafting.reading.language import is_english
from onrecord.problems import ProblemsError, problem

LONGEST = 1_000_000  # code points of an article: what is longer is none


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
    """The article in `source`: a file, ``-`` for the standard input, or bytes; arguments go before finds.

    Raises ProblemsError for what cannot be read, is no article, or is not English.
    """
    data, name = read_bytes(source)
    page = page_of(data, name)
    words = article_words(page, name)
    headline, standfirst = heads(words)
    found = None if published else page.published or date_line(words)
    return Dropped(
        words,
        unicodedata.normalize("NFC", page.headline) or headline,
        unicodedata.normalize("NFC", page.standfirst) or standfirst,
        publisher or page.publisher,
        basis(publisher, page.publisher, page.publisher_basis),
        published or found,
        basis(published, found, page.published_basis if page.published else "the article gives its date"),
        url or page.url,
        [*page.said, *language_said(page.language, name)],
    )


def basis(given: object, found: object, where: str) -> str:
    """How a fact is known: by an argument, or else by `where` it was found; '' where neither has it."""
    return "given with the article" if given else where if found else ""


def language_said(declared: str, name: str) -> list[str]:
    """A sentence where a file that reads as English says that it is in another language."""
    other = declared and not declared.lower().startswith("en")
    return [f"{name}: it says that its language is {declared}; it was read as English"] if other else []


def article_words(page: Page, name: str) -> str:
    """Headline and text of a page; raises ProblemsError where they are no English article."""
    text = unicodedata.normalize("NFC", page.whole)
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
    """The first bytes of a file; raises ProblemsError where it cannot be read, or is a link to another place."""
    if path.is_symlink() and not path.is_fifo():
        remedy = "name the file that it leads to, or copy it"
        raise ProblemsError([problem("E-FILE", path.name, found=f"{path} is a symbolic link", remedy=remedy)])
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        found, remedy = (
            f"it is not readable: {error.strerror}",
            f"name a file of one of these formats, or -: {READ}",
        )
        raise ProblemsError([problem("E-FILE", path.name, found=found, remedy=remedy)]) from None
