"""Writing the tables of a draft: only rows that pass every check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from onrecord.coding.changing.edits import Edits, by_id
from onrecord.coding.changing.mending import mended
from onrecord.coding.changing.referring import Referring, take_row_away, unnamed
from onrecord.coding.checks import check
from onrecord.coding.reading import read_coding
from onrecord.coding.storing.sheet import Cells
from onrecord.coding.storing.writing import text_cells, write_table
from onrecord.coding.tables import CORE
from onrecord.problems import Problem, ProblemsError

Rows = dict[str, list[Cells]]  # table -> rows, cells as text
TIMES = 12  # rounds in which rows that break a rule, and those that rest on them, are taken out
ONLY_NAMED = ("issues", "dates", "places")  # they are there for the rows that name them
TOLERATED = frozenset(["W-DATE", "W-CELL-FORMULA", "W-SIGN-OFF"])


def as_text(rows: Mapping[str, Iterable[Mapping[str, Any]]]) -> Rows:
    """Drafted rows with their cells as a file holds them."""
    return {name: [text_cells(name, row) for row in found] for name, found in rows.items()}


def write_checked(folder: Path, rows: Rows, kept: frozenset[str] = frozenset()) -> int:
    """Write the tables into `folder`, without the rows that break a rule; returns how many were left out.

    Rows of `kept` are not touched. Raises ProblemsError where even these, or the article, break a rule.
    """
    left_out = 0
    for _ in range(TIMES):
        drop_unused(rows, kept)
        problems = write_tables(folder, rows)
        gone = named(problems, rows) - kept
        if not problems:
            return left_out
        if not gone:
            break
        before = sum(counts(rows).values())
        drop(rows, gone)
        left_out += before - sum(counts(rows).values())
    raise ProblemsError(problems)


def wrong(problem: Problem) -> bool:
    """Whether it is an error, or a warning that a drafted row is not sure."""
    unsure = problem.level == "warning" and problem.code not in TOLERATED and problem.row is not None
    return unsure or problem.level == "error"


def write_tables(folder: Path, rows: Rows) -> list[Problem]:
    """Write the core tables, and the others that hold a row; returns what is wrong with the case then."""
    for name, found in rows.items():
        if found or name in CORE:
            write_table(folder, name, found)
        else:
            (folder / f"{name}.csv").unlink(missing_ok=True)
    return [found for found in check(read_coding(folder)) if wrong(found)]


def named(problems: Iterable[Problem], rows: Rows) -> set[str]:
    """The ids of the rows that the problems name, sentences aside."""
    ids = {(f"{name}.csv", number): row["id"] for name in rows for number, row in enumerate(rows[name], 2)}
    return {ids[p.file, p.row] for p in problems if p.file != "sentences.csv" and p.row and (p.file, p.row) in ids}


def drop(rows: Rows, gone: set[str]) -> None:
    """Take out rows, and what cannot stand without them."""
    edits = Edits(by_id(rows))
    ids = [(table, row["id"]) for table, found in rows.items() if table != "sentences" for row in found]
    for name, row in ids:
        if row in gone and edits.row(name, row) is not None:
            take_row_away(edits, "drop", name, row, loses)
    for name in {change.table for change in edits.changes}:
        rows[name] = [cells for _, cells in edits.rows(name)]


def loses(found: Referring, cells: Cells, row: str, gone: Cells) -> Cells | None:
    """A drafted row was made of all that it names: it falls with what a list holds, and with what it repeats."""
    if found.naming.between or found.column == "repeat_of":
        return None
    return mended(found, cells, row, gone)


def drop_unused(rows: Rows, kept: frozenset[str]) -> None:
    """Take out issues, dates and places that no row names any more."""
    for name in ONLY_NAMED:
        unused = unnamed(name, rows) - kept
        if unused:
            rows[name] = [row for row in rows[name] if row["id"] not in unused]


def counts(rows: Rows) -> dict[str, int]:
    """How many rows each table has, those that have any."""
    return {name: len(found) for name, found in rows.items() if found}
