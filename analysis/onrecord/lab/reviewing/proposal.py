"""A decision that is not saved yet: what it changes, and whether the case would still stand."""

from __future__ import annotations

import re
import tempfile
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from onrecord.coding.changing.edits import Change, Edits
from onrecord.coding.changing.saving import sheets_of, write_changed
from onrecord.coding.checks import check
from onrecord.coding.reading import Coding, read_coding
from onrecord.coding.storing.files import files_of
from onrecord.coding.storing.sheet import Cells, Sheet
from onrecord.problems import Problem


class Standing(NamedTuple):
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
    found: list[Standing]


class Proposal(Edits):
    """Changes to the tables of `folder` as they stand on disk, gathered row by row."""

    _tried: Tried | None = None

    def __init__(self, folder: Path):
        super().__init__(self._on_disk)
        self.folder = folder
        self._before: dict[str, dict[str, Cells]] = {}
        self.blocked: list[Standing] = []  # the errors that forbid it

    def _on_disk(self, table: str) -> dict[str, Cells]:
        if table not in self._before:
            self._before[table] = rows_on_disk(self.folder, table)
        return self._before[table]

    def _change(self, change: Change) -> None:
        super()._change(change)
        self._tried = None

    @cached_property
    def _known(self) -> set[tuple[str, ...]]:
        coding = read_coding(self.folder)
        return {found.key for found in standing(coding, check(coding))}

    def errors(self) -> list[Standing]:
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
            for name, data in files_of(self.folder).items():
                (copy / name).write_bytes(data)
            write_changed(copy, sheets_of(copy, self.changes), self.changes)
            coding = read_coding(copy)
            return Tried(coding, standing(coding, check(coding)))


def rows_on_disk(folder: Path, table: str) -> dict[str, Cells]:
    """The rows of a table's file by id; none where there is no file."""
    path = folder / f"{table}.csv"
    return Sheet.of(path).rows if path.is_file() else {}


def standing(coding: Coding, problems: list[Problem]) -> list[Standing]:
    """`problems` with the rows that they stand at."""
    names = _ids(coding)
    return [Standing(p.file.removesuffix(".csv"), names.get((p.file, p.row), ""), p) for p in problems]


def _ids(coding: Coding) -> dict[tuple[str, int | None], str]:
    """File and record number -> the row's id."""
    return {(f"{table}.csv", record.number): record.cells.get("id", "") for table, record in coding.lines()}
