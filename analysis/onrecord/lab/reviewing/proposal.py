"""A decision that is not saved yet: what it changes, and whether the case would still stand."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from onrecord.coding.changing.saving import Change, apply, same
from onrecord.coding.changing.sheet import Cells, Sheet
from onrecord.coding.checks import check
from onrecord.coding.reading import Coding, read_coding
from onrecord.coding.tables import TABLES
from onrecord.problems import Problem, ProblemsError, problem


class Found(NamedTuple):
    """A problem and the row that it stands at ('' for the article's own)."""

    table: str
    id: str
    problem: Problem

    @property
    def key(self) -> tuple[str, str, str, str, str]:
        """What makes it the same problem in an edited table, where rows have other numbers."""
        return self.table, self.id, self.problem.code, self.problem.field, re.sub(r"\d+", "#", self.problem.message)


class Tried(NamedTuple):
    """A case as a decision would leave it."""

    coding: Coding
    found: list[Found]


class Proposal:
    """Changes to the tables of `folder` as they stand on disk, gathered row by row."""

    def __init__(self, folder: Path):
        self.folder = folder
        self._before: dict[str, dict[str, Cells]] = {}
        self._changes: dict[tuple[str, str], Change] = {}
        self._tried: Tried | None = None
        self.blocked: list[Found] = []  # the errors that forbid it

    @property
    def changes(self) -> list[Change]:
        """What is to be saved: the row decided upon first."""
        return [change for change in self._changes.values() if not same(change.before, change.after)]

    @property
    def touched(self) -> set[tuple[str, str]]:
        """Table and id of every row in it."""
        return set(self._changes)

    @cached_property
    def _tables(self) -> tuple[str, ...]:
        return tuple(name for name in TABLES if (self.folder / f"{name}.csv").is_file())

    def _rows(self, table: str) -> dict[str, Cells]:
        if table not in self._before:
            self._before[table] = Sheet.of(self.folder / f"{table}.csv").rows if table in self._tables else {}
        return self._before[table]

    def before(self, table: str, row: str) -> Cells:
        """The row as it is on disk; raises ProblemsError where it is not there."""
        if row not in self._rows(table):
            found = f"there is no row {row!r} any more"
            raise ProblemsError([problem("E-FILE", f"{table}.csv", found=found, remedy="nothing was saved")])
        return self._rows(table)[row]

    def row(self, table: str, row: str) -> Cells | None:
        """The row as this decision leaves it; None where it is not there."""
        change = self._changes.get((table, row))
        return change.after if change else self._rows(table).get(row)

    def rows(self, table: str) -> Iterator[tuple[str, Cells]]:
        """The rows of a table as this decision leaves them."""
        for row in [*self._rows(table), *(i for t, i in self._changes if t == table and i not in self._rows(table))]:
            if (cells := self.row(table, row)) is not None:
                yield row, cells

    def put(self, action: str, table: str, row: str, **cells: str) -> None:
        """Set some cells of a row, or make a new row of them; only the row decided upon keeps its first action."""
        known = self._rows(table).get(row)
        earlier = self._changes.get((table, row))
        after = (self.row(table, row) or {}) | cells
        action = earlier.action if earlier else action
        self._changes[table, row] = Change(table, row, action, known, after)
        self._tried = None

    def remove(self, action: str, table: str, row: str) -> None:
        """Take the row away."""
        self._changes[table, row] = Change(table, row, action, self.before(table, row), None)
        self._tried = None

    @cached_property
    def _known(self) -> set[tuple[str, ...]]:
        coding = read_coding(self.folder)
        return {found.key for found in placed(coding, check(coding))}

    def errors(self) -> list[Found]:
        """The errors that this decision would bring: those that the case does not have as it stands."""
        return [f for f in self.tried().found if f.problem.level == "error" and f.key not in self._known]

    def tried(self) -> Tried:
        """The case as this decision would leave it, tried on a copy."""
        self._tried = self._tried or self._try()
        return self._tried

    def _try(self) -> Tried:
        with tempfile.TemporaryDirectory() as beside:
            copy = Path(beside) / self.folder.name
            copy.mkdir()
            for name in ("article.txt", "article.yml", *(f"{table}.csv" for table in self._tables)):
                if (self.folder / name).is_file():
                    shutil.copyfile(self.folder / name, copy / name)
            for table in dict.fromkeys(change.table for change in self.changes):
                sheet = Sheet.of(copy / f"{table}.csv")
                apply({table: sheet}, [change for change in self.changes if change.table == table])
                (copy / f"{table}.csv").write_bytes(sheet.data())
            coding = read_coding(copy)
            return Tried(coding, placed(coding, check(coding)))


def placed(coding: Coding, problems: list[Problem]) -> list[Found]:
    """`problems` with the rows that they stand at."""
    names = {(f"{t}.csv", r.number): r.cells.get("id", "") for t, records in coding.records.items() for r in records}
    return [Found(p.file.removesuffix(".csv"), names.get((p.file, p.row), ""), p) for p in problems]
