"""The record of a draft, ``draft.json`` beside its tables: every drafted row, by table and id, as it was written.

A row that differs from the record, or is not in it, is a person's work, whatever its `coding_basis` says.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from onrecord.coding.storing.files import RECORD
from onrecord.coding.storing.sheet import Cells, filled
from onrecord.problems import ProblemsError, problem

DraftRecord = dict[str, dict[str, Cells]]  # table -> id -> the cells that hold something


def recorded(rows: Mapping[str, Iterable[Cells]]) -> DraftRecord:
    """The rows by table and id, sentences aside."""
    found = {name: {row["id"]: filled(row) for row in rows[name]} for name in sorted(rows) if name != "sentences"}
    return {name: drafted for name, drafted in found.items() if drafted}


def write_record(folder: Path, record: DraftRecord) -> None:
    """Write `record` into `folder`."""
    text = json.dumps({"drafted": record}, ensure_ascii=False, indent=1)
    (folder / RECORD).write_bytes(text.encode() + b"\n")


def record_if_any(folder: Path) -> DraftRecord | None:
    """What was drafted; None where no record says so. Raises OSError for one that cannot be read."""
    try:
        drafted: Any = json.loads((folder / RECORD).read_bytes())["drafted"]
        return {name: {row: dict(cells) for row, cells in rows.items()} for name, rows in drafted.items()}
    except (FileNotFoundError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def read_record(folder: Path) -> DraftRecord:
    """What was drafted; raises ProblemsError (E-DRAFT-AGAIN) where no record says so."""
    record = record_if_any(folder)
    if record is None:
        found = f"this case was not drafted by this program, or {RECORD} does not tell what was drafted"
        remedy = "nothing was written; draft FILE as a case of its own with another --case and compare the two"
        raise ProblemsError([problem("E-DRAFT-AGAIN", folder.name, found=found, remedy=remedy)])
    return record
