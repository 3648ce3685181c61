"""Who says that two actors are tied. Frame: basis, n, rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.measures.tally import tally

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case


def relations_by_basis(case: Case) -> pd.DataFrame:
    """Relations by basis; an alleged one is never a fact (rule R1). Unit: relations."""
    return tally(case.relations, "basis")
