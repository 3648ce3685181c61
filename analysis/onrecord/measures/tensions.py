"""Which coded items sit uneasily together. Frame: logic, n, rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.measures.tally import tally

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case


def tensions_by_logic(case: Case) -> pd.DataFrame:
    """Tensions by logic; `contradiction` is the only one where both cannot be true (rule T1). Unit: tensions."""
    return tally(case.tensions, "logic")


def logical_contradictions(case: Case) -> pd.DataFrame:
    """The tensions that are contradictions, as they stand in the case."""
    return case.tensions[case.tensions["logic"] == "contradiction"]
