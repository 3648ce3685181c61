"""The values of a field as both coders gave them, B's ids put into A's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from onrecord.coding import fields as f
from onrecord.coding.tables import TABLES, Row, fields_with
from onrecord.measures.agreement.alignment import Alignment

ORDINAL = {("positions", "stance")}  # codebook, section 7: the others are nominal

ALIGNED_BY = {"positions": {"actor", "issue", "basis"}}  # the same in every pair, so no agreement to measure


def compared(table: str) -> list[str]:
    """The fields of `table` that are compared: vocabularies, references and numbers; no free text, span or sentence."""
    skipped = (
        {"id", "sentence", "flags", "coding_basis"} | set(fields_with(table, f.SpanOf)) | ALIGNED_BY.get(table, set())
    )
    kinds = (f.Vocabulary, f.Reference)
    marked = {name for kind in kinds for name in fields_with(table, kind)}
    marked |= {"target_valence", "counted"} & set(TABLES[table].model_fields)
    own = [name for name in TABLES[table].model_fields if name not in Row.model_fields]
    return [name for name in (*own, "confidence") if name in marked and name not in skipped]


def readings(
    alignment: Alignment, table: str, field: str, pairs: Mapping[str, str]
) -> Iterator[tuple[str, str, Any, Any]]:
    """(row of A, row of B, A's value, B's value in A's ids) for each of `pairs`; None is an empty cell."""
    a, b = getattr(alignment.a, table), getattr(alignment.b, table)
    for row, other in pairs.items():
        yield row, other, _value(a.at[row, field]), _in_a(alignment, table, field, _value(b.at[other, field]))


def _value(cell: Any) -> Any:
    if isinstance(cell, tuple):
        return tuple(sorted(cell))
    return None if pd.isna(cell) else cell


def _in_a(alignment: Alignment, table: str, field: str, value: Any) -> Any:
    """B's ids as A's, where the reference leads to a row that is aligned; else marked as B's own."""
    reference = fields_with(table, f.Reference).get(field)
    if reference is None or value is None:
        return value
    names: dict[str, str] = {}
    for target in reference.tables:
        names |= {b: a for a, b in alignment.pairs(target).items()}
    if isinstance(value, tuple):
        return tuple(sorted(names.get(one, f"B:{one}") for one in value))
    return names.get(value, f"B:{value}")
