"""The lines of a PDF's pages, put together from the pieces of text that pypdf finds."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.drafting.reading.formats.page import line
from onrecord.drafting.reading.formats.refusing import too_long

if TYPE_CHECKING:
    from pypdf import PageObject

PAINTED = 400_000  # operators of all pages: an article has some ten thousand
LONGEST = 1_200_000  # code points
STRING = 2_000  # letters painted at once: a line has some hundred
RAISED = 0.9  # of the size of the line: a figure so small is the mark of a note
LETTER = 0.55  # of the size of the letters: how wide one is, on the whole
WIDE, CELL = 2.5, 40  # letters: a gap between cells of a table, and the most that a cell of a row holds
INNER_HYPHEN = re.compile("\u00ad(?=.)")  # some programs name every hyphen a soft one


class PdfLine(NamedTuple):
    """A line as it is set: its words, page, left edge and base line in points (up the page), and size of letters.

    `cells` is whether it is short pieces with wide gaps between them, as a row of a table.
    """

    words: str
    page: int
    x: float
    y: float
    size: float
    cells: bool = False


class Lines:
    """Puts together the lines of pages in the order in which they are painted: `found`."""

    def __init__(self, name: str):
        self.name = name
        self.found: list[PdfLine] = []
        self.pieces: list[PdfLine] = []
        self.operators = self.length = self.page = 0

    def read(self, page: PageObject, number: int) -> None:
        """Add the lines of one page; raises ProblemsError where the file paints more than any article."""
        self.page = number
        page.extract_text(visitor_text=self.piece, visitor_operand_before=self.operator)
        self.end_line()

    def operator(self, operator: Any, operands: list[Any], *_: Any) -> None:
        """Count what pypdf is about to work on; it takes time with the square of a string's length."""
        self.operators += 1
        length = sum(map(letters, operands))
        self.length += length
        if self.operators > PAINTED or self.length > LONGEST or length > STRING:
            raise too_long(self.name, "so many strokes and words in one PDF", f"{PAINTED:,}, {STRING:,} letters each")

    def piece(self, text: str, cm: list[float], tm: list[float], font: Any, size: float) -> None:
        """Take a piece of text as pypdf's visitor gets it, with the matrices of page and text."""
        first, *others = text.split("\n")
        self.add(first, cm, tm, size)
        for words in others:
            self.end_line()
            self.add(words, cm, tm, size)

    def add(self, words: str, cm: list[float], tm: list[float], size: float) -> None:
        """Keep a piece of one line, with its place and the size of its letters on the page."""
        if words:
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            self.pieces.append(PdfLine(words, self.page, x, y, size * abs(tm[3] * cm[3] or tm[1] * cm[1] or 1)))

    def end_line(self) -> None:
        """The pieces since the last line's end are a line."""
        pieces, self.pieces = self.pieces, []
        if made := line_of(pieces):
            self.found.append(made)


def letters(operand: Any) -> int:
    """The letters that an operand paints: a string's, or those of a list of strings."""
    if isinstance(operand, (str, bytes)):
        return len(operand)
    return sum(len(one) for one in operand if isinstance(one, (str, bytes))) if isinstance(operand, list) else 0


def line_of(pieces: list[PdfLine]) -> PdfLine | None:
    """One line of its pieces, without raised figures, which are marks of notes; None where it has no words."""
    visible = [piece for piece in pieces if piece.words.strip()]
    if not visible:
        return None
    size = max(visible, key=lambda piece: len(piece.words)).size
    marks = [piece for piece in visible[1:] if is_mark(piece, size)]
    kept = [piece for piece in pieces if piece not in marks]
    words = line(INNER_HYPHEN.sub("-", spaced(kept)))
    first = visible[0]
    return PdfLine(words, first.page, first.x, first.y, size, is_row(kept)) if words else None


def is_mark(piece: PdfLine, size: float) -> bool:
    return piece.size < RAISED * size and piece.words.strip().isdigit()


def is_row(pieces: list[PdfLine]) -> bool:
    """Whether these are cells of a table: short, with a wide gap between them."""
    visible = [piece for piece in pieces if piece.words.strip()]
    gaps = (gap(before, piece) for before, piece in pairwise(visible))
    return any(one > WIDE for one in gaps) and all(len(piece.words) < CELL for piece in visible)


def spaced(pieces: list[PdfLine]) -> str:
    """The words of the pieces, a space where a gap lies between two."""
    gaps = [False, *(gap(before, piece) > 1 for before, piece in pairwise(pieces))]
    return "".join(f" {piece.words}" if far else piece.words for far, piece in zip(gaps, pieces, strict=True))


def gap(before: PdfLine, piece: PdfLine) -> float:
    """How far a piece begins behind the one before it ends, in widths of a letter; 0 where that cannot be told."""
    letter = max(before.size, 1) * LETTER
    return (piece.x - before.x) / letter - len(before.words) if abs(piece.y - before.y) < before.size else 0
