"""Columns of actors under their names: what the figures with a grid have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise
from typing import TYPE_CHECKING

from onrecord import design
from onrecord.figures.drawing.lettering import longest_word, width_of, wrap
from onrecord.figures.drawing.looks import SMALL_MIDDLE, Letters, Look
from onrecord.figures.drawing.sheet import Sheet, height_of
from onrecord.figures.drawing.style import FINE, LEAD, SMALL
from onrecord.wording.labels import voice_name

if TYPE_CHECKING:
    from onrecord.coding.case import Case

NARROWEST = 20.0  # points a column takes at least
GAP = 5.0  # between words of neighbouring columns
GROUP_GAP = 8.0  # more before the first actor of another root
LOWEST, HIGHEST = 40, 150  # of names set upright; a longer one ends in "…"
WIDEST_UPRIGHT, MOST_MORE = 46.0, 24.0  # of a column with an upright name; that a level one is given beyond its need
_UPRIGHT = Letters(SMALL, rotation=90)
_OVER_GROUP = Look(edge=design.MUTED, width=FINE)


@dataclass(frozen=True)
class Columns:
    """Where each actor's column stands: `lefts` and `widths` in points, and its name in lines."""

    actors: list[str]
    lefts: list[float]
    widths: list[float]
    heads: list[list[str]]
    upright: bool
    groups: list[tuple[int, int]]  # first and last column of each root with more than one

    @property
    def height(self) -> float:
        """Height in points of the names and the line under them."""
        return max(_longest(lines) if self.upright else height_of(lines, SMALL) for lines in self.heads) + 8

    def middle(self, number: int) -> float:
        return self.lefts[number] + self.widths[number] / 2

    def draw(self, sheet: Sheet, top: float) -> float:
        """The names, each above its column, a line over the columns of one root; returns the bottom."""
        bottom = top + self.height
        for number, lines in enumerate(self.heads):
            name = _upright if self.upright else _level
            name(sheet, self.middle(number), bottom - 6, lines)
        for first, last in self.groups:
            left, right = self.lefts[first] + 2, self.lefts[last] + self.widths[last] - 2
            sheet.line((left, bottom - 2), (right, bottom - 2), look=_OVER_GROUP)
        return bottom


def _longest(lines: Sequence[str]) -> float:
    return max(width_of(line, SMALL) for line in lines)


def _upright(sheet: Sheet, middle: float, bottom: float, lines: Sequence[str]) -> None:
    left = middle - height_of(lines, SMALL) / 2
    for number, line in enumerate(lines):
        sheet.text(left + (0.78 + number * LEAD) * SMALL, bottom, line, _UPRIGHT)


def _level(sheet: Sheet, middle: float, bottom: float, lines: Sequence[str]) -> None:
    sheet.lines(middle, bottom - height_of(lines, SMALL), lines, SMALL_MIDDLE)


def most_columns(room: float) -> int:
    """How many columns `room` points hold."""
    return int(room // (NARROWEST + GROUP_GAP / 2))


def columns(case: Case, actors: Sequence[str], left: float, room: float) -> Columns:
    """Columns for `actors`, already in order, in `room` points from `left`: names level if they fit, else upright."""
    names, roots = [voice_name(case, actor) for actor in actors], [_root(case, actor) for actor in actors]
    gaps = _gaps(roots)
    free = room - sum(gaps)
    needed = _needed(names)
    upright = sum(needed) > free
    widths = _upright_widths(len(names), free) if upright else _level_widths(needed, free)
    heads = _upright_heads(names, widths[0]) if upright else _level_heads(names, widths)
    return Columns(list(actors), _lefts(left, gaps, widths), widths, heads, upright, list(_runs(roots)))


def _gaps(roots: Sequence[str]) -> list[float]:
    """What stands free before each column: more before the first of another root."""
    return [0.0, *(GROUP_GAP if root != before else 0.0 for before, root in pairwise(roots))]


def _needed(names: Sequence[str]) -> list[float]:
    """The least width of a column with a level name."""
    return [max(longest_word(name, SMALL) + GAP, NARROWEST + 6) for name in names]


def _lefts(left: float, gaps: Sequence[float], widths: Sequence[float]) -> list[float]:
    ends = accumulate((gap + width for gap, width in zip(gaps, widths, strict=True)), initial=left)
    return [end + gap for end, gap in zip(ends, gaps, strict=False)]


def _upright_widths(number: int, free: float) -> list[float]:
    return [min(free / number, WIDEST_UPRIGHT)] * number


def _level_widths(needed: Sequence[float], free: float) -> list[float]:
    more = min((free - sum(needed)) / len(needed), MOST_MORE)
    return [width + more for width in needed]


def _upright_heads(names: Sequence[str], width: float) -> list[list[str]]:
    """Names in as many lines as a column holds, no higher than they need."""
    most = max(1, int((width - 2) // (SMALL * LEAD)))
    high = next((high for high in range(LOWEST, HIGHEST, 10) if _fit(names, high, most)), HIGHEST)
    return [wrap(name, high, SMALL, most=most) for name in names]


def _fit(names: Sequence[str], high: float, most: int) -> bool:
    """Whether all names stand in `most` lines where a column's head is so high."""
    return all(len(wrap(name, high, SMALL)) <= most for name in names)


def _level_heads(names: Sequence[str], widths: Sequence[float]) -> list[list[str]]:
    return [wrap(name, width - GAP + 0.5, SMALL, most=6) for name, width in zip(names, widths, strict=True)]


def by_root(case: Case, actors: Iterable[str]) -> list[str]:
    """`actors` with those of one root together: roots in the order given, in each the root itself first."""
    order = list(dict.fromkeys(actors))
    roots = list(dict.fromkeys(_root(case, actor) for actor in order))
    return sorted(order, key=lambda actor: (roots.index(_root(case, actor)), actor not in roots))


def _root(case: Case, actor: str) -> str:
    return case.root(actor) if actor in case.actors.index else actor


def _runs(roots: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(first, last) of each run of two columns or more of one root."""
    for _, run in groupby(range(len(roots)), key=roots.__getitem__):
        first, *rest = run
        if rest:
            yield first, rest[-1]
