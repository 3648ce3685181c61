"""What is reported to happen, by how it is said to stand and who confirms it.

Frames: ``events_by_status``: status, n, rows. ``events_by_confirmation``: confirmation, n, rows.
``events_by_plover``: plover_event, n, rows (`none`: no PLOVER code).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.measures.tally import tally

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case


def events_by_status(case: Case) -> pd.DataFrame:
    """Events by status (asserted, alleged, planned, denied …). Unit: events."""
    return tally(case.events, "status")


def events_by_confirmation(case: Case) -> pd.DataFrame:
    """Events by confirmation; a participant's is `party`, never independent (rule E3). Unit: events."""
    return tally(case.events, "confirmation")


def events_by_plover(case: Case) -> pd.DataFrame:
    """Events by PLOVER event type, in PLOVER's order, those without a code last. Unit: events."""
    codes = case.events["plover_event"]
    return tally(case.events.assign(plover_event=codes.cat.add_categories("none").fillna("none")), "plover_event")
