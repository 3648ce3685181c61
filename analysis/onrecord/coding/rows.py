"""From a record to its row, as far as its cells can be read, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from onrecord.coding import fields as f
from onrecord.coding.records import Record
from onrecord.coding.tables import TABLES, Row, fields_with
from onrecord.problems import Problem, problem


def read_row(name: str, record: Record) -> tuple[Row, list[Problem]]:
    """The row that `record` of the table `name` holds, and a problem for each cell that cannot be read.

    Asking the row for such a cell, or for one that the record lacks, raises UnreadableError.
    """
    model, cells = TABLES[name], _given(name, record)
    try:
        return model(**cells), []
    except ValidationError as error:
        items = [(str(item["loc"][0]), item) for item in error.errors(include_url=False)]
    bad = {column for column, _ in items}
    good = {column: _adapter(name, column).validate_python(cells[column]) for column in cells.keys() - bad}
    row = model.model_construct(**good)
    for column in bad & row.__dict__.keys():
        del row.__dict__[column]
    return row, [_problem(name, record, column, item) for column, item in items if column in record.cells]


@cache
def _adapter(name: str, column: str) -> TypeAdapter:
    return TypeAdapter(TABLES[name].model_fields[column].rebuild_annotation())


def _given(name: str, record: Record) -> dict[str, Any]:
    """What pydantic reads: an empty cell is absent where the field has a default, else None."""
    fields = TABLES[name].model_fields
    return dict(_cells(fields, record))


def _cells(fields: dict[str, Any], record: Record) -> Iterator[tuple[str, str | None]]:
    for column, cell in record.cells.items():
        info = fields.get(column)
        if info and (cell.strip() or info.is_required()):
            yield column, cell if cell.strip() else None


def _problem(name: str, record: Record, column: str, item: Any) -> Problem:
    cell, where = record.cells[column], (f"{name}.csv", record.number, column)
    allowed = _allowed(name, column)
    if not cell.strip():
        return problem("E-EMPTY", *where, remedy=f"one of: {allowed}" if allowed else "every row needs it")
    if allowed:
        return problem("E-ENUM", *where, found=cell, expected=allowed)
    expected, remedy = _form(name, column, item)
    return problem("E-VALUE", *where, found=cell, expected=expected, remedy=remedy)


def _allowed(name: str, column: str) -> str:
    """The values a closed field may have, or ''."""
    if vocabulary := fields_with(name, f.Vocabulary).get(column):
        return ", ".join(f.VOCABULARIES[vocabulary.name])
    if numbers := fields_with(name, f.Numbers).get(column):
        return ", ".join(map(str, numbers.allowed))
    return "true, false" if TABLES[name].model_fields[column].annotation is bool else ""


def _form(name: str, column: str, item: Any) -> tuple[str, str]:
    """What was expected of an open field, and the remedy."""
    if key := fields_with(name, f.Key).get(column):
        start = f"start with {key.prefix!r}, go on in" if key.prefix else "use"
        return "an id of this table", f"{start} letters, digits and dashes"
    remedy = TABLES[name].model_fields[column].description or "see the codebook"
    if pattern := item.get("ctx", {}).get("pattern"):
        return f"of the form {pattern}", remedy
    return item["msg"][:1].lower() + item["msg"][1:], remedy
