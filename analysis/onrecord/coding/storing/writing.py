"""From rows to a case's files; every file appears whole or not at all."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

from onrecord.coding.tables import columns


def table_bytes(header: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    """CSV in UTF-8 with LF line ends; the columns are those of `header`, what a row lacks is empty.

    A list is written with ``|`` between its values, true and false in small letters, None as an empty cell.
    """
    header, file = list(header), io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    quoting = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerow(header)
    for row in rows:
        cells = [cell_text(row.get(column)) for column in header]
        # beside LF line ends the module leaves a bare CR unquoted, and would read it as a line end
        (quoting if any("\r" in cell for cell in cells) else writer).writerow(cells)
    return file.getvalue().encode("utf-8")


def write_table(folder: Path, name: str, rows: Iterable[Mapping[str, Any]], header: Iterable[str] = ()) -> Path:
    """Write the table `name` into `folder` under `header` (default: all its columns); returns the file's path."""
    path = folder / f"{name}.csv"
    write_whole(path, table_bytes(header or columns(name), rows))
    return path


def text_cells(table: str, row: Mapping[str, Any]) -> dict[str, str]:
    """The cells of a row of `table` as a file holds them, every column of the table; what the row lacks is empty."""
    return {column: cell_text(row.get(column)) for column in columns(table)}


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that it is never seen half-written."""
    beside = path.with_name(f".{path.name}.{uuid4().hex}")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def cell_text(value: Any) -> str:
    """A value as a cell holds it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return "|".join(map(str, value))
    return str(value)
