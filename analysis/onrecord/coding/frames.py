"""Rows as data frames with proper dtypes."""

from __future__ import annotations

import pandas as pd

from onrecord.coding.fields import ListOf, Numbers, Reference, Vocabulary
from onrecord.coding.reading import Coding
from onrecord.coding.tables import TABLES, columns, fields_with
from onrecord.coding.vocabularies import ORDERED, VOCABULARIES

_SPAN_DTYPES = {
    "owner": "str",
    "field": "str",
    "piece": "int64",
    "sentence": "str",
    "start": "int64",
    "end": "int64",
    "text": "str",
}
_PLAIN: dict[object, str] = {bool: "bool", int: "int64"}  # any other is str


def frame(name: str, coding: Coding) -> pd.DataFrame:
    """The table `name` with the id as index; a missing `coding_basis` is the case's.

    A reference to a row of a table that the case does not hold is missing: that is not coded. Raises UnreadableError
    where article.yml cannot be read.
    """
    rows = [row for _, row in coding.table(name)]
    data = pd.DataFrame([row.model_dump() for row in rows], columns=columns(name), dtype=object)
    data["coding_basis"] = [row.coding_basis or coding.described.coding_basis for row in rows]
    for column, known in _partly_coded(name, coding).items():
        data[column] = [_known(value, known) for value in data[column]]
    for column in columns(name):
        data[column] = data[column].astype(_dtype(name, column))
    return data.set_index("id")


def _partly_coded(name: str, coding: Coding) -> dict[str, set[str]]:
    """The columns that refer to a table which the case does not hold, with the ids that they can refer to."""
    kinds = fields_with(name, Reference).items()
    partly = {column: kind.tables for column, kind in kinds if not coding.records.keys() >= set(kind.tables)}
    return {column: {row for table in tables for row in coding.ids.get(table, ())} for column, tables in partly.items()}


def _known(value: str | tuple[str, ...] | None, known: set[str]) -> str | tuple[str, ...] | None:
    if isinstance(value, tuple):
        return tuple(name for name in value if name in known)
    return value if value in known else None


def _dtype(table: str, column: str) -> str | pd.CategoricalDtype:
    vocabulary = fields_with(table, Vocabulary).get(column)
    if vocabulary and not vocabulary.whole:
        return pd.CategoricalDtype(list(VOCABULARIES[vocabulary.name]), ordered=vocabulary.name in ORDERED)
    if vocabulary or column in fields_with(table, Numbers):
        return "Int64"
    if column in fields_with(table, ListOf):
        return "object"  # an empty column would be float64
    return _PLAIN.get(TABLES[table].model_fields[column].annotation, "str")


def spans_frame(coding: Coding) -> pd.DataFrame:
    """Every coded span, a piece a row: owner, field, piece (0 …), sentence, start, end (code points), text."""
    text = coding.anchoring_text
    rows = [
        (found.record.cells.get("id", ""), found.name, piece, found.sentence, start, end, text[start:end])
        for found in coding.spans
        for piece, (start, end) in enumerate(found.pieces)
    ]
    return pd.DataFrame(rows, columns=list(_SPAN_DTYPES)).astype(_SPAN_DTYPES)
