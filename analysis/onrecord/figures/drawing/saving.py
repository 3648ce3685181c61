"""A drawn figure as a file: SVG, PNG or PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord import design
from onrecord.figures.drawing import style
from onrecord.problems import ProblemsError, problem

if TYPE_CHECKING:
    from matplotlib.figure import Figure as Drawing

    from onrecord.figures.drawing.sheet import Panel

DPI = 300.0
MOST_DPI = 2400.0  # a sheet of print space has then some 15,000 by 18,000 dots
_UNDATED = {"CreationDate": None, "Creator": None, "Producer": None}


def save_panels(panels: Sequence[Panel], path: Path, dpi: float) -> list[Path]:
    """Writes the panels and returns what was written: a page each in one PDF, else a file each.

    Of several SVG or PNG files the second is called ``NAME-2.svg``, and so on. `dpi`, dots an inch, is for PNG.
    Raises ProblemsError for another ending, a folder that is not there, a file that cannot be written, a `dpi` of 0.
    """
    _check(path, dpi)
    try:
        return _WRITERS[path.suffix.lower()](panels, path, dpi)
    except OSError as error:
        raise _refused(f"{path} cannot be written: {error.strerror}", "give a place that you may write to") from None


def _check(path: Path, dpi: float) -> None:
    if path.suffix.lower() not in _WRITERS:
        found = f"{path.name!r} does not say in which format to save the figure"
        raise _refused(found, f"end the name in {' or '.join(_WRITERS)}")
    if not path.parent.is_dir():
        raise _refused(f"there is no folder {path.parent}", "make it first, or name one that is there")
    if not 0 < dpi <= MOST_DPI:
        raise _refused(f"dpi is {dpi}", f"give the dots an inch, more than 0 and at most {MOST_DPI:.0f}")


def _refused(found: str, remedy: str) -> ProblemsError:
    return ProblemsError([problem("E-FILE", found=found, remedy=remedy)])


def _svgs(panels: Sequence[Panel], path: Path, dpi: float) -> list[Path]:
    """The SVGs of the page, a file each."""
    paths = _numbered(path, len(panels))
    for panel, one in zip(panels, paths, strict=True):
        one.write_text(panel.svg, encoding="utf-8", newline="\n")
    return paths


def _pngs(panels: Sequence[Panel], path: Path, dpi: float) -> list[Path]:
    paths = _numbered(path, len(panels))
    for panel, one in zip(panels, paths, strict=True):
        with style.settings(), one.open("wb") as file:
            _on_paper(panel.drawing).savefig(file, format="png", dpi=dpi, metadata={"Software": None})
    return paths


def _pdf(panels: Sequence[Panel], path: Path, dpi: float) -> list[Path]:
    from matplotlib.backends.backend_pdf import PdfPages

    with style.settings(), path.open("wb") as file, PdfPages(file, metadata=_UNDATED) as pages:
        for panel in panels:
            pages.savefig(_on_paper(panel.drawing))
    return [path]


def _numbered(path: Path, number: int) -> list[Path]:
    """``NAME.svg``, ``NAME-2.svg``, ``NAME-3.svg`` …"""
    return [path, *(path.with_stem(f"{path.stem}-{one}") for one in range(2, number + 1))]


def _on_paper(drawing: Drawing) -> Drawing:
    """The drawing on white paper, without the links: they lead to rows of a page that is not there."""
    drawing.patch.set(visible=True, facecolor=design.PAPER)
    for artist in drawing.findobj():
        artist.set_url(None)
    return drawing


_WRITERS: dict[str, Callable[[Sequence[Panel], Path, float], list[Path]]] = {
    ".svg": _svgs,
    ".png": _pngs,
    ".pdf": _pdf,
}
