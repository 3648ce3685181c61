"""The style of a house in force: what `onrecord.yml` of the project gives, the design of the package for the rest."""

from __future__ import annotations

import functools
from pathlib import Path

from onrecord.house.given import NO_HOUSE, House
from onrecord.problems import Problem, ProblemsError

FILE = "onrecord.yml"


def house() -> House:
    """Of the nearest `onrecord.yml` at or above the working folder; raises ProblemsError with what is wrong there."""
    here = Path.cwd().resolve()
    path = next((one for folder in (here, *here.parents) if (one := folder / FILE).is_file()), None)
    return _known(path, *_stamp(path)) if path else NO_HOUSE


def wrong_style() -> list[Problem]:
    """Every problem with the `onrecord.yml` in force."""
    try:
        house()
    except ProblemsError as error:
        return error.problems
    return []


def _stamp(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_mtime_ns, found.st_size


@functools.lru_cache(maxsize=4)
def _known(path: Path, *_: int) -> House:
    """As it was read when the file was of that time and size."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    if not any(line.strip() and not line.lstrip().startswith("#") for line in lines):
        return NO_HOUSE
    from onrecord.house.reading import read_house

    return read_house(path)
