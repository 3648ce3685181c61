"""The statements that measures count, and the sentences of the body."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case


def counted(case: Case) -> pd.DataFrame:
    """C: the statements that count, i.e. not those of headline and standfirst that repeat the body (rule S9)."""
    return case.statements[case.statements["counted"].astype(bool)]


def attributed(case: Case) -> pd.DataFrame:
    """A: the counted statements that have a source other than the narrator (rule S2)."""
    return _with(case, "attributed")


def narrated(case: Case) -> pd.DataFrame:
    """The counted statements in the publisher's own voice."""
    return _with(case, "narrator")


def _with(case: Case, attribution: str) -> pd.DataFrame:
    rows = counted(case)
    return rows[rows["attribution"] == attribution]


def body(case: Case) -> pd.DataFrame:
    """The sentences of the body, without headline, standfirst, dateline and captions."""
    return case.sentences[case.sentences["role"] == "body"]


def sentences_of(case: Case, cell: str) -> list[str]:
    """The ids of the sentences that a `sentence` cell names: one, or a range ``S04-S06``."""
    article, slash, local = cell.rpartition("/")  # in a corpus: the case's id stands before
    first, dash, last = local.partition("-")
    if not dash:
        return [cell]
    ids = case.sentences.index
    start, end = ids.get_loc(article + slash + first), ids.get_loc(article + slash + last)
    return list(ids[start : end + 1])


def drafted_narrator_rows(case: Case) -> bool:
    """Whether a program made narrator rows that nobody reviewed, one a sentence: shares by statement then mislead."""
    rows = narrated(case)
    return bool((rows["coding_basis"] == "extracted").any())
