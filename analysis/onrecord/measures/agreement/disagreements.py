"""Every point on which two codings differ, one a row.

Frame ``disagreements``: table, a, b (ids, missing where that coder has no such row), field (missing where the whole row
is one coder's), reading_a, reading_b (as written, missing where empty), sentence, text (the sentence, verbatim).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from onrecord.coding.case import Case
from onrecord.coding.settled import TABLES_COMPARED
from onrecord.measures.agreement.alignment import ANCHORS, Alignment
from onrecord.measures.agreement.fields import compared, readings
from onrecord.measures.sentences import sentences_of

COLUMNS = ["table", "a", "b", "field", "reading_a", "reading_b", "sentence", "text"]


def disagreements(alignment: Alignment) -> pd.DataFrame:
    """Fields that differ on rows that both found, then the rows of A alone and of B alone, table by table."""
    rows = [row for table in TABLES_COMPARED for row in (*_fields(alignment, table), *_alone(alignment, table))]
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)


def _fields(alignment: Alignment, table: str) -> Iterator[tuple]:
    for field in compared(table):
        for row, other, a, b in readings(alignment, table, field, alignment.pairs(table)):
            if a != b:
                yield (table, row, other, field, _written(a), _written(b), *_sentence(alignment.a, table, row))


def _alone(alignment: Alignment, table: str) -> Iterator[tuple]:
    pairs = alignment.pairs(table)
    for case, found, beside in ((alignment.a, set(pairs), _of_a), (alignment.b, set(pairs.values()), _of_b)):
        for row in getattr(case, table).index:
            if row not in found:
                readings_ = beside(_in_short(case, table, row))
                yield (table, *beside(row), None, *readings_, *_sentence(case, table, row))


def _of_a(own: str) -> tuple[str | None, str | None]:
    return own, None


def _of_b(own: str) -> tuple[str | None, str | None]:
    return None, own


def _in_short(case: Case, table: str, row: str) -> str:
    """What a row that only one coder has says: its words, or its actor, issue and stance."""
    if table in ANCHORS:
        words = " [...] ".join(case.article.text[a:b] for a, b in case.pieces(row, ANCHORS[table]))
        speaker = case.statements.at[row, "speaker"] if table == "statements" else ""
        return f"{speaker}: {words}" if speaker else words
    position = case.positions.loc[row]
    return f"{position['actor']} {position['stance']:+d} on {position['issue']} ({position['basis']})"


def _sentence(case: Case, table: str, row: str) -> tuple[str, str]:
    if table == "positions":
        evidence = case.positions.at[row, "evidence"]
        if not evidence:
            return "", ""
        table, row = "statements", evidence[0]
    cell = getattr(case, table).at[row, "sentence"]
    return cell, " ".join(case.sentences.loc[sentences_of(case, cell), "text"])


def _written(value: Any) -> str | None:
    return "|".join(value) if isinstance(value, tuple) else None if value is None else str(value)
