"""What is reported to happen, by how it is said to stand. Frame ``events_by_status``: status, n, rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.measures.tally import tally

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case


def events_by_status(case: Case) -> pd.DataFrame:
    """Events by status (asserted, alleged, planned, denied …). Unit: events."""
    return tally(case.events, "status")
