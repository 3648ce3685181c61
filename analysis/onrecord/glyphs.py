"""What the bundled fonts can show: one pass over text before it goes into a figure or a PDF.

A character that cannot be shown, or that would reorder or hide its neighbours, prints as its code point,
``[U+202E]``; the pass is undone by reading the code points back. Coverage is that of DejaVu Sans, which sets the
figures and stands in wherever the PDF's text font lacks a glyph.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

LONG_WORD = 40  # letters; a longer word gets break points
BREAK_EVERY = 20
ZERO_WIDTH_SPACE = "\u200b"

_BIDI_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# in the font, yet refused in an archived PDF or taken for a blank: byte order mark, Ogham space
_REFUSED = frozenset("\ufeff\u1680")
# default ignorable: they shape their neighbours and show nothing of their own
_IGNORABLE = frozenset("\u00ad\u034f\u200b\u200c\u200d\u2060") | {chr(c) for c in range(0xFE00, 0xFE10)}
_JOINERS = frozenset("\u200c\u200d\u034f")
_SPACES = frozenset(" \t\n\r\u00a0\u2009\u202f")


def font_files() -> list[Path]:
    """The four DejaVu Sans files that matplotlib brings: regular, bold, oblique, bold oblique."""
    import matplotlib

    folder = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    return [folder / f"DejaVuSans{style}.ttf" for style in ("", "-Bold", "-Oblique", "-BoldOblique")]


@functools.cache
def _coverage() -> frozenset[int]:
    from matplotlib.ft2font import FT2Font

    return frozenset(FT2Font(str(font_files()[0])).get_charmap())


@functools.cache
def is_control(char: str) -> bool:
    """Whether `char` is a control, a bidi control, a surrogate, private or a noncharacter: never shown as itself."""
    if char in _SPACES:
        return False
    return char in _BIDI_CONTROLS or unicodedata.category(char) in ("Cc", "Co", "Cs") or _is_noncharacter(char)


def _is_noncharacter(char: str) -> bool:
    code = ord(char)
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


@functools.cache
def is_missing(char: str) -> bool:
    """Whether no bundled font can show `char`."""
    if is_control(char):
        return True
    if char in _IGNORABLE or char in _SPACES:
        return False
    return ord(char) not in _coverage() or char in _REFUSED


def code_point(char: str) -> str:
    """`char` as it prints when it cannot be shown: ``[U+4E2D]``."""
    return f"[U+{ord(char):04X}]"


def without_controls(text: str) -> str:
    """`text` with controls, bidi controls, private use and noncharacters as code points; for the page."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(code_point(char) if is_control(char) else char for char in text)


def printable(text: str) -> str:
    """`text` with every character that no bundled font can show as its code point; for figures and PDF."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(char if shown else code_point(char) for char, shown in _each(text))


def printable_in_svg(text: str) -> str:
    """As `printable`, for text in an SVG that goes into a PDF.

    There a mark that does not compose with its letter loses its code point on the way, which a PDF/A may not:
    it prints as its code point too, and so do joiners and the few scripts that are shaped in like manner.
    """
    if text.isascii():
        return printable(text)
    composed = unicodedata.normalize("NFC", text)
    return "".join(char if shown and not _joins(char) else code_point(char) for char, shown in _each(composed))


def _joins(char: str) -> bool:
    return char in _JOINERS or unicodedata.category(char).startswith("M") or _script(char) in ("NKO", "LAO", "TIFINAGH")


def missing(text: str) -> list[str]:
    """The characters of `text` that no bundled font can show, each once, in code point order."""
    return sorted({char for char, shown in _each(text) if not shown})


def _each(text: str) -> Iterator[tuple[str, bool]]:
    """Each character and whether it can be shown where it stands: a script's own mark needs that script before it."""
    before = ""
    for char in text:
        shown = not is_missing(char)
        if shown and unicodedata.category(char).startswith("M"):
            shown = _script(char) in ("COMBINING", "VARIATION", _script(before))
        before = char if shown else ""
        yield char, shown


def _script(char: str) -> str:
    """The first word of a character's name: ARABIC, HEBREW, COMBINING for a mark that goes with any letter."""
    return unicodedata.name(char, "").partition(" ")[0] if char else ""


def pieces(text: str, every: int = BREAK_EVERY, longest: int = LONG_WORD) -> list[str]:
    """`text` cut where a line may break inside words over `longest` letters; a combining mark keeps its letter."""
    if len(text) <= longest:
        return [text]
    long_words = re.finditer(rf"[^\s\u200b]{{{longest + 1},}}", text)
    edges = [0, *(cut for word in long_words for cut in _cuts(text, *word.span(), every)), len(text)]
    return [text[start:end] for start, end in pairwise(edges)]


def _cuts(text: str, start: int, end: int, every: int) -> Iterator[int]:
    """Where the word at `start` to `end` is cut, `every` so many characters, none of them before a combining mark."""
    cut = start + every
    while cut < end:
        while cut < end and unicodedata.category(text[cut]).startswith("M"):
            cut += 1
        if cut < end:
            yield cut
        cut += every


def breakable(text: str, every: int = BREAK_EVERY, longest: int = LONG_WORD) -> str:
    """`text` with a zero-width space at each place where `pieces` cuts it."""
    return ZERO_WIDTH_SPACE.join(pieces(text, every, longest))


def name(char: str) -> str:
    """`char` for a message: its code point and, where it has one, its Unicode name."""
    named = unicodedata.name(char, "")
    return f"U+{ord(char):04X}" + (f" ({named})" if named else "")


def why_not_shown(char: str) -> str:
    """Why `char` does not stand as itself, for a message."""
    if char in _BIDI_CONTROLS:
        return f"{name(char)} is a bidirectional control"
    if is_control(char):
        kind = {"Co": "private use", "Cn": "a noncharacter"}.get(unicodedata.category(char), "a control character")
        return f"{name(char)} is {kind}"
    return f"no bundled font has {name(char)}"
