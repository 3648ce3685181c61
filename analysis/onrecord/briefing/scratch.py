"""Where a build puts what is not kept: a folder of its own, which goes with the process."""

from __future__ import annotations

import contextlib
import functools
import os
import re
import sys
import tempfile
from collections.abc import Iterator
from multiprocessing.util import Finalize
from pathlib import Path

from onrecord.coding.storing.locking import alone, in_use
from onrecord.coding.storing.recovering import take_away
from onrecord.problems import ProblemsError, problem

PREFIX = "onrecord-build-"
OURS = re.compile(PREFIX + r"[a-z0-9_]{8}")  # as `tempfile` names them; no other folder is ever taken away
SHORT = 50  # bytes: behind a longer folder the name of a socket is too long for the system, 107
PLACES = ("/tmp", "/var/tmp", "/dev/shm")  # where a socket may lie instead
_held = contextlib.ExitStack()  # the folders that this process keeps others out of, to its end


@functools.cache
def scratch(place: str = "") -> Path:
    """This process's folder in `place` (default: the system's for such files); what killed ones left there goes."""
    within = Path(place or tempfile.gettempdir())
    for left in _left(within):
        take_away(left)
    while True:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=within))
        _held.enter_context(alone(folder))
        if folder.is_dir():  # else another build took it for left, before it was held
            break
    Finalize(None, take_away, args=(folder,), exitpriority=-200)  # after what multiprocessing keeps in it
    return folder


def _left(within: Path) -> Iterator[Path]:
    """The folders of processes that are gone."""
    if sys.platform == "win32":  # nothing says there whether a process still has it
        return
    for folder in within.glob(f"{PREFIX}*"):
        with contextlib.suppress(OSError):
            if (
                OURS.fullmatch(folder.name)
                and not folder.is_symlink()
                and folder.stat().st_uid == os.getuid()
                and not in_use(folder)
            ):
                yield folder


def for_sockets() -> Path:
    """A folder for sockets, whose names must be short; raises ProblemsError where there is none."""
    if len(os.fsencode(tempfile.gettempdir())) <= SHORT:
        return scratch()
    for place in PLACES:
        with contextlib.suppress(OSError):
            return scratch(place)
    raise ProblemsError([problem("E-FILE", tempfile.gettempdir(), found=LONG, remedy="set TMPDIR to a shorter one")])


LONG = f"the folder for temporary files has a name of more than {SHORT} bytes, too long for the sockets in it"


@contextlib.contextmanager
def temporary_files_in(folder: Path) -> Iterator[None]:
    """While it lasts, what this process makes for a while is made in `folder`."""
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before
