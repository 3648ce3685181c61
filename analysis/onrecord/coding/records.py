"""From a table's file to its records as written."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.coding.tables import CORE, TABLES
from onrecord.problems import Problem, ProblemsError, nearest, problem
from onrecord.source.guarded import read_guarded

csv.field_size_limit(min(sys.maxsize, 2**31 - 1))  # a sentence may be longer than the module's default cell

NEEDED = "the core tables of a case are " + ", ".join(CORE)
HEADER_LINE = "its first line names the columns; a table without rows is that line alone"
OTHER_MARKS = {";": "semicolons", "\t": "tabs"}


class Record(NamedTuple):
    """One line of a table as written: its number (header 1, first record 2) and its cells by column."""

    number: int
    cells: dict[str, str]


class Table(NamedTuple):
    """A table as written."""

    header: list[str]
    records: list[Record]


def read_records(folder: Path, name: str, problems: list[Problem]) -> Table | None:
    """The table `name`; None where its file is not there or cannot be read.

    What is wrong with the file, its header or the length of its rows is added to `problems`.
    """
    path = folder / f"{name}.csv"
    try:
        lines = _lines(path)
    except FileNotFoundError:
        problems += [no_file(path, NEEDED)] if name in CORE else []
        return None
    except ProblemsError as error:
        problems += error.problems
        return None
    header = lines[0] if lines else []
    problems += _header_problems(name, header, path.name)
    if "id" not in header:
        return None
    numbered = list(enumerate(lines[1:], 2))
    filled = [(number, cells) for number, cells in numbered if any(map(str.strip, cells))]
    problems += _blank_problems([number for number, cells in numbered if cells], [n for n, _ in filled], path.name)
    problems += _length_problems(header, filled, path.name)
    return Table(header, [_record(header, number, cells) for number, cells in filled])


def _lines(path: Path) -> list[list[str]]:
    """The lines of a table, the header first; raises FileNotFoundError, or ProblemsError where it is no table."""
    try:
        text = read_guarded(path).decode("utf-8-sig")
        _refuse_other_marks(text, path.name)
        return list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except UnicodeDecodeError as error:
        found, remedy = f"0x{error.object[error.start]:02X} is not UTF-8", "save the file as UTF-8"
        unread = problem("E-TEXT-ENCODING", path.name, offset=error.start, found=found, remedy=remedy)
    except csv.Error as error:
        found, remedy = f"not readable as CSV: {error}", "quote cells that hold commas, quote marks or line ends"
        unread = problem("E-FILE", path.name, found=found, remedy=remedy)
    raise ProblemsError([unread])


def _refuse_other_marks(text: str, file: str) -> None:
    """Raises ProblemsError where the first line is no header parted by commas."""
    first = next(iter(text.splitlines()), "")
    if not first.strip():
        found = "the first line is empty" if text.strip() else "the file is empty"
        raise ProblemsError([problem("E-FILE", file, found=found, remedy=HEADER_LINE)])
    for mark, name in OTHER_MARKS.items():
        if mark in first and "," not in first:
            raise ProblemsError([problem("E-FILE", file, found=f"saved with {name}", remedy="save it with commas")])


def _header_problems(name: str, header: list[str], file: str) -> Iterator[Problem]:
    fields = TABLES[name].model_fields
    for column, info in fields.items():
        if info.is_required() and column not in header:
            yield problem("E-COLUMN-MISSING", file, 1, column, expected=column)
    for column in dict.fromkeys(header):
        known = column in fields
        if not known or header.count(column) > 1:
            remedy = "it stands twice; keep one" if known else nearest(column, fields, "columns")
            yield problem("E-COLUMN-EXTRA", file, 1, column, found=column, remedy=remedy)


def _record(header: list[str], number: int, cells: list[str]) -> Record:
    record = Record(number, dict(zip(header, cells, strict=False)))
    if len(cells) == len(header):
        return record
    # behind the fault every cell stands in the wrong column: only the id, a first cell, is trusted
    return Record(number, {"id": record.cells.get("id", "") if header[0] == "id" else ""})


def _blank_problems(rows: list[int], filled: list[int], file: str) -> Iterator[Problem]:
    """One warning of all rows of blank cells, which are nobody's; an empty line is none."""
    if blank := sorted(set(rows).difference(filled)):
        are = "this row is blank" if len(blank) == 1 else f"{len(blank)} rows are blank, from this one on"
        yield problem("W-ROW-BLANK", file, blank[0], found=are)


def _length_problems(header: list[str], filled: list[tuple[int, list[str]]], file: str) -> Iterator[Problem]:
    remedy = "quote cells that hold commas, and leave no cell out"
    for number, cells in filled:
        if len(cells) != len(header):
            yield problem("E-ROW", file, number, found=len(cells), expected=len(header), remedy=remedy)


def no_file(path: Path, remedy: str) -> Problem:
    """E-FILE for a file that should be there."""
    return problem("E-FILE", path.name, found=f"there is no {path.name} in {path.parent.name}", remedy=remedy)
