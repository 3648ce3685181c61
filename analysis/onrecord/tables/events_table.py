"""The events of a case by status: who reports them, when, confirmed or not."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.coding.case import Case
from onrecord.wording.events import table_of_events
from onrecord.wording.table import Table


def events_table(case: Case, rows: Iterable[str] | None = None) -> Table:
    """Events (all, or those of `rows`), by status and then in text order; nothing where there is none."""
    shown = case.events.index if rows is None else rows
    return table_of_events(case, shown, "Events by status", empty=None)  # the paragraph above it says so
