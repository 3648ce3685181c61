"""Rows of the coding as tables: events, statements, positions."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import attributed
from onrecord.wording.citations import cites
from onrecord.wording.naming import actor_name, agree, as_written, capital, listed, typeset, words
from onrecord.wording.reporting import reported
from onrecord.wording.table import Table

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
        empty=None,  # the paragraph above it says so
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
    """Events in which the actor acts."""
    return _acts(case, actor, "actors", "Acts reported, by status", ("acts", "act"))


def received_table(case: Case, actor: str) -> Table:
    """Events that are done to the actor or reach it."""
    return _acts(
        case,
        actor,
        "recipients",
        "Done to the actor, by status",
        ("is at the receiving end of", "are at the receiving end of"),
    )


def _acts(case: Case, actor: str, side: str, caption: str, verbs: tuple[str, str]) -> Table:
    """Events that name the actor on one side; a sentence where there is none."""
    named = [row for row, event in case.events.iterrows() if actor in event[side]]
    table = events_table(case, named, caption)
    if named:
        return table
    verb = agree(case, [actor], *verbs)
    name = capital(actor_name(case, actor))
    none = f"{name} {verb} {'in no coded event' if side == 'actors' else 'no coded event'}."
    return Table(
        caption, table.columns, [], empty=none if case.coded("events") else "Events are not coded in this case."
    )


def statements_table(case: Case, actor: str) -> Table:
    """The actor's counted attributed statements: what, how firmly, about whom."""
    statements = attributed(case)[lambda frame: frame["speaker"] == actor]
    speaks = agree(case, [actor], "does", "do")
    return Table(
        "Statements, in text order",
        ["As the article reports it", "Act", "Certainty", "About", "Source"],
        [_statement(case, row) for row in statements.index],
        empty=f"{capital(actor_name(case, actor))} {speaks} not speak in this source.",
    )


def _statement(case: Case, row: str) -> list[str | Markup]:
    statement = case.statements.loc[row]
    told = reported(case, row, naming=False)
    hedges = ", ".join(case.article.text[start:end] for start, end in case.pieces(row, "hedge"))
    certainty = _CERTAINTY[statement["certainty"]] + (f" (“{hedges}”)" if hedges else "")
    target = "" if pd.isna(statement["target"]) else capital(actor_name(case, statement["target"]))
    return [told, words(statement["speech_act"]), certainty, target, cites(case, [row])]
