"""A build that goes on: after each save it makes what the save touches, until it is told to end."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import watchfiles

from onrecord.briefing.asking import read_given
from onrecord.briefing.formats import read_formats
from onrecord.briefing.home import find_notebooks, home_of
from onrecord.briefing.interrupting import ended_as_interrupted
from onrecord.briefing.keeping import build
from onrecord.briefing.making import path_sha256
from onrecord.coding.cases import seeds_folder
from onrecord.coding.folders import shown
from onrecord.printing import say
from onrecord.problems import ProblemsError, refused

READY = "ready; waiting for a save in {}/ or {}/, until Ctrl-C"
QUIET_MS = 100  # a save is over when nothing more has happened for so long
WAIT_MS = 200  # so often it is looked whether there was one
CODE = {".ipynb", ".py"}  # what no cell writes


def build_on_saves(cases: tuple[str, ...], fresh: bool, given: tuple[str, ...], formats: str, **asked: Any) -> None:
    """Builds as `build`, and again after each save in ``seeds/`` or ``notebooks/``; an interrupt ends it.

    What is wrong with a coding or a notebook is said, and the watch goes on. Raises ProblemsError for parameters and
    formats that no save can mend.
    """
    read_given(given)
    read_formats(formats)
    notebooks = find_notebooks()
    folders = seeds_folder(home_of(notebooks)), notebooks
    with contextlib.suppress(KeyboardInterrupt), ended_as_interrupted():
        for number, saved in enumerate(_saves(*folders)):
            say(*(f"saved: {shown(path)}" for path in saved))
            _build(cases, fresh=fresh and number == 0, given=given, formats=formats, **asked)


def _build(cases: tuple[str, ...], **asked: Any) -> None:
    """Builds, and says what stands in the way."""
    try:
        build(cases, **asked)
    except ProblemsError as error:
        say(*error.problems, err=True)
    except OSError as error:
        say(refused(error), err=True)


def _saves(*folders: Path) -> Iterator[list[Path]]:
    """At first nothing, at once; then, each time there are any, the files that hold another thing than before.

    By content, so that what only touches a file is no save. What is saved while the caller is at work comes next; but
    what then appears in ``notebooks/``, the last of `folders`, and is no code was written by a cell. It says that it
    is ready when it has looked for that, and not before: what is saved from then on is a person's.
    """
    ready = READY.format(*map(shown, folders))
    noticed = watchfiles.watch(*folders, watch_filter=None, step=QUIET_MS, rust_timeout=WAIT_MS, yield_on_timeout=True)
    next(noticed)  # it watches from here on
    seen = _held(*folders)
    yield []
    seen |= _written(folders[-1])
    say(ready)
    for changes in noticed:
        now = _held(*folders) if changes else seen
        if saved := sorted(path for path in seen | now if seen.get(path) != now.get(path)):
            yield saved
            seen = now | _written(folders[-1])
            say(ready)


def _held(*folders: Path) -> dict[Path, str]:
    """The files in those folders but hidden ones, with the hash of what they hold."""
    found = (path for folder in folders for path in folder.rglob("[!.]*"))
    return {path: _sha256(path) for path in found if path.is_file() and not _is_hidden(path, folders)}


def _is_hidden(path: Path, folders: tuple[Path, ...]) -> bool:
    """Whether a folder on the way to it is one that a program keeps for itself."""
    within = next(path.relative_to(folder) for folder in folders if path.is_relative_to(folder))
    return any(part.startswith((".", "__pycache__")) for part in within.parts)


def _written(notebooks: Path) -> dict[Path, str]:
    """What a cell may write beside its notebook."""
    return {path: sha256 for path, sha256 in _held(notebooks).items() if path.suffix not in CODE}


def _sha256(path: Path) -> str:
    """Of what it holds; "" of a file that goes at this moment."""
    try:
        return path_sha256(path)
    except OSError:
        return ""
