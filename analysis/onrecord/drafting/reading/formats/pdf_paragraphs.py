"""From the lines of a PDF's text to its paragraphs, and which of them are headline and summary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from onrecord.drafting.reading.formats.pdf_lines import PdfLine
from onrecord.drafting.reading.formats.unwrapping import Joiner

LARGER, STANDS_OUT = 1.15, 1.05  # of the size of most letters: what a headline is above, and a summary
ALIKE = 0.1  # of a size: letters that differ by so little are of one size
SINGLE = 1.2  # of the size of the letters: from line to line where nothing else is known
WIDER = 1.35  # of the distance of most lines: a new paragraph
INDENT = (4, 60)  # points by which a first line is set in
SHORT = 0.8  # of the longest line of a column: a line that ends so early ends a paragraph
OPENING = 10  # paragraphs among which the headline stands
LONGEST_HEADLINE = 250
END = re.compile(r"[.!?…:][”\"’')\]]*\d{0,2}$")


class Paragraph(NamedTuple):
    """Its words, the size of its letters, and its page."""

    words: str
    size: float
    page: int


def paragraphs_of(body: list[PdfLine], size: float, joiner: Joiner) -> list[Paragraph]:
    """The paragraphs of these lines, most letters of which are of this `size`."""
    groups = Setting(body, size).groups()
    return [Paragraph(joiner.paragraph([row.words for row in rows]), rows[0].size, rows[0].page) for rows in groups]


class Setting:
    """How a text is set: the step from line to line within a paragraph, and how long the lines of each column are."""

    def __init__(self, body: list[PdfLine], size: float):
        self.body = body
        self.step = step_of([row for row in body if alike(row.size, size)], size)
        self.longest: dict[tuple[int, int], int] = {}
        for row in body:
            self.longest[column_of(row)] = max(self.longest.get(column_of(row), 0), len(row.words))

    def groups(self) -> Iterator[list[PdfLine]]:
        """The lines of each paragraph."""
        rows: list[PdfLine] = []
        for row in self.body:
            if rows and self.begins(rows[-1], row):
                yield rows
                rows = []
            rows.append(row)
        if rows:
            yield rows

    def begins(self, before: PdfLine, row: PdfLine) -> bool:
        """Whether a line begins a paragraph: by its size, its place, or because the line before it ended one."""
        if not alike(row.size, before.size):
            return True
        if before.page != row.page or row.y >= before.y:  # another page or column
            return ends(before) and not row.words[0].islower()
        if before.y - row.y > WIDER * max(self.step, 1.1 * row.size):
            return True
        set_in = INDENT[0] < row.x - before.x < INDENT[1]
        return ends(before) and (set_in or len(before.words) < SHORT * self.longest[column_of(before)])


def step_of(text: list[PdfLine], size: float) -> float:
    """From line to line within a paragraph: the least usual step, unless most lines are paragraphs of their own."""
    steps = sorted(a.y - b.y for a, b in pairwise(text) if a.page == b.page and 0 < a.y - b.y < 3 * size)
    single = sum(map(ends, text)) > len(text) / 2
    return steps[len(steps) // 4] if steps and not single else SINGLE * size


def ends(row: PdfLine) -> bool:
    """Whether a line ends a sentence."""
    return END.search(row.words) is not None


def alike(size: float, other: float) -> bool:
    return abs(size - other) <= ALIKE * other


def column_of(row: PdfLine) -> tuple[int, int]:
    """What tells a column from another: its left edge, roughly, and the size of its letters."""
    return round(row.x / INDENT[1]), round(row.size)


def headline_of(paragraphs: list[Paragraph], size: float, title: str) -> str:
    """The file's title where it stands at the head, else the largest words on the first page, else ''."""
    opening = [one for one in paragraphs[:OPENING] if one.page == paragraphs[0].page]
    if title in (one.words for one in opening):
        return title
    large = [one for one in opening if one.size > LARGER * size and is_headline(one.words)]
    return max(large, key=lambda one: one.size).words if large else ""


def is_headline(words: str) -> bool:
    return len(words.split()) > 2 and len(words) < LONGEST_HEADLINE


def standfirst_of(paragraphs: list[Paragraph], size: float, headline: str) -> str:
    """The words right below the headline, set smaller than it and larger than the text, or ''."""
    below = next((pair for pair in pairwise(paragraphs[:OPENING]) if pair[0].words == headline), None)
    if below is None or not size * STANDS_OUT < below[1].size < below[0].size:
        return ""
    return below[1].words if len(below[1].words.split()) > 5 else ""
