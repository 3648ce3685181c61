"""Where a project's folders are, and whose notebooks are used where it has none: those that come with the package."""

from __future__ import annotations

from pathlib import Path

from onrecord.coding.folders import find_seeds
from onrecord.packaged import NOTEBOOKS
from onrecord.problems import ProblemsError, problem


def find_notebooks(start: Path | None = None) -> Path:
    """The nearest ``notebooks/`` at or above `start` (default: the working folder), the package's own where none is.

    A ``seeds/`` that is nearer is a project without notebooks. Raises ProblemsError where there is neither.
    """
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / "notebooks").is_dir():
            return folder / "notebooks"
        if (folder / "seeds").is_dir():
            return NOTEBOOKS
    remedy = "go to the project's folder, or make one: onrecord init DIR"
    raise ProblemsError([problem("E-NOTEBOOK", found="there is no notebooks/ folder here or above", remedy=remedy)])


def home_of(notebooks: Path) -> Path:
    """The folder of the project that uses `notebooks`: the one they are in, or for the package's own the nearest."""
    here = Path.cwd().resolve()
    seeds = find_seeds(here)
    if notebooks != NOTEBOOKS or seeds is None or here.is_relative_to(notebooks.parent):
        return notebooks.parent
    return seeds.parent


def work_folder(notebook: Path) -> Path:
    """Where a notebook runs: in its own folder, as in JupyterLab; one of the package's own in the project's."""
    home = home_of(notebook.parent)
    return notebook.parent if home == notebook.parent.parent else home
