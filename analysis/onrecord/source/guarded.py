"""A file of a case, read only where it is the case's own and no larger than any of its kind."""

from __future__ import annotations

from pathlib import Path

from onrecord.problems import Problem, ProblemsError, problem

MB = 1_000_000
LIMITS = {".yml": MB // 10, ".txt": 5 * MB, ".csv": 50 * MB}  # bytes; by far more than an article and its coding take


def read_guarded(path: Path) -> bytes:
    """The bytes of a case's file. Raises ProblemsError where it is a link, too large, or may not be read.

    Raises FileNotFoundError where there is none. What a link leads to need not be the case's: it would be printed and
    published with it. The folder of the case may be one.
    """
    try:
        if linked := link_problems(path):
            raise ProblemsError(linked)
        if not path.is_file():
            raise FileNotFoundError(path)
        return _read(path)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise ProblemsError([_unreadable(path, error)]) from None


def link_problems(path: Path) -> list[Problem]:
    """The problem that the file is a symbolic link, or none."""
    if not path.is_symlink():
        return []
    found, remedy = "is a symbolic link, which may lead out of the case", "put the file itself in its place"
    return [problem("E-FILE", path.name, found=found, remedy=remedy)]


def _read(path: Path) -> bytes:
    limit = LIMITS[path.suffix]
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        found = f"holds more than {limit:,} bytes, the most that a {path.suffix} file of a case may"
        raise ProblemsError([problem("E-FILE", path.name, found=found, remedy="look at what it holds, and cut it")])
    return data


def _unreadable(path: Path, error: OSError) -> Problem:
    found = f"not readable: {error.strerror or error}"
    return problem("E-FILE", path.name, found=found, remedy="look at the file's permissions")
