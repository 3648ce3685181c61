"""Text measured and broken into lines, in points, by the widths of DejaVu Sans."""

from __future__ import annotations

import functools
import unicodedata
from typing import TYPE_CHECKING

from onrecord.figures.drawing.style import SIZE
from onrecord.glyphs import font_files, printable

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

_UNITS = 2048  # font units in an em of DejaVu Sans


@functools.cache
def _font(bold: bool) -> FT2Font:
    from matplotlib.ft2font import FT2Font

    return FT2Font(str(font_files()[int(bold)]))


@functools.cache
def _advance(char: str, bold: bool) -> float:
    from matplotlib.ft2font import LoadFlags

    return _font(bold).load_char(ord(char), LoadFlags.NO_SCALE).horiAdvance / _UNITS


def one_line(text: object) -> str:
    """`text` on one line, as the figures' font can show it; a missing value is empty."""
    return printable(" ".join(str(text).split())) if isinstance(text, str) else ""


def width_of(text: str, size: float = SIZE, bold: bool = False) -> float:
    """Width of `text` in points (kerning aside, which only narrows it)."""
    return size * sum(_advance(char, bold) for char in text)


def wrap(text: object, room: float, size: float = SIZE, most: int | None = None) -> list[str]:
    """Lines of `text` no wider than `room` points; a word that is wider is cut.

    At most `most` lines: the last then ends in "…" (the table under the figure has the whole). Never an empty list.
    """
    lines = [""]
    for word in one_line(text).split():
        whole = f"{lines[-1]} {word}".lstrip()
        if width_of(whole, size) <= room:
            lines[-1] = whole
        else:
            lines = [*filter(None, lines), *_cut(word, room, size)]
    if most and len(lines) > most:
        return [*lines[: most - 1], shortened(" ".join(lines[most - 1 :]), room, size)]
    return lines


def shortened(text: str, room: float, size: float = SIZE) -> str:
    """`text`, with its end replaced by "…" where it is wider than `room` points."""
    if width_of(text, size) <= room:
        return text
    while text and width_of(text + "…", size) > room:
        text = text[:-1]
    return text.rstrip() + "…"


def longest_word(text: object, size: float = SIZE) -> float:
    """Width in points of the widest word of `text`."""
    return max((width_of(word, size) for word in one_line(text).split()), default=0.0)


def _cut(word: str, room: float, size: float) -> list[str]:
    """`word` in pieces no wider than `room`, each of at least one letter; a combining mark keeps its letter."""
    pieces = [""]
    for char in word:
        mark = unicodedata.category(char).startswith("M")
        if pieces[-1] and not mark and width_of(pieces[-1] + char, size) > room:
            pieces.append("")
        pieces[-1] += char
    return pieces
