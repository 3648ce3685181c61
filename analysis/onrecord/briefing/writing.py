"""Files of the shelf: written whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from onrecord.problems import ProblemsError, problem

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

LOCK = ".onrecord-lock"
PATIENCE = 60  # seconds; a build holds a folder for the moment in which it saves its manifests


def write(path: Path, data: bytes) -> None:
    """Puts `data` into `path` in one step; its folder is made where it is missing."""
    with naming(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(temporary).chmod(0o644)
            Path(temporary).replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
            raise


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
    with _locked(folder) if fcntl else _lock_file(folder / LOCK):
        yield


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


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
