"""What people decided on a case: the rows that are theirs, and those that must not come back.

A person decides in a review (review.csv), or by editing the tables: what differs from the record of the draft.
"""

from __future__ import annotations

import csv
import io
import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from onrecord.coding import fields as f
from onrecord.coding.reading import Coding
from onrecord.coding.tables import OWN_WORDS, columns, fields_with
from onrecord.drafting.case.record import Record, filled
from onrecord.problems import ProblemsError, problem

Cells = dict[str, str]
DRAFTED = ("actors", "issues", "statements", "positions", "mentions", "places", "dates", "notes")


class Decided(NamedTuple):
    """By table: `kept`, the rows that a redraft leaves alone; `past`, rows as they were before people changed them.

    `touched` are the ids of the rows that a person made or changed; the others in `kept` are what those refer to.
    """

    kept: dict[str, list[Cells]]
    past: dict[str, list[Cells]]
    touched: dict[str, set[str]]


def decided(coding: Coding, record: Record) -> Decided:
    """Rows that a person touched and what they refer to; the former rows in the log and in the record of the draft."""
    theirs = touched(coding, record)
    kept = {name: set(ids) for name, ids in theirs.items()}
    records = {name: {r.cells["id"]: r.cells for r in found} for name, found in coding.records.items()}
    open_ids = [(name, row) for name, ids in kept.items() for row in ids]
    while open_ids:
        name, row = open_ids.pop()
        for other, referred in references(name, records[name][row], records):
            if referred not in kept.setdefault(other, set()):
                kept[other].add(referred)
                open_ids.append((other, referred))
    rows = {name: [r.cells for r in coding.records[name] if r.cells["id"] in kept[name]] for name in kept}
    past = former_rows(coding.folder / "review.csv")
    for name, cells in changed(coding, record):
        past.setdefault(name, []).append(cells)
    return Decided(rows, past, theirs)


def touched(coding: Coding, record: Record) -> dict[str, set[str]]:
    """The ids of the rows that are not as they were drafted, by table.

    Those are rows that say so (not `extracted`), that differ from the record of the draft, or are not in it; tables
    that are never drafted are a person's whole.
    """
    found: dict[str, set[str]] = {}
    for name, records in coding.records.items():
        if name == "sentences":
            continue
        basis = coding.article.coding_basis if coding.article else ""
        found[name] = {
            one.cells["id"]
            for one in records
            if name == OWN_WORDS
            or name not in DRAFTED
            or (one.cells.get("coding_basis", "").strip() or basis) != "extracted"
            or filled(one.cells) != record.get(name, {}).get(one.cells["id"])
        }
    return found


def changed(coding: Coding, record: Record) -> Iterator[tuple[str, Cells]]:
    """(table, cells as drafted) of every drafted row that a person changed or took out."""
    for name, rows in record.items():
        now = {one.cells["id"]: filled(one.cells) for one in coding.records.get(name, ())}
        empty = dict.fromkeys(columns(name), "") if name in DRAFTED else {}
        yield from ((name, empty | cells) for row, cells in rows.items() if name in DRAFTED and now.get(row) != cells)


def references(name: str, cells: Cells, records: dict[str, dict[str, Cells]]):
    """(table, id) of every row that these cells refer to, sentences aside."""
    for column, kind in fields_with(name, f.Reference).items():
        for referred in cells.get(column, "").split("|"):
            for table in kind.tables:
                if table != "sentences" and referred.strip() in records.get(table, ()):
                    yield table, referred.strip()


def former_rows(path: Path) -> dict[str, list[Cells]]:
    """By table, the rows as they were before each decision that no undo took back; raises ProblemsError."""
    found: dict[str, list[Cells]] = {}
    for decision in standing(path):
        for line in decision:
            before = cells_of(line.get("before", ""))
            if before:
                found.setdefault(line.get("table", ""), []).append(before)
    return found


def standing(path: Path) -> list[list[dict[str, Any]]]:
    """The decisions of the log, each with its lines; an undo takes back the one before it."""
    if not path.is_file():
        return []
    try:
        lines = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        found, remedy = f"not readable: {error}", "put back the log as the review wrote it"
        raise ProblemsError([problem("E-FILE", path.name, found=found, remedy=remedy)]) from None
    left: list[list[dict[str, Any]]] = []
    for _, group in itertools.groupby(lines, key=lambda line: line.get("time")):
        decision = list(group)
        if decision[0].get("action") != "undo":
            left.append(decision)
        elif left:
            left.pop()
    return left


def cells_of(text: str | None) -> Cells:
    try:
        found = json.loads(text or "{}")
    except json.JSONDecodeError:
        return {}
    return {key: str(value) for key, value in found.items()} if isinstance(found, dict) else {}
