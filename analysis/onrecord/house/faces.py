"""The font of a house in a page: it stands in the page itself, as far as a page of European languages needs it."""

from __future__ import annotations

import base64
import functools
import io
import logging
from pathlib import Path

from onrecord.house.given import House

_FEATURES = ["kern", "liga", "lnum", "onum", "tnum"]
_NEEDED = ((0x20, 0x17F), (0x218, 0x21B), (0x370, 0x4FF), (0x1E00, 0x1EFF), (0x2000, 0x2190), (0x2200, 0x2260))


def font_faces(house: House) -> str:
    """The rules of a style sheet by which the house's font is there; "" where it has none of its own."""
    return "".join(
        f"@font-face {{ font-family: '{house.family}'; font-weight: {face.weight}; "
        f"font-style: {'italic' if face.italic else 'normal'}; src: url({_address(face.path)}); }}\n"
        for face in house.faces
    )


@functools.cache
def _address(path: Path) -> str:
    """The font as a data address, cut to the characters that are needed; the same bytes each time."""
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools.subset").setLevel(logging.ERROR)  # what it drops is none of a reader's concern
    out = io.BytesIO()
    with TTFont(path, recalcTimestamp=False) as font:
        cutter = Subsetter(Options(hinting=False, layout_features=_FEATURES))
        cutter.populate(unicodes=[code for first, last in _NEEDED for code in range(first, last + 1)])
        cutter.subset(font)
        font.flavor = "woff"
        font.save(out)
    return f"data:font/woff;base64,{base64.b64encode(out.getvalue()).decode()}"
