"""From a table's file to its records as written."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.coding.tables import CORE, TABLES
from onrecord.problems import Problem, nearest, problem

csv.field_size_limit(min(sys.maxsize, 2**31 - 1))  # a sentence may be longer than the module's default cell


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
    if not path.is_file():
        if name in CORE:
            remedy = "the core tables of a case are " + ", ".join(CORE)
            problems.append(no_file(path, remedy))
        return None
    try:
        text = path.read_bytes().decode("utf-8-sig")
        if unread := _no_table(text):
            problems.append(problem("E-FILE", path.name, **unread))
            return None
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except UnicodeDecodeError as error:
        found = f"0x{error.object[error.start]:02X} is not UTF-8"
        problems.append(
            problem("E-TEXT-ENCODING", path.name, offset=error.start, found=found, remedy="save the file as UTF-8")
        )
        return None
    except (csv.Error, OSError) as error:
        found, remedy = f"not readable as CSV: {error}", "quote cells that hold commas, quote marks or line ends"
        problems.append(problem("E-FILE", path.name, found=found, remedy=remedy))
        return None
    header = lines[0] if lines else []
    problems += _header_problems(name, header, path.name)
    if "id" not in header:
        return None
    return Table(header, list(_records(header, lines[1:], path.name, problems)))


def _no_table(text: str) -> dict[str, str]:
    """What is found and what to do where the first line is no header parted by commas, else nothing."""
    first = next(iter(text.splitlines()), "")
    if not first.strip():
        found = "the first line is empty" if text.strip() else "the file is empty"
        return {"found": found, "remedy": "its first line names the columns; a table without rows is that line alone"}
    for mark, name in ((";", "semicolons"), ("\t", "tabs")):
        if mark in first and "," not in first:
            return {"found": f"saved with {name}", "remedy": "save it with commas"}
    return {}


def _header_problems(name: str, header: list[str], file: str) -> Iterator[Problem]:
    fields = TABLES[name].model_fields
    for column, info in fields.items():
        if info.is_required() and column not in header:
            yield problem("E-COLUMN-MISSING", file, 1, column, expected=column)
    for column in dict.fromkeys(header):
        if column not in fields:
            remedy = nearest(column, fields, "columns")
            yield problem("E-COLUMN-EXTRA", file, 1, column, found=column, remedy=remedy)
        elif header.count(column) > 1:
            yield problem("E-COLUMN-EXTRA", file, 1, column, found=column, remedy="it stands twice; keep one")


def _records(header: list[str], lines: list[list[str]], file: str, problems: list[Problem]) -> Iterator[Record]:
    for number, cells in enumerate(lines, 2):
        if not cells:  # a blank line is nobody's row
            continue
        record = Record(number, dict(zip(header, cells, strict=False)))
        if len(cells) != len(header):
            remedy = "quote cells that hold commas, and leave no cell out"
            problems.append(problem("E-ROW", file, number, found=len(cells), expected=len(header), remedy=remedy))
            # behind the fault every cell stands in the wrong column: only the id, a first cell, is trusted
            record = Record(number, {"id": record.cells.get("id", "") if header[0] == "id" else ""})
        yield record


def no_file(path: Path, remedy: str) -> Problem:
    """E-FILE for a file that should be there."""
    return problem("E-FILE", path.name, found=f"there is no {path.name} in {path.parent.name}", remedy=remedy)
