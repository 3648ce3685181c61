"""What a document's process opens beside its case: such files are part of what the document was made of."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from onrecord.briefing.making import path_sha256

# What the process does that a later build could not know of.
ELSEWHERE = (
    *("os.system", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.startfile"),
    *("subprocess.Popen", "pty.spawn", "webbrowser.open", "sqlite3.connect", "urllib.Request"),
    *("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"),
    *("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate"),
)
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
SYSTEM = ("/dev/", "/proc/", "/sys/")


class Reads:
    """The files that this process opens from `watch` on; those of `inside` do not count: they are known otherwise."""

    def __init__(self, *inside: Path):
        places = {*inside, *map(Path, (sys.prefix, sys.base_prefix, sys.exec_prefix))}
        self._inside = (*(f"{place}{os.sep}" for place in {*places, *(one.resolve() for one in places)}), *SYSTEM)
        self._found: dict[str, str] = {}
        self._known, self._looking = True, False

    def watch(self) -> None:
        """Begin; Python has no end of it."""
        sys.addaudithook(self._seen)

    def found(self) -> dict[str, str] | None:
        """Each file with the hash of what it held, "" where it was not there; None where more counts."""
        self._looking = True
        whole = self._known and all(path_sha256(Path(path)) == sha256 for path, sha256 in self._found.items())
        self._looking = False
        return dict(self._found) if whole else None

    def _seen(self, event: str, given: tuple[Any, ...]) -> None:
        if event == "open" and not self._looking:
            self._opened(*given)
        elif event in ELSEWHERE and not self._looking and not self._is_inside(given):
            self._known = False

    def _opened(self, path: object, mode: object, flags: object) -> None:
        name = _absolute(path)
        if not name or self._is_known(name):
            return
        if (isinstance(flags, int) and flags & WRITING) or (isinstance(mode, str) and set(mode) & set("wax+")):
            self._known = False
        elif name not in self._found:
            self._looking = True
            try:
                if Path(name).is_dir():  # opened to be locked, or for what is in it, which is opened as well
                    return
                read = _whole(Path(name))
                self._found[str(read)] = path_sha256(read)
            except OSError:
                self._known = False
            finally:
                self._looking = False

    def _is_inside(self, given: tuple[Any, ...]) -> bool:
        """Whether an event is of a path that does not count; one within an open folder is of a tree that goes."""
        if len(given) == 2 and isinstance(given[1], int) and given[1] >= 0:
            return True
        name = _absolute(given[0]) if given else ""
        return bool(name) and self._is_known(name)

    def _is_known(self, name: str) -> bool:
        return f"{name}{os.sep}".startswith(self._inside) or "__pycache__" in name


def _whole(path: Path) -> Path:
    """The folder of a case for what is read of one, since what is not in it counts as well; else the file."""
    return path.parent if (path.parent / "article.txt").is_file() else path


def _absolute(path: object) -> str:
    """The path that was opened, "" for a number of what is open already."""
    if isinstance(path, (str, bytes, os.PathLike)):
        return os.path.abspath(os.fsdecode(path))  # noqa: PTH100 nothing may be asked of the file system here
    return ""
