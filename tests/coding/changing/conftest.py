"""Calls to the file system that fail."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

READING = {"open", "os.listdir", "os.scandir"}
WRITING = {"os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.truncate", "os.utime"}


class KilledError(BaseException):
    """No call reaches the file system any more."""


class Faults:
    """Lets the n-th call that reaches the file system in `folder` raise; KilledError: and all behind it, too."""

    def __init__(self, folder: Path):
        self.folder = str(folder)
        self.left, self.error, self.armed, self.fired, self.reading = 0, KilledError(), False, False, True

    def arm(self, number: int, error: BaseException, *, reading: bool) -> None:
        """`reading`: whether calls count that change nothing."""
        self.left, self.error, self.armed, self.fired, self.reading = number, error, True, False, reading

    def disarm(self) -> None:
        self.armed = False

    def call(self, path: object) -> None:
        """A call for `path`, which is a number, or relative, where a folder is taken away."""
        if not self.armed or (isinstance(path, str) and path.startswith("/") and not path.startswith(self.folder)):
            return
        self.left -= 1
        if self.left == 0 or (self.left < 0 and isinstance(self.error, KilledError)):
            self.fired = True
            raise self.error


here: list[Faults] = []


def _hook(event: str, args: tuple) -> None:
    writing = event in WRITING or (event == "open" and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
    if here and (writing or (event in READING and here[-1].reading)):
        path = args[0]
        here[-1].call(os.fspath(path) if isinstance(path, os.PathLike) else path)


sys.addaudithook(_hook)


@pytest.fixture
def faults(tmp_path, monkeypatch):
    """Faults in this test's folder; nothing waits for the disk."""
    found = Faults(tmp_path)
    monkeypatch.setattr(os, "fsync", found.call)
    here.append(found)
    yield found
    found.disarm()
    here.remove(found)
