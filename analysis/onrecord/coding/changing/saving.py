"""Saving a decision: the rows that it changes and its lines in the log, all of them or none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from onrecord.coding.changing import log
from onrecord.coding.changing.edits import Change
from onrecord.coding.changing.log import Entry
from onrecord.coding.changing.swapping import changed
from onrecord.coding.storing.sheet import Sheet, same
from onrecord.problems import ProblemsError, problem


def save(folder: Path, reviewer: str, changes: Sequence[Change]) -> str:
    """Make `changes` to the tables in `folder` and log them; returns the decision's time, '' where there are none.

    Errors that they bring are the reviewer's to weigh, before. Raises ProblemsError, and changes nothing, where a row
    is not as `before` says: somebody edited the file.
    """
    if not changes:
        return ""
    with changed(folder, checked=True) as copy:
        time = log.next_time(log.read_log(copy))
        sheets = sheets_of(copy, changes)
        entries = [_entry(sheets[change.table], change, time, reviewer) for change in changes]
        write_changed(copy, sheets, changes)
        log.append(copy, entries)
    return time


def changed_meanwhile(table: str, row: str) -> ProblemsError:
    """What is raised where the file no longer holds what the reviewer saw."""
    found = f"{row} was changed in the file since it was shown"
    return ProblemsError([problem("E-FILE", f"{table}.csv", found=found, remedy="nothing was saved; look at it again")])


def sheets_of(folder: Path, changes: Iterable[Change]) -> dict[str, Sheet]:
    """The tables in `folder` that `changes` touch."""
    return {table: Sheet.of(folder / f"{table}.csv") for table in dict.fromkeys(change.table for change in changes)}


def write_changed(folder: Path, sheets: Mapping[str, Sheet], changes: Sequence[Change]) -> None:
    """Write `sheets` into `folder` with `changes` made; one whose row is another by now is passed over."""
    for change in sorted(changes, key=lambda change: change.place or 0):  # rows that come back do so from the top
        _put(sheets[change.table], change)
    for change in changes:
        sheets[change.table].narrow(added_columns(change))
    for table, sheet in sheets.items():
        (folder / f"{table}.csv").write_bytes(sheet.data())


def _put(sheet: Sheet, change: Change) -> None:
    if same(sheet.rows.get(change.id), change.before) and not same(change.before, change.after):
        sheet.put(change.id, change.after, change.place)


def added_columns(change: Change) -> set[str]:
    """The columns that the decision which `change` takes back, if it takes one back, may have added to the table."""
    if change.action != "undo":
        return set()
    return {"coding_basis"} if change.after is None else set(change.before or ()) - set(change.after)


def _entry(sheet: Sheet, change: Change, time: str, reviewer: str) -> Entry:
    """The change's line in the log; raises ProblemsError where its row is another by now."""
    if not same(sheet.rows.get(change.id), change.before):
        raise changed_meanwhile(change.table, change.id)
    place = sheet.number(change.id) if change.after is None and change.before is not None else None
    return Entry(time, reviewer, change.table, change.id, change.action, change.before or {}, place)
