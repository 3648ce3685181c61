"""Rows of the coding as tables: events, statements, positions."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
from markupsafe import Markup

from analysis.coding.case import Case
from analysis.measures.counted import attributed
from analysis.tables.citations import cites
from analysis.tables.naming import actor_name, agree, as_written, capital, listed, typeset, words
from analysis.tables.table import Table

# The order in which a reader meets them: what is said to be so first, what could be so last.
STATUS_ORDER = ("asserted", "presupposed", "planned", "alleged", "denied", "denied_intention", "hypothetical")
_CERTAINTY = {"CT": "certain", "PR": "probable", "PS": "possible", "U": "uncommitted"}
_CONFIRMED = {"none": "", "party": ", confirmed by a party", "independent": ", independently confirmed"}


def events_table(case: Case, rows: Iterable[str] | None = None, caption: str = "Events by status") -> Table:
    """Events (all, or those of `rows`), by status and then in text order: who reports them, when, confirmed or not."""
    events = case.events if rows is None else case.events.loc[list(rows)]
    order = sorted(events.index, key=lambda row: STATUS_ORDER.index(events.at[row, "status"]))
    return Table(
        caption,
        ["Event", "Status", "Reported by", "When", "Source"],
        [_event(case, row) for row in order],
        empty="No event is coded here.",
    )


def _event(case: Case, row: str) -> list[str | Markup]:
    event = case.events.loc[row]
    return [
        typeset(event["title"]),
        words(event["status"]) + _CONFIRMED[event["confirmation"]],
        capital(listed([actor_name(case, actor) for actor in event["reported_by"]])),
        event_time(case, event),
        cites(case, [row, *event["statements"]]),
    ]


def event_time(case: Case, event: pd.Series) -> str:
    """ "by Friday (6 January 2023)", the note of the coder where no date is coded, or "not stated"."""
    if pd.isna(event["date"]):
        return "not stated" if pd.isna(event["time_note"]) else typeset(event["time_note"])
    relation = "" if pd.isna(event["date_relation"]) else f"{words(event['date_relation'])} "
    return f"{relation}{as_written(case, event['date'])}"


def acts_table(case: Case, actor: str) -> Table:
    """Events with the actor as agent or recipient."""
    named = [row for row, event in case.events.iterrows() if actor in (*event["actors"], *event["recipients"])]
    empty = f"{capital(actor_name(case, actor))} {agree(case, [actor], 'takes', 'take')} part in no coded event."
    table = events_table(case, named, "Acts reported, by status")
    return table if case.coded("events") and named else Table(table.caption, table.columns, [], empty=empty)


def statements_table(case: Case, actor: str) -> Table:
    """The actor's counted attributed statements: what, how firmly, about whom."""
    statements = attributed(case)[lambda frame: frame["speaker"] == actor]
    speaks = agree(case, [actor], "does", "do")
    return Table(
        "Statements, in text order",
        ["Statement", "Act", "Certainty", "About", "Source"],
        [_statement(case, row) for row in statements.index],
        empty=f"{capital(actor_name(case, actor))} {speaks} not speak in this source.",
    )


def _statement(case: Case, row: str) -> list[str | Markup]:
    statement = case.statements.loc[row]
    content = " […] ".join(case.article.text[start:end] for start, end in case.pieces(row, "content"))
    hedges = ", ".join(case.article.text[start:end] for start, end in case.pieces(row, "hedge"))
    certainty = _CERTAINTY[statement["certainty"]] + (f" (“{hedges}”)" if hedges else "")
    target = "" if pd.isna(statement["target"]) else capital(actor_name(case, statement["target"]))
    return [content, words(statement["speech_act"]), certainty, target, cites(case, [row])]
