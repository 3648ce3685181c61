"""The fonts that pip brings: Libertinus Serif and DejaVu Sans Mono in typst, DejaVu Sans in matplotlib."""

from __future__ import annotations

import functools
import shutil
import tempfile
from pathlib import Path
from typing import Any

from onrecord.briefing.scratch import scratch
from onrecord.glyphs import font_files


@functools.cache
def bundled_fonts(others: tuple[Path, ...] = ()) -> Any:
    """The Typst font book: the wheel's own fonts, DejaVu Sans, and `others`, of the house.

    matplotlib's folder also holds LastResort, which has a box for every character and would hide that one is
    missing; so the four files are handed over in a folder of their own, which goes with the process, or after a killed
    one with the next.
    """
    import typst

    folder = tempfile.mkdtemp(prefix="fonts-", dir=scratch())
    for number, file in enumerate((*font_files(), *others)):
        _lay(file, Path(folder) / f"{number}-{file.name}")
    return typst.Fonts(include_system_fonts=False, font_paths=[folder])


def _lay(file: Path, place: Path) -> None:
    """Makes `file` be at `place`, without a copy of it where the system can."""
    try:
        place.symlink_to(file)
    except OSError:  # Windows asks for a right that few have
        shutil.copy(file, place)
