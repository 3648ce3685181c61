"""From a record to its row, as far as its cells can be read, and what is wrong with the others."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from onrecord.coding.fields import Key
from onrecord.coding.records import Record
from onrecord.coding.tables import TABLES, Row, allowed, fields_with
from onrecord.problems import Problem, problem


def read_row(name: str, record: Record) -> tuple[Row, list[Problem]]:
    """The row that `record` of the table `name` holds, and a problem for each cell that cannot be read.

    Asking the row for such a cell, or for one that the record lacks, raises UnreadableError.
    """
    cells = _given(name, record)
    try:
        return TABLES[name](**cells), []
    except ValidationError as error:
        bad = [(str(item["loc"][0]), item) for item in error.errors(include_url=False)]
    row = _row_without(name, cells, {column for column, _ in bad})
    return row, [_problem(name, record, column, item) for column, item in bad if column in record.cells]


def _given(name: str, record: Record) -> dict[str, Any]:
    """What pydantic reads: an empty cell is absent where the field has a default, else None."""
    optional = _optional(name)
    return {
        column: cell if cell.strip() else None
        for column, cell in record.cells.items()
        if column in optional and (cell.strip() or not optional[column])
    }


@cache
def _optional(name: str) -> dict[str, bool]:
    """The columns of the table, and whether each has a default."""
    return {column: not info.is_required() for column, info in TABLES[name].model_fields.items()}


def _row_without(name: str, cells: dict[str, Any], bad: set[str]) -> Row:
    good = {column: _adapter(name, column).validate_python(cells[column]) for column in cells.keys() - bad}
    row = TABLES[name].model_construct(**good)
    for column in bad & row.__dict__.keys():
        del row.__dict__[column]
    return row


@cache
def _adapter(name: str, column: str) -> TypeAdapter[Any]:
    return TypeAdapter(TABLES[name].model_fields[column].rebuild_annotation())


def _problem(name: str, record: Record, column: str, item: ErrorDetails) -> Problem:
    cell, where = record.cells[column], (f"{name}.csv", record.number, column)
    closed = _closed(name, column)
    if not cell.strip():
        return problem("E-EMPTY", *where, remedy=f"one of: {closed}" if closed else "every row needs it")
    if closed:
        return problem("E-ENUM", *where, found=cell, expected=closed)
    expected, remedy = _form(name, column, item)
    return problem("E-VALUE", *where, found=cell, expected=expected, remedy=remedy)


def _closed(name: str, column: str) -> str:
    """The values a closed field may have, or ''."""
    if TABLES[name].model_fields[column].annotation is bool:
        return "true, false"
    return ", ".join(map(str, allowed(name, column)))


def _form(name: str, column: str, item: ErrorDetails) -> tuple[str, str]:
    """What was expected of an open field, and the remedy."""
    if key := fields_with(name, Key).get(column):
        start = f"start with {key.prefix!r}, go on in" if key.prefix else "use"
        return "an id of this table", f"{start} letters, digits and dashes"
    pattern = item.get("ctx", {}).get("pattern")
    expected = f"of the form {pattern}" if pattern else item["msg"][:1].lower() + item["msg"][1:]
    return expected, TABLES[name].model_fields[column].description or "see the codebook"
