"""The record of a draft, ``draft.json`` beside its tables: every drafted row, by table and id, as it was written.

A row that differs from the record, or is not in it, is a person's work, whatever its `coding_basis` says.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from onrecord.coding.reading import read_coding
from onrecord.problems import ProblemsError, problem

FILE = "draft.json"
Cells = dict[str, str]
Record = dict[str, dict[str, Cells]]  # table -> id -> the cells that hold something


def written(folder: Path) -> Record:
    """The rows of the case in `folder`, sentences aside."""
    records = read_coding(folder).records
    return {
        name: {record.cells["id"]: filled(record.cells) for record in found}
        for name, found in sorted(records.items())
        if name != "sentences" and found
    }


def filled(cells: Cells) -> Cells:
    """The cells that hold something: an empty column more or less changes no row."""
    return {column: value for column, value in cells.items() if value}


def write_record(folder: Path, record: Record) -> None:
    text = json.dumps({"drafted": record}, ensure_ascii=False, indent=1)
    (folder / FILE).write_bytes(text.encode() + b"\n")


def read_record(folder: Path) -> Record:
    """What was drafted; raises ProblemsError (E-DRAFT-AGAIN) where no record says so."""
    try:
        found: Any = json.loads((folder / FILE).read_bytes())["drafted"]
        return {name: {row: dict(cells) for row, cells in rows.items()} for name, rows in found.items()}
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        found = f"this case was not drafted by this program, or {FILE} does not tell what was drafted"
        remedy = "nothing was written; draft FILE as a case of its own with another --case and compare the two"
        raise ProblemsError([problem("E-DRAFT-AGAIN", folder.name, found=found, remedy=remedy)]) from None
