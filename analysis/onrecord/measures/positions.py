"""How many positions are coded, and on whose word. Frame ``positions_by_basis``: basis, n, rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.measures.tally import tally

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case


def positions_by_basis(case: Case) -> pd.DataFrame:
    """Positions by basis (rule P4). Unit: positions."""
    return tally(case.positions, "basis")
