"""Columns of actors under their names, and rows shared out over panels: what the figures with a grid have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord import design
from onrecord.figures.drawing.lettering import longest_word, wrap
from onrecord.figures.drawing.sheet import Sheet, block
from onrecord.figures.drawing.style import FINE, LEAD, SMALL
from onrecord.wording import codes as wording

if TYPE_CHECKING:
    from onrecord.coding.case import Case

NARROWEST = 20.0  # points a column takes at least
GAP = 5.0  # between words of neighbouring columns
GROUP_GAP = 8.0  # more before the first actor of another root
HIGHEST = 150  # of a name set upright; a longer one ends in "…"


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
        if self.upright:
            return max(longest_line(lines) for lines in self.heads) + 8
        return max(block(lines, SMALL) for lines in self.heads) + 8

    def middle(self, number: int) -> float:
        return self.lefts[number] + self.widths[number] / 2

    def draw(self, sheet: Sheet, top: float) -> float:
        """The names, each above its column, a line over the columns of one root; returns the bottom."""
        bottom = top + self.height
        for number, lines in enumerate(self.heads):
            middle = self.middle(number)
            if self.upright:
                left = middle - block(lines, SMALL) / 2
                for count, line in enumerate(lines):
                    sheet.text(left + (0.78 + count * LEAD) * SMALL, bottom - 6, line, SMALL, rotation=90)
            else:
                sheet.lines(middle, bottom - 6 - block(lines, SMALL), lines, SMALL, align="center")
        for first, last in self.groups:
            sheet.line(
                (self.lefts[first] + 2, bottom - 2), (self.lefts[last] + self.widths[last] - 2, bottom - 2),
                color=design.MUTED, width=FINE,
            )  # fmt: skip
        return bottom


def longest_line(lines: Sequence[str]) -> float:
    from onrecord.figures.drawing.lettering import width

    return max(width(line, SMALL) for line in lines)


def most_columns(room: float) -> int:
    """How many columns `room` points hold."""
    return int(room // (NARROWEST + GROUP_GAP / 2))


def columns(case: Case, actors: Sequence[str], left: float, room: float) -> Columns:
    """Columns for `actors`, already in order, in `room` points from `left`: names level if they fit, else upright."""
    names = [wording.name(case, actor) for actor in actors]
    roots = [case.root(actor) if actor in case.actors.index else actor for actor in actors]
    gaps = [GROUP_GAP if n and roots[n] != roots[n - 1] else 0.0 for n in range(len(actors))]
    free = room - sum(gaps)
    needed = [max(longest_word(name, SMALL) + GAP, NARROWEST + 6) for name in names]
    upright = sum(needed) > free
    if upright:
        widths = [min(free / len(actors), 46.0)] * len(actors)
        most = max(1, int((widths[0] - 2) // (SMALL * LEAD)))
        high = next((h for h in range(40, HIGHEST, 10) if all(len(wrap(n, h, SMALL)) <= most for n in names)), HIGHEST)
        heads = [wrap(name, high, SMALL, most=most) for name in names]
    else:
        more = min((free - sum(needed)) / len(actors), 24.0)
        widths = [width + more for width in needed]
        heads = [wrap(name, width - GAP + 0.5, SMALL, most=6) for name, width in zip(names, widths, strict=True)]
    lefts, x = [], left
    for gap, width in zip(gaps, widths, strict=True):
        lefts.append(x + gap)
        x += gap + width
    return Columns(list(actors), lefts, widths, heads, upright, list(_runs(roots)))


def by_root(case: Case, actors: Sequence[str]) -> list[str]:
    """`actors` with those of one root together: roots in the order given, in each the root itself first."""
    roots = list(dict.fromkeys(case.root(actor) if actor in case.actors.index else actor for actor in actors))
    order = {actor: number for number, actor in enumerate(actors)}
    return sorted(
        order,
        key=lambda actor: (
            roots.index(case.root(actor) if actor in case.actors.index else actor), actor not in roots, order[actor],
        ),
    )  # fmt: skip


def pages(heights: Sequence[float], room: float, heads: Sequence[bool] = ()) -> list[range]:
    """Rows shared out over as few panels of `room` points as they need, in order and as evenly as that allows.

    A panel rather ends before one of the `heads`, if that leaves it more than a third full. A row higher than `room`
    has a panel of its own.
    """
    fewest = _filled(heights, room, heads)
    even = sum(heights) / len(fewest)
    tried = [_filled(heights, even + (room - even) * part / 10, heads) for part in range(10)]
    found = [shared for shared in [*tried, fewest] if len(shared) == len(fewest)]
    return max(found, key=lambda shared: sum(bool(heads) and heads[page.start] for page in shared[1:]))


def _filled(heights: Sequence[float], room: float, heads: Sequence[bool]) -> list[range]:
    """Panels filled one after the other."""
    found, first = [], 0
    while sum(heights[first:]) > room and first < len(heights) - 1:
        end = first + 1
        while sum(heights[first : end + 1]) <= room:
            end += 1
        good = [n for n in range(first + 1, end + 1) if heads and heads[n] and sum(heights[first:n]) > room / 3]
        end = good[-1] if good else end
        found.append(range(first, end))
        first = end
    return [*found, range(first, len(heights))]


def _runs(roots: Sequence[str]) -> Iterator[tuple[int, int]]:
    first = 0
    for number in range(1, len(roots) + 1):
        if number == len(roots) or roots[number] != roots[first]:
            if number - first > 1:
                yield first, number - 1
            first = number
