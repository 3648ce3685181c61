"""The reviewer's desk: the row that is shown, what waits for an answer, and the rows that come next."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.coding.changing.edits import Change
from onrecord.coding.reading import Coding
from onrecord.coding.storing.sheet import Cells
from onrecord.lab.panel.rows import Names
from onrecord.lab.reviewing.proposal import Proposal
from onrecord.lab.reviewing.queue import RowKey, rows
from onrecord.lab.reviewing.session import Review

VISITED = 200  # rows that Back remembers


class ShownRow(NamedTuple):
    """A row as it is shown."""

    key: RowKey
    cells: Cells

    @property
    def digest(self) -> list[str]:
        """What a decision must name: table, id, and a digest of the cells as shown."""
        return [*self.key, digest(self.cells)]


class Asked(NamedTuple):
    """A decision that waits for a yes, known by its digest."""

    digest: str
    proposal: Proposal


class Filling(NamedTuple):
    """What the form is about: a row, or with id '' a new one; `opened` is the row as shown when it was opened."""

    table: str
    id: str
    opened: Cells


class Said(NamedTuple):
    """What the panel says; `level` is info, warning or error."""

    text: str = ""
    level: str = "info"


class Desk:
    """One reviewer at work on one case."""

    def __init__(self, folder: Path, reviewer: str):
        self.folder = folder
        self.review = Review(folder, reviewer)
        self.row: ShownRow | None = None
        self.asked: Asked | None = None
        self.filling: Filling | None = None
        self.form: dict[str, Any] = {}  # as the panel has it
        self.order, self.table = "doubt", ""
        self._skipped: list[RowKey] = []
        self._visited: list[RowKey] = []

    @property
    def coding(self) -> Coding:
        """The case as it stands on disk."""
        return self.review.snapshot().coding

    @property
    def names(self) -> Names:
        """What its ids stand for."""
        return Names(self.coding)

    def queue(self) -> list[RowKey]:
        """The open rows of the tables that are chosen, those skipped at the end."""
        found = [key for key in self.review.queue(self.order) if self.table in ("", key.table)]
        skipped = [key for key in self._skipped if key in found]
        return [key for key in found if key not in skipped] + skipped

    def go(self, key: RowKey) -> None:
        """Show that row; what was being filled in or asked is dropped."""
        if self.row and self.row.key != key:
            self._visited = [*self._visited[-VISITED:], self.row.key]
        self.row = ShownRow(key, rows(self.coding).get(key, {}))
        self.drop()

    def to_next(self, after: RowKey | None = None) -> None:
        """The first open row of the queue; or the one behind `after`, round to the first again."""
        queue = self.queue()
        behind = _behind(queue, after)
        candidates = [key for key in behind or queue if key != after] or queue
        if candidates:
            self.go(candidates[0])

    def to_next_of(self, behind: Sequence[RowKey]) -> None:
        """The first of those rows that is still open; else the next after the row shown."""
        still = set(self.queue())
        following = next((key for key in behind if key in still), None)
        if following:
            self.go(following)
        else:
            self.to_next(after=self.row.key if self.row else None)

    def behind(self) -> list[RowKey]:
        """The rows of the queue that come after the one shown."""
        return _behind(self.queue(), self.row.key if self.row else None)

    def back(self) -> None:
        """The row that was shown before this one, if it is still there."""
        known = rows(self.coding)
        while self._visited:
            key = self._visited.pop()
            if key in known and not (self.row and self.row.key == key):
                self.row = ShownRow(key, known[key])
                return

    def skip(self, key: RowKey) -> None:
        """Put the row at the end of the queue."""
        self.keep(key)
        self._skipped.append(key)

    def keep(self, key: RowKey) -> None:
        """The row is no longer skipped."""
        self._skipped = [skipped for skipped in self._skipped if skipped != key]

    def drop(self) -> None:
        """Neither a question nor a form waits any more."""
        self.asked = self.filling = None

    def settle(self) -> None:
        """Bring the row up to what is on disk; one that is gone makes room for the first of the queue."""
        known = rows(self.coding)
        if self.row is None or self.row.key not in known:
            first = next(iter(self.queue()), None)
            self.row = ShownRow(first, {}) if first else None
        if self.row:
            self.row = ShownRow(self.row.key, dict(known[self.row.key]))
        if self.filling is None:
            self.form = {}

    def remaining(self) -> str:
        """How many rows are left, in words."""
        number = sum(opened for opened, _ in self.review.left().values())
        return f"{number} {'row is' if number == 1 else 'rows are'} left." if number else "No row is left."


def digest(value: object) -> str:
    """A short name for what `value` holds."""
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:16]


def digest_of(changes: Sequence[Change]) -> str:
    """A short name for what a decision changes."""
    return digest([change._asdict() for change in changes])


def _behind(queue: list[RowKey], key: RowKey | None) -> list[RowKey]:
    return queue[queue.index(key) + 1 :] if key in queue else []
