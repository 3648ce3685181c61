"""Widths of a table's columns on paper, from the words in its cells."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable
from typing import Any

from onrecord import design
from onrecord.glyphs import LONG_WORD

POINTS = design.FIGURE_WIDTH_MM * 72 / 25.4
HALF = (design.FIGURE_WIDTH_MM - design.HALVES_MM) / 2 * 72 / 25.4
LETTER = 0.435  # width of a letter of the text font, on average, as a part of its size
PADDING_PT = 2 * design.CELL_PT  # between columns
LEAST = 4
ROOMY = 1.1  # a column is this much wider than its longest word of average letters
BOLD = 1.3  # the same for a head's words
OVER_MARKS = 1.15  # and for those over centred marks, which have room on either side
WIDE = 0.8  # a word of wide letters takes more than the average; it is broken that much earlier
FOLDED = range(9, 41)  # rows of a table that may stand in two halves
STEPS = (32, 24, 16, 12, 8, 6, 4, 3, 2, 1) * 2  # letters that one column gives another, in turn
MANY = 60  # rows; beyond, the first ones stand for all when widths are shared out

Cell = dict[str, Any]
Rows = list[list[Cell]]


def folds(head: Rows, body: Rows, columns: int, size: float) -> bool:
    """Whether a table of type `size` (points) is long and narrow enough for two halves side by side.

    Narrow: its words stand whole in half the page, and every line of its body but one (a sum's) stands unbroken.
    """
    if len(body) not in FOLDED or any(cell["rows"] > 1 or cell["cols"] > 1 for row in head + body for cell in row):
        return False
    usual = _usual(body)
    needed = map(max, usual, _longest(head + body, columns, _word))
    return len(usual) == columns and sum(needed) <= _room(HALF, columns, size)


def _usual(body: Rows) -> list[float]:
    """The longest line of each column but for one."""
    lines = ([_line(cell) for cell in row] for row in body)
    return [sorted(column)[-2] for column in zip(*lines, strict=False)]


def column_widths(
    rows: Rows, columns: int, size: float = design.TABLE_PT, halves: bool = False
) -> tuple[list[float] | None, list[int]]:
    """Widths in points of the `columns`, None where each fits on its one line; and the longest words they take whole.

    Every column is as wide as its longest word where the page allows that; what is left is shared out so that the
    table takes the fewest lines. `size` of the type in points; `halves`: the table has half the page.
    """
    points = HALF if halves else POINTS
    room = _room(points, columns, size)
    lines, words = _longest(rows, columns, _line), _longest(rows, columns, _word)
    if sum(lines) <= room:
        return None, [LONG_WORD] * columns
    letters = _shared(rows, _shrunk(words, room), lines, room)
    padding = PADDING_PT / (size * LETTER)
    point = points / sum(width + padding for width in letters)
    whole = [_whole(width, word) for width, word in zip(letters, words, strict=True)]
    return [round((width + padding) * point, 2) for width in letters], whole


def _whole(width: float, word: float) -> int:
    """The longest word that a column of `width` letters takes whole; `word` is its own longest."""
    return LONG_WORD if width >= word else max(int(width * WIDE), LEAST)


def _room(points: float, columns: int, size: float) -> float:
    """How many letters of `size` stand in one line of a table of that width."""
    return (points - PADDING_PT * (columns - 1)) / (size * LETTER)


def _line(cell: Cell) -> float:
    """The letters of a cell; a head over centred marks may break between words, so that other columns have the room."""
    return _word(cell) if cell.get("head") and cell.get("align") == "center" else len(cell["words"])


def _word(cell: Cell) -> float:
    longest = max((len(word) for word in cell["words"].split()), default=0)
    bold = OVER_MARKS if cell.get("align") == "center" else BOLD
    return longest * (bold if cell.get("head") else ROOMY)


def _longest(rows: Rows, columns: int, measure: Callable[[Cell], float]) -> list[float]:
    """The most that `measure` finds in each column."""
    longest = [float(LEAST)] * columns
    for row in rows:
        for at, cell in placed(row):
            if cell["cols"] == 1 and at < columns:
                longest[at] = max(longest[at], measure(cell))
    return longest


def placed(row: list[Cell]) -> list[tuple[int, Cell]]:
    """Each cell with the column it starts in."""
    out: list[tuple[int, Cell]] = []
    at = 0
    for cell in row:
        out.append((at, cell))
        at += cell["cols"]
    return out


def _shrunk(widths: list[float], room: float) -> list[float]:
    """`widths` that fit in `room`: the widest are cut to one common width until they do."""
    cap = max(widths)
    while sum(min(width, cap) for width in widths) > room and cap > LEAST:
        cap -= 1
    return [min(width, cap) for width in widths]


def _shared(rows: Rows, least: list[float], most: list[float], room: float) -> list[float]:
    """`least` and what is left of `room`: by what each column has to say, then moved while lines fall."""
    widths = _by_need(least, most, room)
    cells = [[(at, cell["words"]) for at, cell in placed(row) if cell["cols"] == 1] for row in rows[:MANY]]
    best = _height(cells, widths)
    for step, (giver, taker) in itertools.product(STEPS, itertools.permutations(range(len(widths)), 2)):
        if widths[giver] - step >= least[giver]:
            tried = _moved(widths, giver, taker, step)
            if (lines := _height(cells, tried)) < best:
                best, widths = lines, tried
    return widths


def _by_need(least: list[float], most: list[float], room: float) -> list[float]:
    """What is left of `room` shared out by the square root of what each column has to say beyond its `least`."""
    wants = [max(line - width, 0) ** 0.5 for line, width in zip(most, least, strict=True)]
    spare, wanted = max(room - sum(least), 0), sum(wants) or 1
    return [width + spare * want / wanted for width, want in zip(least, wants, strict=True)]


def _moved(widths: list[float], giver: int, taker: int, step: int) -> list[float]:
    tried = list(widths)
    tried[giver] -= step
    tried[taker] += step
    return tried


def _height(cells: list[list[tuple[int, str]]], widths: list[float]) -> int:
    """How many lines the rows take; `cells` are their columns and words."""
    return sum(max((_lines(words, int(widths[at])) for at, words in row), default=1) for row in cells)


@functools.lru_cache(maxsize=20_000)
def _lines(words: str, width: int) -> int:
    """How many lines of `width` letters `words` take."""
    lines, at = 1, 0
    for word in words.split():
        if at and at + 1 + len(word) > width:
            lines, at = lines + 1, 0
        at += len(word) + (1 if at else 0)
        lines, at = lines + at // (width + 1), at % (width + 1)
    return lines
