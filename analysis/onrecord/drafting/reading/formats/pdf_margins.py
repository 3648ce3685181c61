"""What pages of a PDF hold beside the text: lines that they repeat, page numbers, footnotes, rows of tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from os.path import commonprefix
from statistics import median

from onrecord.drafting.reading.formats.page import LeftOut
from onrecord.drafting.reading.formats.pdf_lines import PdfLine

SMALLER = 0.9  # of the size of most letters: notes are below it
EDGE = 3  # lines at the head and the foot of a page that may be the page's own
PLACE = 12  # points: lines so near to each other on two pages stand at the same place
NUMBER = re.compile(r"\d+")
PAGE_NUMBER = re.compile(r"\W*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\W*", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[^\s<>\"]{4,300}")
MARK = re.compile(r"\W?\d{1,3}\W?\s*\w|[*†‡§]")
NOTED = re.compile(r"(?<=[^\W\d_][.,;!?”\"’)])\d{1,2}(?=\s|$)|(?<=[.,!?][”\"’)])\d{1,2}(?=\s|$)")
Parted = tuple[list[PdfLine], list[PdfLine]]  # what stays and what goes


def body_of(found: list[PdfLine], left_out: LeftOut) -> tuple[list[PdfLine], str | None]:
    """The lines of the text, all others left out, and the address that a browser printed at the edge of the pages."""
    body, edges = without_edges(found)
    body, notes = without_notes(body)
    body, rows = without_tables(body)
    for kind, cut in (("page header or footer line", edges), ("footnote line", notes), ("row of a table", rows)):
        for row in cut:
            left_out.add(kind, row.words)
    return [row._replace(words=unmarked(row.words, notes)) for row in body], address_in(edges)


def size_of(body: list[PdfLine]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for row in body:
        sizes[round(row.size, 1)] += len(row.words)
    return sizes.most_common(1)[0][0] if sizes else 0


def without_edges(found: list[PdfLine]) -> Parted:
    """The lines without page numbers and those that half of the pages repeat at their edges, and these."""
    edges = [row for rows in by_page(found) for row in edge_lines(rows)]
    own = {row for row in edges if PAGE_NUMBER.fullmatch(row.words)} | repeated(edges, found)
    return [row for row in found if row not in own], [row for row in found if row in own]


def repeated(edges: list[PdfLine], found: list[PdfLine]) -> set[PdfLine]:
    """Those at the edges that half of the pages have; a note stays one, though other pages have the same."""
    numbers = Counter(map(pattern_of, edges))
    fewest = max(2, (found[-1].page + 1) / 2)
    small, middle = SMALLER * size_of(found), median(row.y for row in found)
    return {row for row in edges if numbers[pattern_of(row)] >= fewest and not is_note(row, small, middle)}


def is_note(row: PdfLine, small: float, middle: float) -> bool:
    """Whether a line is in small letters, in the lower half of the page, and begins with a mark."""
    return row.size < small and row.y < middle and MARK.match(row.words) is not None


def by_page(found: list[PdfLine]) -> Iterator[list[PdfLine]]:
    """The lines of each page."""
    for _, rows in groupby(found, key=lambda row: row.page):
        yield list(rows)


def edge_lines(rows: list[PdfLine]) -> list[PdfLine]:
    """The highest and the lowest lines of a page."""
    ordered = sorted(rows, key=lambda row: row.y)
    return ordered if len(ordered) <= 2 * EDGE else ordered[:EDGE] + ordered[-EDGE:]


def pattern_of(row: PdfLine) -> tuple[str, int]:
    """The words of a line with any number for any other, and its place up the page, roughly."""
    return NUMBER.sub("0", row.words), round(row.y / PLACE)


def without_notes(body: list[PdfLine]) -> Parted:
    """The lines without the small ones that end a page, the first of which begins with a mark; and those."""
    small = SMALLER * size_of(body)
    kept: list[PdfLine] = []
    notes: list[PdfLine] = []
    for rows in by_page(body):
        end = next((k for k in range(len(rows), 0, -1) if rows[k - 1].size >= small), 0)
        if end < len(rows) and not MARK.match(rows[end].words):
            end = len(rows)
        kept += rows[:end]
        notes += rows[end:]
    return kept, notes


def unmarked(words: str, notes: list[PdfLine]) -> str:
    """Words without the marks of these notes."""
    marks = {found[0] for note in notes if (found := re.search(r"\d+", note.words[:4]))}
    return NOTED.sub(lambda found: "" if found[0] in marks else found[0], words) if marks else words


def without_tables(body: list[PdfLine]) -> Parted:
    """The lines without those that are rows of a table, two or more in a row; and these."""
    kept: list[PdfLine] = []
    cut: list[PdfLine] = []
    for cells, rows in groupby(body, key=lambda row: row.cells):
        found = list(rows)
        (cut if cells and len(found) > 1 else kept).extend(found)
    return kept, cut


def address_in(edges: list[PdfLine]) -> str | None:
    """The address that a browser prints at the edge of each page, without the number of the page behind it."""
    found = [re.sub(r"\d+/\d+$", "", match[0]) for row in edges if (match := ADDRESS.search(row.words))]
    return commonprefix(found) or None  # noqa: RUF071 - of characters: an address, no path
