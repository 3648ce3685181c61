"""A position as a box with its sign and number; dashed and empty where others assert it."""

from __future__ import annotations

from onrecord import design
from onrecord.figures.drawing.looks import Letters, Link, Look
from onrecord.figures.drawing.sheet import Sheet
from onrecord.figures.drawing.style import FINE, HAIR, SMALL
from onrecord.wording.labels import stance_label

WIDE, HIGH = 19.0, 15.0  # of a box, points
_HOLLOW = Look(design.PAPER, design.INK, FINE, (2.2, 1.5))


def draw_stance(
    sheet: Sheet, middle: float, top: float, stance: int, hollow: bool, dagger: bool = False, link: Link | None = None
) -> None:
    """The box with its middle at x `middle` and its top at y `top`."""
    look = _HOLLOW if hollow else Look(design.STANCE[stance], design.INK, HAIR)
    ink = design.INK if hollow else design.STANCE_INK[stance]
    sheet.rect((middle - WIDE / 2, top), WIDE, HIGH, look, link)
    sheet.text(middle, top + 10.4, stance_label(stance, dagger), Letters(SMALL, ink, "center"), link and Link(link.row))
