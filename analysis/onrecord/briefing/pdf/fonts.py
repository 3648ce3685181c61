"""The fonts that pip brings: Libertinus Serif and DejaVu Sans Mono in typst, DejaVu Sans in matplotlib."""

from __future__ import annotations

import atexit
import functools
import shutil
import tempfile
from pathlib import Path

from onrecord.glyphs import font_files


@functools.cache
def bundled_fonts():
    """The Typst font book: the wheel's own fonts and DejaVu Sans.

    matplotlib's folder also holds LastResort, which has a box for every character and would hide that one is
    missing; so the four files are handed over in a folder of their own, read at once, and removed.
    """
    import typst

    folder = tempfile.mkdtemp(prefix="onrecord-fonts-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    for file in font_files():
        shutil.copy(file, Path(folder) / file.name)
    return typst.Fonts(include_system_fonts=False, font_paths=[folder])
