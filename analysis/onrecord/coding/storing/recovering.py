"""A change that was cut short is put right by whoever opens the case next.

A change is made the moment a folder named `MADE` stands in the case: in one step, with every file that becomes
another. ``after`` holds the new files, which then take their places one by one; ``before`` what those files held
until then, ``gone`` the files that go. Nothing of it needs room on the disk.
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path
from uuid import uuid4

from onrecord.coding.storing.files import TABLE_FILES
from onrecord.coding.storing.locking import alone, in_use, on_disk
from onrecord.coding.storing.sheet import Sheet, same
from onrecord.coding.storing.writing import write_whole
from onrecord.problems import ProblemsError

MADE = ".changing"
AFTER, BEFORE, GONE = "after", "before", "gone"
LEFT = re.compile(r"\..+\.[0-9a-f]{32}")  # what a killed process leaves of a copy


def recover(folder: Path) -> bool:
    """Finish a change of the case in `folder` that was cut short; whether there was one. Waste of others goes, too."""
    tidy(folder)
    if not (folder / MADE).is_dir():
        return False
    with alone(folder):
        return finish_swap(folder)


def finish_swap(folder: Path) -> bool:
    """The same, for who is alone in the folder."""
    made = folder / MADE
    if not made.is_dir():
        return False
    for new in sorted((made / AFTER).iterdir()):
        _take(new, made / BEFORE / new.name, folder / new.name)
    for old in sorted((made / GONE).iterdir()):
        _let_go(folder / old.name, old)
    on_disk(folder)
    waste = made.rename(folder / f"{MADE}.{uuid4().hex}")  # at once: half of it would be another change
    take_away(waste)
    return True


def tidy(home: Path) -> None:
    """Take away the copies that killed processes left in `home`, for who only reads there.

    On Windows they stay for who makes the next change: nothing says there whether a process still has one.
    """
    if sys.platform != "win32" and home.is_dir() and any(_left(home)):
        with alone(home):
            clear_left(home)


def clear_left(home: Path) -> None:
    """The same, for who is alone there."""
    for left in _left(home):
        take_away(left)


def _left(home: Path) -> list[Path]:
    found = (path for path in home.iterdir() if LEFT.fullmatch(path.name))
    return [path for path in found if path.is_dir() and not path.is_symlink() and not in_use(path)]


def take_away(folder: Path) -> None:
    """Let `folder` and all in it be gone, even where a first Ctrl-C comes in between."""
    try:
        shutil.rmtree(folder, ignore_errors=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _take(new: Path, old: Path, place: Path) -> None:
    """Put the file `new` in its place, unless somebody edited what stands there since the change was cut short."""
    was, now = _bytes(old), _bytes(place)
    if now == was or now is None:
        new.replace(place)
        return
    write_whole(place, joined(place.name, was, new.read_bytes(), now))
    new.unlink()


def _let_go(place: Path, old: Path) -> None:
    if _bytes(place) == old.read_bytes():
        place.unlink()


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def joined(name: str, was: bytes | None, after: bytes, edited: bytes) -> bytes:
    """The file `name` as `edited`, with what the change from `was` to `after` did to rows that nobody edited."""
    if was is None:
        return edited
    if after.startswith(was):  # as a log grows
        return edited + after[len(was) :]
    try:
        return _rows_joined(was, after, edited, name) if name in TABLE_FILES else edited
    except ProblemsError:  # no table by now
        return edited


def _rows_joined(was: bytes, after: bytes, edited: bytes, name: str) -> bytes:
    sheet, old, new = Sheet(edited, name), Sheet(was, name).rows, Sheet(after, name).rows
    there = sheet.rows
    for row in {**old, **new}:
        if not same(old.get(row), new.get(row)) and same(there.get(row), old.get(row)):
            sheet.put(row, new.get(row))
    return sheet.data()
