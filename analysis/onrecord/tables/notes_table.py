"""Warnings about the source and the coder's hard judgements, with how each was settled."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.coding.tables import OWN_WORDS, TABLES
from onrecord.wording.citations import NoEvidenceError, cites
from onrecord.wording.naming import capital, words
from onrecord.wording.propositions import coders_text
from onrecord.wording.table import Table


def notes_table(case: Case) -> Table:
    """The notes of the coding, in its order; a sentence where there is none."""
    return Table(
        "Judgements and warnings of the coding",
        ["Kind", "What", "Settled as", "Source"],
        [_note(case, row) for _, row in case.notes.iterrows()],
        empty="The coder left no note." if case.coded("notes") else "Notes are not coded in this case.",
    )


def _note(case: Case, row: pd.Series) -> list[str | Markup]:
    resolution = "" if pd.isna(row["resolution"]) else coders_text(case, row["resolution"])
    return [capital(words(row["kind"])), coders_text(case, row["detail"]), resolution, _cited(case, row["ref"])]


def _cited(case: Case, refs: tuple[str, ...]) -> Markup:
    if refs and set(refs) <= set(case.sentences.index):
        return Markup("{}").format(", ".join(refs))
    try:
        return cites(case, [ref for ref in refs if _is_row(case, ref)])
    except (NoEvidenceError, KeyError):
        return Markup("whole article")


def _is_row(case: Case, ref: str) -> bool:
    return any(ref in getattr(case, table).index for table in TABLES if table != OWN_WORDS)
