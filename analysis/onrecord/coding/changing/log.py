"""review.csv, the log that decisions are appended to: who decided what, when, and the row as it was before.

One decision may touch several rows; the lines of one decision share their `time` (UTC), and no two decisions do.
`before` is the row as JSON, {} where it was not there. Of a row that the decision took away it also holds ``row``,
the record number it stood at (no table has a column of that name), so that an undo puts it back in its place.
"""

from __future__ import annotations

import csv
import datetime
import io
import itertools
import json
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from onrecord.coding.storing.files import LOG
from onrecord.coding.storing.writing import table_bytes
from onrecord.problems import ProblemsError, problem

PLACE = "row"


class Entry(NamedTuple):
    """One line of the log."""

    time: str
    reviewer: str
    table: str
    id: str
    action: str
    before: dict[str, str]  # cells as text; {} for a row that was not there
    place: int | None = None  # where the row stood, if the decision took it away


COLUMNS = ("time", "reviewer", "table", "id", "action", "before")


def read_log(folder: Path) -> list[Entry]:
    """Every line of the case's log, oldest first; raises ProblemsError at a line that is not readable."""
    path = folder / LOG
    if not path.is_file():
        return []
    try:
        records = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise _unreadable(None, str(error)) from None
    return [_entry(number, record) for number, record in enumerate(records, 2)]


def append(folder: Path, entries: Iterable[Entry]) -> None:
    """Put `entries` behind what the log in `folder` holds."""
    path = folder / LOG
    old = path.read_bytes() if path.exists() else b""
    path.write_bytes(_appended(old, entries))


def _appended(old: bytes, entries: Iterable[Entry]) -> bytes:
    new = table_bytes(COLUMNS, (entry._asdict() | {"before": _json(entry)} for entry in entries))
    if not old:
        return new
    return old + (b"" if old.endswith(b"\n") else b"\n") + new.partition(b"\n")[2]


def standing(entries: Iterable[Entry]) -> list[list[Entry]]:
    """The decisions that no undo took back, oldest first, each with its lines."""
    decisions: list[list[Entry]] = []
    for _, lines in itertools.groupby(entries, key=lambda entry: entry.time):
        decision = list(lines)
        if decision[0].action == "undo":
            decisions = decisions[:-1]
        else:
            decisions.append(decision)
    return decisions


def decided_rows(entries: Iterable[Entry]) -> set[tuple[str, str]]:
    """(table, id) of every row that a standing decision is on; rows that only followed another are not among them."""
    return {(decision[0].table, decision[0].id) for decision in standing(entries)}


def first_seen(entries: Iterable[Entry]) -> dict[tuple[str, str], dict[str, str]]:
    """(table, id) of every row in a standing decision -> the row as it was before the first one."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for entry in (line for decision in standing(entries) for line in decision):
        found.setdefault((entry.table, entry.id), entry.before)
    return found


def next_time(entries: list[Entry]) -> str:
    """Now in UTC, ISO 8601 with microseconds, and later than every entry."""
    now = datetime.datetime.now(datetime.UTC)
    if entries:
        with_margin = datetime.datetime.fromisoformat(entries[-1].time) + datetime.timedelta(microseconds=1)
        now = max(now, with_margin)
    return now.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _json(entry: Entry) -> str:
    place = {} if entry.place is None else {PLACE: entry.place}
    return json.dumps(entry.before | place, ensure_ascii=False)


def _entry(number: int, record: dict[str, str]) -> Entry:
    try:
        before = json.loads(record["before"])
        place = before.pop(PLACE, None)
        datetime.datetime.fromisoformat(record["time"])
        given = {column: record[column] for column in COLUMNS[:-1]}
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise _unreadable(number, f"{type(error).__name__}: {error}") from None
    return Entry(**given, before={str(k): str(v) for k, v in before.items()}, place=place)


def _unreadable(row: int | None, what: str) -> ProblemsError:
    remedy = "put the log back as the review wrote it, or move it away to start a new one"
    return ProblemsError([problem("E-FILE", LOG, row, found=f"not readable as a review log: {what}", remedy=remedy)])
