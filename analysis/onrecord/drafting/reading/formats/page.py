"""What a reader of files gives: the article as far as the file tells it, and what was left out."""

from __future__ import annotations

import datetime
from typing import NamedTuple

SHOWN = 60  # code points of what was left out, for the analyst to know it again


class Page(NamedTuple):
    """The text of a file, a paragraph a line, and what the file says of it ('' or None: nothing).

    `labels` are the lines that are headings of its parts; `headed` is whether the headline is a line of the text
    already; `said` holds a sentence on each thing that was left out or put right.
    """

    text: str
    headline: str = ""
    publisher: str = ""
    published: datetime.date | None = None
    url: str | None = None
    standfirst: str = ""
    publisher_basis: str = "the page names it"
    published_basis: str = "the article gives its date"
    language: str = ""
    headed: bool = False
    said: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()

    @property
    def whole(self) -> str:
        """The text with its headline."""
        return self.text if self.headed or not self.headline else f"{self.headline}\n{self.text}".rstrip("\n")


class LeftOut:
    """What is left out of a file, by kind, with the words that went with it."""

    def __init__(self) -> None:
        self.kinds: dict[str, list[str]] = {}

    def add(self, kind: str, words: str = "") -> None:
        """Note one thing of this `kind`, named in the singular, and its words."""
        self.kinds.setdefault(kind, []).append(line(words))

    def said(self, name: str) -> tuple[str, ...]:
        """A sentence a kind: how many, and how their words begin."""
        return tuple(f"{name}: left out {number_of(kind, found)}" for kind, found in self.kinds.items())


def number_of(kind: str, found: list[str]) -> str:
    """`2 tables (“Town Dead …”)`."""
    words = " ".join(filter(None, found))
    shown = "".join(char for char in words[:SHOWN] if char.isprintable()).strip()
    number = f"{len(found):,} {plural(kind) if len(found) > 1 else kind}"
    return f"{number} (“{shown}{'…' if len(words) > SHOWN else ''}”)" if shown else number


def plural(kind: str) -> str:
    """`row of a table` → `rows of a table`."""
    noun, of, rest = kind.partition(" of ")
    return f"{noun}s{of}{rest}"


def line(words: str) -> str:
    """`words` on one line."""
    return " ".join(words.split())


def lines(text: str) -> list[str]:
    """The lines of `text` that hold words, blanks taken off."""
    return list(filter(None, map(line, text.splitlines())))


def day(words: str | None) -> datetime.date | None:
    """The day that an ISO date begins with; None where it is none."""
    try:
        return datetime.date.fromisoformat((words or "")[:10])
    except ValueError:
        return None
