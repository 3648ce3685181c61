"""A copy of the seed case that a test may corrupt."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest
from onrecord.coding.checks import check
from onrecord.coding.reading import read_coding
from onrecord.problems import Problem

REPOSITORY = Path(__file__).parents[2]
SEED = REPOSITORY / "seeds" / "belarus-troops-2023"


class CaseCopy:
    """The seed in a folder of the test's own, edited a cell, a file or a key at a time."""

    def __init__(self, folder: Path):
        self.folder = folder
        shutil.copytree(SEED, folder)

    def records(self, table: str) -> list[list[str]]:
        data = (self.folder / f"{table}.csv").read_text(encoding="utf-8")
        return list(csv.reader(io.StringIO(data, newline="")))

    def write(self, table: str, lines: list[list[str]]) -> None:
        with (self.folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(lines)

    def row(self, table: str, row_id: str) -> int:
        """The row's number as a spreadsheet shows it."""
        return 1 + [line[0] for line in self.records(table)].index(row_id)

    def set(self, table: str, row_id: str, **cells: str) -> int:
        """Overwrite cells of one row; returns its number."""
        lines, number = self.records(table), self.row(table, row_id)
        for column, cell in cells.items():
            lines[number - 1][lines[0].index(column)] = cell
        self.write(table, lines)
        return number

    def add(self, table: str, *lines: list[str]) -> None:
        self.write(table, [*self.records(table), *lines])

    def replace(self, file: str, old: str, new: str) -> None:
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")

    def check(self) -> list[Problem]:
        return check(read_coding(self.folder))


@pytest.fixture
def case(tmp_path) -> CaseCopy:
    return CaseCopy(tmp_path / "seeds" / "belarus-troops-2023")
