"""Events as rows of a table: who reports them, with which status, when, confirmed or not."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.draft import is_draft
from onrecord.wording.actors import actor_names
from onrecord.wording.citations import cites
from onrecord.wording.dates import as_written
from onrecord.wording.english import all_english, english
from onrecord.wording.naming import capital, typeset, words
from onrecord.wording.table import Table

EVENT_COLUMNS = ("Event", "Status", "Reported by", "When", "Source")


def table_of_events(case: Case, rows: Iterable[str], caption: str, empty: str | None) -> Table:
    """The events `rows`, by status (what is said to be so first, what could be so last), then in text order."""
    return Table(caption, EVENT_COLUMNS, [event_cells(case, row) for row in by_status(case, rows)], empty=empty)


def by_status(case: Case, rows: Iterable[str]) -> list[str]:
    """The events `rows`, what is said to be so first, what could be so last, in text order within each status."""
    order = list(all_english("status"))
    return sorted(rows, key=lambda row: order.index(case.events.at[row, "status"]))


def event_cells(case: Case, row: str) -> list[str | Markup]:
    """An event under the columns of `EVENT_COLUMNS`."""
    event = case.events.loc[row]
    return [
        typeset(event["title"]),
        english("status", event["status"]) + english("confirmation", event["confirmation"], "after a status"),
        capital(actor_names(case, event["reported_by"])),
        event_time(case, event),
        cites(case, [row, *event["statements"]]),
    ]


def event_time(case: Case, event: pd.Series) -> str:
    """ "by Friday (6 January 2023)", the note of the coder where no date is coded, or "not stated"."""
    if pd.isna(event["date"]):
        unknown = "no date coded" if is_draft(case) else "not stated"
        return unknown if pd.isna(event["time_note"]) else typeset(event["time_note"])
    relation = "" if pd.isna(event["date_relation"]) else f"{words(event['date_relation'])} "
    return f"{relation}{as_written(case, event['date'])}"


def told_by(case: Case, event: pd.Series) -> str:
    """ "reported by the article, confirmed by a party", "alleged by Ukraine": how an event is told, and by whom."""
    how = english("status", event["status"], "by whom")
    return f"{how} {actor_names(case, event['reported_by'])}" + english(
        "confirmation", event["confirmation"], "after a status"
    )


def taking_part(case: Case, actor: str) -> list[str]:
    """The events that name the actor among `actors` or `recipients`."""
    sides = ("actors", "recipients")
    return [row for row in case.events.index if any(actor in case.events.at[row, one] for one in sides)]
