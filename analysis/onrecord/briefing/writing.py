"""Files of the shelf: written whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

from onrecord.coding.storing.locking import alone, in_use
from onrecord.coding.storing.recovering import take_away
from onrecord.problems import ProblemsError, problem

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

LOCK = ".onrecord-lock"
LEFT = re.compile(r"\.(data|.+\.(?:html|pdf|json|ipynb))\.(?:[0-9a-f]{32}|[a-z0-9_]{8})")  # files on the way to a name
PATIENCE = 60  # seconds; a build holds a folder for the moment in which it saves its manifests


def write(path: Path, data: bytes) -> None:
    """Puts `data` into `path` in one step; its folder is made where it is missing."""
    with naming(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = _beside(path)
        try:
            temporary.touch(exist_ok=False)  # as any file of this user's: 0666 less the umask
            with alone(temporary):
                temporary.write_bytes(data)
                temporary.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise


@contextlib.contextmanager
def folder_beside(path: Path) -> Iterator[Path]:
    """A folder on the same disk as `path`, for what will take its place; it is gone afterwards."""
    folder = _beside(path)
    folder.mkdir()
    try:
        with alone(folder):
            yield folder
    finally:
        take_away(folder)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{uuid4().hex}")


def clear_leftovers(folder: Path) -> None:
    """Takes away what a killed build left half-written in `folder`; what another one writes right now stays."""
    for path in folder.glob(".*") if sys.platform != "win32" else ():
        if LEFT.fullmatch(path.name) and not in_use(path):
            take_away(path) if path.is_dir() else path.unlink(missing_ok=True)


@contextlib.contextmanager
def naming(path: Path) -> Iterator[None]:
    """While it lasts, what the system refuses is refused of `path`, not of a file that it is made from."""
    try:
        yield
    except OSError as error:
        if error.errno is not None:  # else it is not the system's
            error.filename = str(path)
        raise


@contextlib.contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """While it lasts, another build that writes to `folder` waits here; the folder is made where it is missing.

    The lock is the system's own, and goes with the process. Where there is none it is a file, and ProblemsError names
    it when it stays.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with alone(folder) if fcntl else _lock_file(folder / LOCK):
        yield


@contextlib.contextmanager
def _lock_file(path: Path) -> Iterator[None]:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            break
        except FileExistsError:
            if time.monotonic() > until:
                remedy = "wait for it, or delete this file if no build is running"
                raise ProblemsError(
                    [problem("E-FILE", str(path), found="another build is saving here", remedy=remedy)]
                ) from None
            time.sleep(0.1)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
