"""Writing a draft as a case: only what passes every check, and whole or not at all."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import uuid4

from onrecord.coding.changing.writing import write_table
from onrecord.coding.checks import check
from onrecord.coding.reading import read_coding
from onrecord.coding.tables import CORE
from onrecord.drafting.case.record import write_record, written
from onrecord.problems import Problem, ProblemsError

Rows = dict[str, list[dict[str, Any]]]
TIMES = 12  # rounds in which rows that break a rule, and those that rest on them, are taken out
LISTS = {"evidence", "source_chain"}
REFERRING = ("speaker", "target", "issue", "repeat_of", "actor", "entity", "parent", "date")
MINOR = frozenset(["target", "issue", "parent"])  # a reference that a row can do without
TOLERATED = frozenset(["W-DATE", "W-CELL-FORMULA", "W-SIGN-OFF"])


def write_case(folder: Path, text: str, article: bytes, rows: Rows) -> int:
    """Make the case `folder`; returns how many rows were left out because they broke a rule.

    Raises ProblemsError where even the sentences and the publisher break one.
    """
    beside = folder.with_name(f".{folder.name}.{uuid4().hex}")
    try:
        beside.mkdir(parents=True)
        (beside / "article.txt").write_bytes(text.encode())
        (beside / "article.yml").write_bytes(article)
        left_out = write_checked(beside, rows)
        write_record(beside, written(beside))
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return left_out


def write_checked(folder: Path, rows: Rows, kept: frozenset[str] = frozenset()) -> int:
    """Write the tables into `folder`, without the rows that break a rule; those of `kept` are not touched."""
    left_out = 0
    for _ in range(TIMES):
        drop_unused(rows, kept)
        write_tables(folder, rows)
        problems = [p for p in check(read_coding(folder)) if p.level == "error" or wrong(p)]
        if not problems:
            return left_out
        gone = named(problems, rows) - kept
        if not gone:
            break
        before = count(rows)
        drop(rows, gone, kept)
        left_out += before - count(rows)
    raise ProblemsError(problems)


def wrong(problem: Problem) -> bool:
    """Whether a warning of this code means that a drafted row is not sure."""
    return problem.level == "warning" and problem.code not in TOLERATED and problem.row is not None


def write_tables(folder: Path, rows: Rows) -> None:
    """The core tables, and the others that hold a row."""
    for name, found in rows.items():
        path = folder / f"{name}.csv"
        if found or name in CORE:
            write_table(folder, name, found)
        else:
            path.unlink(missing_ok=True)


def named(problems: Iterable[Problem], rows: Rows) -> set[str]:
    """The ids of the rows that the problems name."""
    found = set()
    for problem in problems:
        table = problem.file.removesuffix(".csv")
        if problem.row is not None and table in rows and table != "sentences" and problem.row - 2 < len(rows[table]):
            found.add(rows[table][problem.row - 2]["id"])
    return found


def drop(rows: Rows, gone: set[str], kept: frozenset[str] = frozenset()) -> None:
    """Take out rows, and what cannot stand without them."""
    while gone:
        for name, found in rows.items():
            if name != "sentences":
                rows[name] = [row for row in found if row["id"] not in gone or row["id"] in kept]
        following: set[str] = set()
        for name, found in rows.items():
            for row in found if name != "sentences" else ():
                if loses(row, gone):
                    following.add(row["id"])
        gone = following - kept


def loses(row: dict[str, Any], gone: set[str]) -> bool:
    """Whether the row falls with `gone`; references that it can do without are taken out of it."""
    for field in MINOR:
        if row.get(field) in gone:
            row[field] = None
            if field == "target":
                row["target_valence"] = None
    if row.get("date") in gone and "time_said" in row:
        row |= {"date": None, "time_said": "not_stated"}
    if any(row.get(field) in gone for field in REFERRING):
        return True
    return any(one in gone for field in LISTS for one in row.get(field) or ())


def drop_unused(rows: Rows, kept: frozenset[str]) -> None:
    """Take out issues, dates and places that no row refers to any more."""
    fields = {"issues": "issue", "dates": "date", "places": "entity"}
    for name, field in fields.items():
        used = {row.get(field) for found in rows.values() for row in found} | kept
        if name in rows:
            rows[name] = [row for row in rows[name] if row["id"] in used]


def count(rows: Rows) -> int:
    return sum(len(found) for found in rows.values())
