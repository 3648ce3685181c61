"""Changes to the rows of a case, gathered before any of them is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from onrecord.coding.storing.sheet import Cells, same
from onrecord.problems import ProblemsError, problem


class Change(NamedTuple):
    """What a decision does to one row; None: the row is not there."""

    table: str
    id: str
    action: str
    before: Cells | None
    after: Cells | None
    place: int | None = None  # record number of a row that comes back


class Edits:
    """Rows as they are to become: those that `rows_of` gives for a table, by id, with the changes made so far.

    The rows that `rows_of` gives stay as they are. Only the row decided upon keeps the action of its first change.
    """

    def __init__(self, rows_of: Callable[[str], Mapping[str, Cells]]):
        self._rows_of = rows_of
        self._changes: dict[tuple[str, str], Change] = {}

    @property
    def changes(self) -> list[Change]:
        """What is to be written: the row decided upon first."""
        return [change for change in self._changes.values() if not same(change.before, change.after)]

    @property
    def touched(self) -> set[tuple[str, str]]:
        """Table and id of every row in it."""
        return set(self._changes)

    def before(self, table: str, row: str) -> Cells:
        """The row as it was; raises ProblemsError where it is not there."""
        if row not in self._rows_of(table):
            found = f"there is no row {row!r} any more"
            raise ProblemsError([problem("E-FILE", f"{table}.csv", found=found, remedy="nothing was saved")])
        return self._rows_of(table)[row]

    def row(self, table: str, row: str) -> Cells | None:
        """The row as it is to become; None where it is not there."""
        change = self._changes.get((table, row))
        return change.after if change else self._rows_of(table).get(row)

    def cells(self, table: str, row: str) -> Cells:
        """The same; no cells where it is not there."""
        return self.row(table, row) or {}

    def rows(self, table: str) -> Iterator[tuple[str, Cells]]:
        """The rows of a table as they are to become, new ones last."""
        known = self._rows_of(table)
        for row in [*known, *(row for name, row in self._changes if name == table and row not in known)]:
            if (cells := self.row(table, row)) is not None:
                yield row, cells

    def put(self, action: str, table: str, row: str, **cells: str) -> None:
        """Set some cells of a row, or make a new row of them."""
        earlier = self._changes.get((table, row))
        known, after = self._rows_of(table).get(row), self.cells(table, row) | cells
        self._change(Change(table, row, earlier.action if earlier else action, known, after))

    def remove(self, action: str, table: str, row: str) -> None:
        """Take the row away."""
        self._change(Change(table, row, action, self.before(table, row), None))

    def _change(self, change: Change) -> None:
        self._changes[change.table, change.id] = change


def by_id(rows: Mapping[str, Iterable[Cells]]) -> Callable[[str], Mapping[str, Cells]]:
    """Rows in memory, as `Edits` asks for them."""
    found = {table: {cells["id"]: cells for cells in listed} for table, listed in rows.items()}
    return lambda table: found.get(table, {})
