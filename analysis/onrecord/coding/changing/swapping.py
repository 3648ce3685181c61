"""The one way to change a case: copy, change, check, swap.

The block of a ``with`` works on a copy. When it ends, the copy is checked, and then the files that became others
are swapped in at once. Where the block raises, where the copy has errors, on Ctrl-C and on a full disk, the case is as
it was. A process that is killed leaves the old case or the new one: `recovering` tells how.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from onrecord.coding.checks import check
from onrecord.coding.reading import read_coding
from onrecord.coding.storing.files import TABLE_FILES, Files, files_of
from onrecord.coding.storing.locking import alone, on_disk
from onrecord.coding.storing.recovering import AFTER, BEFORE, GONE, MADE, clear_left, finish_swap, take_away
from onrecord.coding.storing.sheet import Sheet, filled
from onrecord.problems import ProblemsError, problem


@contextmanager
def new_case(
    seeds: Path, case_id: str, remedy: str = "choose another name", *, checked: bool = False
) -> Iterator[Path]:
    """An empty folder for the files of a new case, which takes the name ``seeds/case_id`` when the block ends.

    `checked`: the block has checked what it leaves. Raises ProblemsError, and makes nothing, where the id is no id or
    is taken (`remedy` says what to do then), or where the case has errors.
    """
    folder = case_folder(seeds, case_id)
    _free(folder, remedy)
    with ExitStack() as stack:
        stack.enter_context(_there(seeds))
        with alone(seeds):
            copy = stack.enter_context(_copy(seeds, case_id, {}))
        yield copy
        _checked(copy, checked)
        on_disk(*copy.iterdir(), copy)
        with alone(seeds):
            _free(folder, remedy)
            copy.rename(folder)
            on_disk(seeds)


@contextmanager
def changed(folder: Path, *, checked: bool = False) -> Iterator[Path]:
    """A copy of the known files of the case in `folder`, which take their places when the block ends.

    A table whose rows did not change keeps its bytes, every file its permissions. `checked`: the block has checked
    what it leaves, or weighed its errors. Raises ProblemsError, and changes nothing, where the copy has errors, or
    where somebody changed the case meanwhile.
    """
    with alone(folder):
        finish_swap(folder)
        try:
            seen = files_of(folder)
            with _copy(folder, folder.name, seen) as copy:
                yield copy
                if others := _others(seen, files_of(copy)):
                    _checked(copy, checked)
                    _swap(copy, folder, others, seen)
            finish_swap(folder)
        finally:
            finish_swap(folder)


@contextmanager
def _there(seeds: Path) -> Iterator[None]:
    """The folder of the cases, made where there is none; it goes again where it was made for a case that was not."""
    missing = not seeds.exists()
    seeds.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        if missing:
            with suppress(OSError):  # somebody else put a case there meanwhile
                seeds.rmdir()
        raise


def case_folder(seeds: Path, case_id: str) -> Path:
    """``seeds/case_id``; raises ProblemsError where the id is no id."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", case_id):
        found = f"{case_id!r} is no name of a case"
        raise ProblemsError([problem("E-PARAM", found=found, remedy="use small letters, digits and dashes")])
    return seeds / case_id


def _free(folder: Path, remedy: str) -> None:
    if folder.exists():
        found = f"{folder} exists already"
        raise ProblemsError([problem("E-FILE", folder.name, found=found, remedy=f"{remedy}; nothing was written")])


@contextmanager
def _copy(home: Path, name: str, files: Files) -> Iterator[Path]:
    """A folder `name` with these files, in `home` and gone afterwards; what killed processes left goes as well."""
    clear_left(home)
    place = home / f".{name}.{uuid4().hex}"
    try:
        place.mkdir()
        with alone(place):
            copy = place / name
            copy.mkdir()
            for file, data in files.items():
                (copy / file).write_bytes(data)
            yield copy
    finally:
        take_away(place)


def _checked(copy: Path, already: bool) -> None:
    errors = [] if already else [p for p in check(read_coding(copy)) if p.level == "error"]
    if errors:
        raise ProblemsError(errors)


def _others(old: Files, new: Files) -> list[str]:
    """The files that became others, came or went."""
    return [name for name in {**old, **new} if _differs(name, old.get(name), new.get(name))]


def _differs(name: str, old: bytes | None, new: bytes | None) -> bool:
    """Whether a file became another; a table is the same as long as its rows are."""
    if old is None or new is None or name not in TABLE_FILES:
        return old != new
    return old != new and _rows(name, old) != _rows(name, new)


def _rows(name: str, data: bytes) -> list[dict[str, str]] | bytes:
    try:
        return [filled(cells) for cells in Sheet(data, name).records]
    except ProblemsError:
        return data


def _swap(copy: Path, folder: Path, others: list[str], seen: Files) -> None:
    """Put the files that became others, and what they held before, where `recovering` finds them, at once."""
    made = copy.parent / MADE
    for part in (AFTER, BEFORE, GONE):
        (made / part).mkdir(parents=True)
    for name in others:
        if name in seen:
            _keep(made, copy / name, folder / name, seen[name])
        if (copy / name).exists():
            (copy / name).rename(made / AFTER / name)
    on_disk(*made.rglob("*"), made)
    _as_seen(folder, seen)
    made.rename(folder / MADE)  # from here on the change is made, whatever comes in between
    on_disk(folder)


def _keep(made: Path, new: Path, old: Path, data: bytes) -> None:
    """Keep what the file `old` held, and its permissions for the file that takes its place."""
    if new.exists():
        (made / BEFORE / old.name).write_bytes(data)
        shutil.copymode(old, new)
    else:
        (made / GONE / old.name).write_bytes(data)


def _as_seen(folder: Path, seen: Files) -> None:
    """Raise ProblemsError where a file is no longer as it was when it was copied."""
    now = files_of(folder)
    if others := [name for name in {**seen, **now} if seen.get(name) != now.get(name)]:
        found, remedy = "the case changed meanwhile", "nothing was written; do it again"
        raise ProblemsError([problem("E-FILE", name, found=found, remedy=remedy) for name in others])
