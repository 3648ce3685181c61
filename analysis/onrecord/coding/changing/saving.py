"""Saving a decision so that a crash at any moment loses none and applies none twice.

The decision is first written whole to a file beside the tables; from then on it is made. Then come the tables, then
the log, then that file is taken away. Whoever opens the case next finishes what it finds there.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from onrecord.coding.changing import log
from onrecord.coding.changing.log import Entry
from onrecord.coding.changing.sheet import Cells, Sheet
from onrecord.coding.changing.writing import write_whole
from onrecord.problems import ProblemsError, problem

try:
    import fcntl
except ImportError:  # not on Windows; there two sessions on one case are the reviewers' own care
    fcntl = None

PENDING = ".review-pending.json"


class Change(NamedTuple):
    """What a decision does to one row; None: the row is not there."""

    table: str
    id: str
    action: str
    before: Cells | None
    after: Cells | None
    place: int | None = None  # record number of a row that comes back


def save(folder: Path, reviewer: str, changes: Sequence[Change]) -> str:
    """Make `changes` to the tables in `folder` and log them; returns the decision's time, '' where there are none.

    Raises ProblemsError, and changes nothing, where a row is not as `before` says: somebody edited the file.
    """
    if not changes:
        return ""
    with _alone(folder):
        _finish(folder)
        sheets = {table: Sheet.of(folder / f"{table}.csv") for table in dict.fromkeys(c.table for c in changes)}
        entries, time = [], log.next_time(log.read_log(folder))
        for change in changes:
            sheet = sheets[change.table]
            if not same(sheet.rows.get(change.id), change.before):
                raise changed_meanwhile(change.table, change.id)
            gone = change.before is not None and change.after is None
            place = sheet.number(change.id) if gone else None
            entries.append(Entry(time, reviewer, change.table, change.id, change.action, change.before or {}, place))
        pending = {"changes": [c._asdict() for c in changes], "entries": [e._asdict() for e in entries]}
        write_whole(folder / PENDING, json.dumps(pending, ensure_ascii=False).encode())
        _finish(folder)
    return time


def recover(folder: Path) -> bool:
    """Finish a decision that a crash cut short; whether there was one."""
    if not (folder / PENDING).exists():
        return False
    with _alone(folder):
        return _finish(folder)


def changed_meanwhile(table: str, row: str) -> ProblemsError:
    """What is raised where the file no longer holds what the reviewer saw."""
    found = f"{row} was changed in the file since it was shown"
    return ProblemsError([problem("E-FILE", f"{table}.csv", found=found, remedy="nothing was saved; look at it again")])


def apply(sheets: dict[str, Sheet], changes: Sequence[Change]) -> None:
    """Make `changes` to `sheets`; one that is made already, or whose row is another by now, is passed over."""
    for change in sorted(changes, key=lambda c: c.place or 0):  # rows that come back do so from the top
        sheet = sheets[change.table]
        if same(sheet.rows.get(change.id), change.before) and not same(change.before, change.after):
            sheet.put(change.id, change.after, change.place)
    for change in changes:
        if change.action == "undo":
            sheets[change.table].narrow(added_columns(change))


def same(one: Cells | None, other: Cells | None) -> bool:
    """Whether two rows hold the same; an empty cell and a column that the table lacks are the same."""
    if one is None or other is None:
        return one is other
    return {k: v for k, v in one.items() if v} == {k: v for k, v in other.items() if v}


def added_columns(change: Change) -> set[str]:
    """The columns that the decision, which `change` takes back, may have added to the table."""
    return {"coding_basis"} if change.after is None else set(change.before or ()) - set(change.after)


def _finish(folder: Path) -> bool:
    path = folder / PENDING
    if not path.exists():
        return False
    pending = json.loads(path.read_bytes())
    changes = [Change(**c) for c in pending["changes"]]
    entries = [Entry(**e) for e in pending["entries"]]
    for table in dict.fromkeys(change.table for change in changes):
        file = folder / f"{table}.csv"
        sheet = Sheet.of(file)
        apply({table: sheet}, [change for change in changes if change.table == table])
        if (data := sheet.data()) != file.read_bytes():
            write_whole(file, data)
    if entries[0].time not in {entry.time for entry in log.read_log(folder)}:
        file = folder / log.FILE
        write_whole(file, log.appended(file.read_bytes() if file.exists() else b"", entries))
    path.unlink()
    return True


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One decision at a time, whatever number of sessions is open on the case."""
    handle = os.open(folder, os.O_RDONLY) if fcntl else None
    try:
        if fcntl:
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        if fcntl:
            os.close(handle)
