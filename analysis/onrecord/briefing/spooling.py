"""What a cell's programs write to the process's own standard output and error, past Python."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator


class Spool:
    """A file without a name in place of the descriptor `number`, while cells run; `name` is the stream's."""

    def __init__(self, number: int, name: str):
        self.number, self.name = number, name
        self._file = tempfile.TemporaryFile("a+b", buffering=0)  # noqa: SIM115 it lasts as long as the process
        self._read = 0

    @contextlib.contextmanager
    def filling(self) -> Iterator[None]:
        """While it lasts, what is written to the descriptor goes into the file."""
        before = os.dup(self.number)
        os.dup2(self._file.fileno(), self.number)
        try:
            yield
        finally:
            os.dup2(before, self.number)
            os.close(before)

    def taken(self) -> str:
        """What was written since the last time."""
        if os.fstat(self._file.fileno()).st_size == self._read:
            return ""
        self._file.seek(self._read)
        data = self._file.read()
        self._read += len(data)
        return data.decode("utf-8", "replace")
