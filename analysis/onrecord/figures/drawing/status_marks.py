"""The mark of each status of an event: a shape of its own; what is planned never looks like what is asserted."""

from __future__ import annotations

import math
from dataclasses import dataclass

from onrecord import design
from onrecord.figures.drawing.looks import SMALL_MIDDLE, Link, Look
from onrecord.figures.drawing.sheet import Point, Sheet

RADIUS = 3.6  # points
REACH = 13.0  # of an interval from its mark, points
SAID = "said"  # the mark of a statement
_LINE = 1.1
_HOLLOW = Look(design.PAPER, design.INK, _LINE)
_DOTTED = Look(design.PAPER, design.INK, _LINE, (1.2, 1.3))
_FULL = Look(design.INK, design.INK, _LINE)
_STROKE = Look(edge=design.INK, width=_LINE)
_GROUND = Look(edge=design.PAPER, width=3.4)
_BAR = Look(edge=design.INK, width=2.2)


def draw_status(sheet: Sheet, x: float, y: float, status: str, link: Link | None = None) -> None:
    """The mark of `status`, or of what is said, with its middle at (x, y)."""
    getattr(_Mark(sheet, x, y, link), status)()


@dataclass(frozen=True)
class _Mark:
    """A mark with its middle at (x, y): a method a status. What lies inside a shape has its link without its title."""

    sheet: Sheet
    x: float
    y: float
    link: Link | None

    @property
    def inner(self) -> Link | None:
        return self.link and Link(self.link.row)

    def said(self) -> None:
        side = 2 * RADIUS - 1.2
        self.sheet.rect((self.x - side / 2, self.y - side / 2), side, side, Look(design.ATTRIBUTED), self.link)

    def asserted(self) -> None:
        self._circle(RADIUS, _FULL)

    def presupposed(self) -> None:
        self._circle(RADIUS, _HOLLOW)
        self.sheet.circle((self.x, self.y), 1.2, Look(design.INK), self.inner)

    def alleged(self) -> None:
        self.sheet.polygon(_around(self.x, self.y, RADIUS + 1.2, 4), _HOLLOW, self.link)

    def planned(self) -> None:
        left = self.x - RADIUS + 0.4
        tip = (self.x + RADIUS + 0.6, self.y)
        self.sheet.polygon([(left, self.y - RADIUS), tip, (left, self.y + RADIUS)], _HOLLOW, self.link)

    def hypothetical(self) -> None:
        self._circle(RADIUS + 1.0, _DOTTED)
        self.sheet.text(self.x, self.y + 2.6, "?", SMALL_MIDDLE, self.inner)

    def denied(self) -> None:
        self._cross(RADIUS - 0.2)

    def denied_intention(self) -> None:
        corner = (self.x - RADIUS, self.y - RADIUS)
        self.sheet.rect(corner, 2 * RADIUS, 2 * RADIUS, _HOLLOW, self.link)
        self._cross(RADIUS - 1.4)

    def _circle(self, radius: float, look: Look) -> None:
        self.sheet.circle((self.x, self.y), radius, look, self.link)

    def _cross(self, arm: float) -> None:
        self._stroke(arm, arm, self.link)
        self._stroke(arm, -arm, self.inner)

    def _stroke(self, across: float, down: float, link: Link | None) -> None:
        start, end = (self.x - across, self.y - down), (self.x + across, self.y + down)
        self.sheet.line(start, end, look=_STROKE, link=link)


def draw_interval(sheet: Sheet, x: float, middle: float, relation: str) -> None:
    """A bar through `middle` for an event of which only a bound is known: the stroke across is the date.

    `by` includes the date, `before` and `after` do not; the arrow is the open end. Takes `REACH` above and below.
    """
    away = 1 if relation == "after" else -1
    end = middle + away * (REACH - 1)
    date, start = _bound(middle, away, relation == "by")
    sheet.line((x, date), (x, end), look=_GROUND)
    sheet.line((x, start), (x, end), look=_BAR)
    _arrowhead(sheet, x, end, away)
    sheet.line((x - 5.5, date), (x + 5.5, date), look=_STROKE)


def _bound(middle: float, away: int, included: bool) -> tuple[float, float]:
    """Where the date stands, and where the bar starts: at the date that it includes, else a little off it."""
    date = middle if included else middle - away * (REACH - 2)
    return date, date if included else date + 3 * away


def _arrowhead(sheet: Sheet, x: float, end: float, away: int) -> None:
    back = end - 3.4 * away
    sheet.line((x - 3.2, back), (x, end), (x + 3.2, back), look=_STROKE)


def _around(x: float, y: float, radius: float, corners: int) -> list[Point]:
    turns = (2 * math.pi * n / corners - math.pi / 2 for n in range(corners))
    return [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]
