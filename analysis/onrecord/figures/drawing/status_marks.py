"""The mark of each status of an event: a shape of its own; what is planned never looks like what is asserted."""

from __future__ import annotations

import math
from collections.abc import Callable

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


def draw_status(sheet: Sheet, x: float, y: float, status: str, link: Link | None = None) -> None:
    """The mark of `status`, or of what is said, with its middle at (x, y)."""
    _MARKS[status](sheet, x, y, link)


def _said(sheet: Sheet, x: float, y: float, link: Link | None) -> None:
    half = RADIUS - 0.6
    sheet.rect((x - half, y - half), 2 * RADIUS - 1.2, 2 * RADIUS - 1.2, Look(design.ATTRIBUTED), link)


def _asserted(sheet: Sheet, x: float, y: float, link: Link | None) -> None:
    sheet.circle((x, y), RADIUS, _FULL, link)


def _presupposed(sheet: Sheet, x: float, y: float, link: Link | None) -> None:
    sheet.circle((x, y), RADIUS, _HOLLOW, link)
    sheet.circle((x, y), 1.2, Look(design.INK), link and Link(link.row))


def _alleged(sheet: Sheet, x: float, y: float, link: Link | None) -> None:
    sheet.polygon(_around(x, y, RADIUS + 1.2, 4), _HOLLOW, link)


def _planned(sheet: Sheet, x: float, y: float, link: Link | None) -> None:
    left = x - RADIUS + 0.4
    sheet.polygon([(left, y - RADIUS), (x + RADIUS + 0.6, y), (left, y + RADIUS)], _HOLLOW, link)


def _hypothetical(sheet: Sheet, x: float, y: float, link: Link | None) -> None:
    sheet.circle((x, y), RADIUS + 1.0, _DOTTED, link)
    sheet.text(x, y + 2.6, "?", SMALL_MIDDLE, link and Link(link.row))


def _denied(sheet: Sheet, x: float, y: float, link: Link | None) -> None:
    _cross(sheet, x, y, RADIUS - 0.2, link)


def _denied_intention(sheet: Sheet, x: float, y: float, link: Link | None) -> None:
    sheet.rect((x - RADIUS, y - RADIUS), 2 * RADIUS, 2 * RADIUS, _HOLLOW, link)
    _cross(sheet, x, y, RADIUS - 1.4, link)


def _cross(sheet: Sheet, x: float, y: float, arm: float, link: Link | None) -> None:
    sheet.line((x - arm, y - arm), (x + arm, y + arm), look=_STROKE, link=link)
    sheet.line((x - arm, y + arm), (x + arm, y - arm), look=_STROKE, link=link and Link(link.row))


_MARKS: dict[str, Callable[[Sheet, float, float, Link | None], None]] = {
    SAID: _said,
    "asserted": _asserted,
    "presupposed": _presupposed,
    "alleged": _alleged,
    "planned": _planned,
    "hypothetical": _hypothetical,
    "denied": _denied,
    "denied_intention": _denied_intention,
}


def draw_interval(sheet: Sheet, x: float, middle: float, relation: str) -> None:
    """A bar through `middle` for an event of which only a bound is known: the stroke across is the date.

    `by` includes the date, `before` and `after` do not; the arrow is the open end. Takes `REACH` above and below.
    """
    away = 1 if relation == "after" else -1
    date = middle if relation == "by" else middle - away * (REACH - 2)
    start, end = (date if relation == "by" else date + 3 * away), middle + away * (REACH - 1)
    head = end - 3.4 * away
    sheet.line((x, date), (x, end), look=Look(edge=design.PAPER, width=3.4))
    sheet.line((x, start), (x, end), look=Look(edge=design.INK, width=2.2))
    sheet.line((x - 3.2, head), (x, end), (x + 3.2, head), look=_STROKE)
    sheet.line((x - 5.5, date), (x + 5.5, date), look=_STROKE)


def _around(x: float, y: float, radius: float, corners: int) -> list[Point]:
    turns = (2 * math.pi * n / corners - math.pi / 2 for n in range(corners))
    return [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]
