"""How figures look: sizes in points at print size, and the settings that make their bytes the same each time."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Any

from onrecord import design

MM = 72 / 25.4  # points in a millimetre
WIDTH = round(design.FIGURE_WIDTH_MM * MM, 1)  # points; every figure is exactly as wide as the print space
HEIGHT = round(design.FIGURE_HEIGHT_MM * MM, 1)  # points; a higher one would be scaled down, and its text with it
MOST_PANELS = 6  # a figure over several pages; what is beyond stands in the table

SIZE = design.FIGURE_PT
SMALL = 7.2  # secondary words; nothing is smaller
LEAD = 1.24  # line to line, in sizes
ASCENT, DESCENT = 0.76, 0.24  # of DejaVu Sans, in sizes: what a line takes above and below its baseline

HAIR = 0.5  # line widths, points
FINE = 0.8
DASH = (3.0, 1.8)
DOTS = (0.9, 1.6)

_SETTINGS: dict[Any, Any] = {
    "svg.fonttype": "none",
    "svg.hashsalt": "onrecord",
    "font.family": [design.SANS],
    "text.parse_math": False,
    "text.hinting": "none",  # a letter is as wide as on paper
    "path.simplify": False,
    "pdf.fonttype": 42,  # letters stay letters, to be searched and copied
}


def settings() -> AbstractContextManager[Any]:
    """matplotlib's settings for one drawing: text stays text, and the same drawing gives the same bytes."""
    import matplotlib

    return matplotlib.rc_context(_SETTINGS)
