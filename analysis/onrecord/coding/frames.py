"""Rows as data frames with proper dtypes."""

from __future__ import annotations

import pandas as pd

from onrecord.coding import fields as f
from onrecord.coding.reading import Coding
from onrecord.coding.tables import TABLES, columns, fields_with
from onrecord.coding.vocabularies import ORDERED, VOCABULARIES

SPAN_COLUMNS = {
    "owner": "str",
    "field": "str",
    "piece": "int64",
    "sentence": "str",
    "start": "int64",
    "end": "int64",
    "text": "str",
}


def frame(name: str, coding: Coding) -> pd.DataFrame:
    """The table `name` with the id as index; a missing `coding_basis` is the case's.

    A reference to a row of a table that the case does not hold is missing: that is not coded.
    """
    rows = [row for _, row in coding.table(name)]
    data = pd.DataFrame([row.model_dump() for row in rows], columns=columns(name), dtype=object)
    data["coding_basis"] = [row.coding_basis or coding.article.coding_basis for row in rows]
    for column, kind in fields_with(name, f.Reference).items():
        if not coding.records.keys() >= set(kind.tables):
            known = set().union(*(coding.ids.get(table, ()) for table in kind.tables))
            data[column] = [_known(value, known) for value in data[column]]
    for column in columns(name):
        data[column] = _typed(name, column, data[column])
    return data.set_index("id")


def _known(value: str | tuple[str, ...] | None, known: set[str]) -> str | tuple[str, ...] | None:
    if isinstance(value, tuple):
        return tuple(name for name in value if name in known)
    return value if value in known else None


def _typed(name: str, column: str, values: pd.Series) -> pd.Series:
    vocabulary = fields_with(name, f.Vocabulary).get(column)
    annotation = TABLES[name].model_fields[column].annotation
    if column in ("stance", "target_valence", "precision") and name != "dates":
        return values.astype("Int64")
    if vocabulary:
        return values.astype(_categories(vocabulary.name))
    if column in fields_with(name, f.ListOf):
        return values.astype(object)  # an empty column would be float64
    if annotation in (bool, int):
        return values.astype(annotation)
    return values.astype("str")


def _categories(vocabulary: str) -> pd.CategoricalDtype:
    return pd.CategoricalDtype(list(VOCABULARIES[vocabulary]), ordered=vocabulary in ORDERED)


def spans_frame(coding: Coding) -> pd.DataFrame:
    """Every coded span, a piece a row."""
    text = coding.anchoring_text
    rows = [
        (found.record.cells.get("id", ""), found.name, piece, found.sentence, start, end, text[start:end])
        for found in coding.spans
        for piece, (start, end) in enumerate(found.pieces)
    ]
    return pd.DataFrame(rows, columns=list(SPAN_COLUMNS)).astype(SPAN_COLUMNS)
