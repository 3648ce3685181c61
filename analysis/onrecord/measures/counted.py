"""The statements that measures count."""

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
    return with_attribution(case, "attributed")


def narrated(case: Case) -> pd.DataFrame:
    """The counted statements in the publisher's own voice."""
    return with_attribution(case, "narrator")


def with_attribution(case: Case, attribution: str) -> pd.DataFrame:
    """The counted statements with that value of `attribution`."""
    rows = counted(case)
    return rows[rows["attribution"] == attribution]
