"""What cannot be placed on a date: by status, with what is said of its time."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.wording.citations import cites
from onrecord.wording.dates import as_written
from onrecord.wording.drafted import drafted_as
from onrecord.wording.events import by_status, event_time, told_by
from onrecord.wording.naming import capital, typeset
from onrecord.wording.placing_in_time import dated_events, dated_statements
from onrecord.wording.reporting import reported
from onrecord.wording.table import Table


def undated_table(case: Case) -> Table:
    """Statements whose day is not resolved to a date, then events, what is said to be so before what could be so."""
    none = "Every coded event has a date." if case.coded("events") else "Events are not coded in this case."
    return Table(
        "Not on a date, by status",
        ["What", "Told as", "When, as told", "Source"],
        [*_statements(case), *_events(case)],
        empty=drafted_as(case, "nothing else", none),
        optional=True,
    )


def _statements(case: Case) -> Iterator[list[str | Markup]]:
    for row, date in dated_statements(case).items():
        if not date:
            when = as_written(case, case.statements.at[row, "date"])
            yield [capital(reported(case, row)), "said", when, cites(case, [row])]


def _events(case: Case) -> Iterator[list[str | Markup]]:
    for row in by_status(case, [row for row, date in dated_events(case).items() if not date]):
        event = case.events.loc[row]
        cited = cites(case, [row, *event["statements"]])
        yield [typeset(event["title"]), told_by(case, event), event_time(case, event), cited]
