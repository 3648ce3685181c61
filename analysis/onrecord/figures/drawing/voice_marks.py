"""The mark of each attribution: a square has a source, a circle is the publisher's, a diamond nobody's named."""

from __future__ import annotations

from onrecord import design
from onrecord.figures.drawing.looks import Link, Look
from onrecord.figures.drawing.sheet import Sheet
from onrecord.figures.drawing.style import HAIR

UNIT = 9.0  # width and height of a mark, points
_R = UNIT / 2


def draw_voice(sheet: Sheet, x: float, y: float, attribution: str, link: Link) -> None:
    """A statement with its middle at (x, y)."""
    look = Look(design.VOICE[attribution], design.INK, HAIR)
    if attribution == "attributed":
        sheet.rect((x - _R + 0.4, y - _R + 0.4), UNIT - 0.8, UNIT - 0.8, look, link)
    elif attribution == "narrator":
        sheet.circle((x, y), _R - 0.2, look, link)
    else:
        reach = _R + 0.6
        sheet.polygon([(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], look, link)
