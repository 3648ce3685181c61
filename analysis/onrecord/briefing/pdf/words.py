"""Words as the PDF sets them."""

from __future__ import annotations

from onrecord import glyphs


def shown(text: str) -> str:
    """`text` as the fonts can show it, with break points in very long words."""
    return glyphs.breakable(glyphs.printable(text))
