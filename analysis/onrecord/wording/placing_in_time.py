"""Which statements and events stand on a date, and which do not."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.coding.case import Case
from onrecord.measures.counted import counted

_PARTS = {"year": 1, "month": 2}  # of an ISO date, by its precision; three of a day's
_OFF = "announced_on"  # the date is the announcement's, not the event's


def iso_date(case: Case, date: object) -> str:
    """The ISO date, in its own precision, that a row of `dates` resolves to; "" for none."""
    if not isinstance(date, str) or date not in case.dates.index:
        return ""
    row = case.dates.loc[date]
    return (
        "-".join(row["resolved"].split("-")[: _PARTS.get(row["precision"], 3)])
        if row["resolved"] == row["resolved"]
        else ""
    )


def dated_statements(case: Case) -> dict[str, str]:
    """Counted statement -> the date on which it was made, "" where its words resolve to none; in text order."""
    said = counted(case)["date"].dropna()
    return {str(row): iso_date(case, date) for row, date in said.items()}


def dated_events(case: Case) -> dict[str, str]:
    """Event -> its date; "" without one, for what could happen, and for what was only announced on its date."""
    return dict(_placed(case))


def _placed(case: Case) -> Iterator[tuple[str, str]]:
    for row, event in case.events.iterrows():
        off = event["date_relation"] == _OFF or event["status"] == "hypothetical"
        yield str(row), "" if off else iso_date(case, event["date"])
