"""Where a build may write: a folder of its own, that can be written to."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path

from onrecord.briefing.home import home_of
from onrecord.coding.cases import seeds_folder
from onrecord.coding.folders import shown
from onrecord.problems import Problem, ProblemsError, problem


def free(out: Path, notebooks: Path) -> Path:
    """`out`, where that is no place of the project's own; raises ProblemsError."""
    home = home_of(notebooks)
    taken = "the project's own folder" if out == home else _inside(out, seeds_folder(home), notebooks)
    if taken:
        found, remedy = f"--out {shown(out)} is {taken}", "give a folder of its own, such as reports"
        raise ProblemsError([problem("E-PARAM", found=found, remedy=remedy)])
    return out


def _inside(out: Path, *folders: Path) -> str:
    return next((f"in {folder.name}/" for folder in folders if out.is_relative_to(folder)), "")


def writable(folders: Iterable[Path]) -> None:
    """Tries to write a byte to each of those folders that is there, and to where others will be made.

    Raises ProblemsError, before anything runs.
    """
    there = dict.fromkeys(next(path for path in (f, *f.parents) if path.exists()) for f in folders)
    problems = [wrong for folder in there if (wrong := _refused(folder))]
    if problems:
        raise ProblemsError(problems)


def _refused(folder: Path) -> Problem | None:
    try:
        with tempfile.TemporaryFile(dir=folder, buffering=0) as file:
            file.write(b"1")
    except OSError as error:
        found = f"nothing can be written there: {error.strerror or error}"
        return problem("E-FILE", shown(folder), found=found, remedy="give another folder with --out")
    return None
