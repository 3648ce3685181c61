"""The mark of each status of an event: a shape of its own; what is planned never looks like what is asserted."""

from __future__ import annotations

import math
from typing import Any

from onrecord import design
from onrecord.figures.drawing.sheet import Sheet
from onrecord.figures.drawing.style import SMALL

RADIUS = 3.6  # points
REACH = 13.0  # of an interval from its mark, points
_LINE = 1.1


def draw(sheet: Sheet, x: float, y: float, status: str, row: str | None = None, title: str = "") -> None:
    """The mark of `status` with its middle at (x, y); "said" is the mark of a statement."""
    r = RADIUS
    hollow: dict[str, Any] = {"fill": design.PAPER, "edge": design.INK, "width_": _LINE, "row": row, "title": title}
    if status == "said":
        sheet.rect(x - r + 0.6, y - r + 0.6, 2 * r - 1.2, 2 * r - 1.2, fill=design.ATTRIBUTED, row=row, title=title)
    elif status == "asserted":
        sheet.circle(x, y, r, **(hollow | {"fill": design.INK}))
    elif status == "presupposed":
        sheet.circle(x, y, r, **hollow)
        sheet.circle(x, y, 1.2, fill=design.INK, row=row)
    elif status == "alleged":
        sheet.polygon(_around(x, y, r + 1.2, 4), **hollow)
    elif status == "planned":
        sheet.polygon([(x - r + 0.4, y - r), (x + r + 0.6, y), (x - r + 0.4, y + r)], **hollow)
    elif status == "hypothetical":
        sheet.circle(x, y, r + 1.0, **(hollow | {"dash": (1.2, 1.3)}))
        sheet.text(x, y + 2.6, "?", SMALL, align="center", row=row)
    else:  # denied: a cross; denied intention: the cross in a box
        if status == "denied_intention":
            sheet.rect(x - r, y - r, 2 * r, 2 * r, **hollow)
        arm = r - (1.4 if status == "denied_intention" else 0.2)
        sheet.line((x - arm, y - arm), (x + arm, y + arm), width=_LINE, row=row, title=title)
        sheet.line((x - arm, y + arm), (x + arm, y - arm), width=_LINE, row=row)


def interval(sheet: Sheet, x: float, middle: float, relation: str) -> None:
    """A bar through `middle` for an event of which only a bound is known: the stroke across is the date.

    `by` includes the date, `before` and `after` do not; the arrow is the open end. Takes `REACH` above and below.
    """
    away = 1 if relation == "after" else -1
    date = middle if relation == "by" else middle - away * (REACH - 2)
    start, end = (date if relation == "by" else date + 3 * away), middle + away * (REACH - 1)
    sheet.line((x, date), (x, end), width=3.4, color=design.PAPER)
    sheet.line((x, start), (x, end), width=2.2, color=design.INK)
    sheet.line((x - 3.2, end - 3.4 * away), (x, end), (x + 3.2, end - 3.4 * away), width=_LINE)
    sheet.line((x - 5.5, date), (x + 5.5, date), width=_LINE)


def _around(x: float, y: float, radius: float, corners: int) -> list[tuple[float, float]]:
    turns = (2 * math.pi * n / corners - math.pi / 2 for n in range(corners))
    return [(x + radius * math.cos(turn), y + radius * math.sin(turn)) for turn in turns]
