"""What was said and what is reported to have happened, date by date."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.draft import is_draft
from onrecord.wording.citations import cites
from onrecord.wording.dates import date_words
from onrecord.wording.drafted import drafted_as
from onrecord.wording.english import english
from onrecord.wording.events import told_by
from onrecord.wording.naming import capital, typeset
from onrecord.wording.placing_in_time import dated_events, dated_statements
from onrecord.wording.reporting import reported
from onrecord.wording.table import Table

_BREAK = Markup("<br>")


def timeline_table(case: Case) -> Table:
    """A date a row, the earliest first: the words that give it, what was said on it, what happened on it or about it.

    Of a draft, which has no events, what was said alone.
    """
    said, happened = _by_date(dated_statements(case)), _by_date(dated_events(case))
    lanes = ["Said"] if is_draft(case) and not happened else ["Said", "Happened, as reported"]
    none = "No statement and no event can be placed on a date."
    rows = [_row(case, date, said.get(date, []), happened.get(date, [])) for date in sorted({*said, *happened})]
    return Table(
        "Said and happened, by date",
        ["When", *lanes],
        [row[: 1 + len(lanes)] for row in rows],
        empty=drafted_as(case, "nothing that could be placed on a date", none),
    )


def _by_date(dates: dict[str, str]) -> dict[str, list[str]]:
    """Date -> the rows on it."""
    found: dict[str, list[str]] = {}
    for row, date in dates.items():
        if date:
            found.setdefault(date, []).append(row)
    return found


def _row(case: Case, date: str, said: Iterable[str], happened: Iterable[str]) -> list[str | Markup]:
    ids = [*case.statements.loc[list(said), "date"], *case.events.loc[list(happened), "date"]]
    written = dict.fromkeys(f"“{text}”" for text in case.dates.loc[ids, "text"] if text != date_words(date))
    return [
        _BREAK.join([date_words(date).replace(" ", "\N{NO-BREAK SPACE}"), *filter(None, [", ".join(written)])]),
        _items([Markup("{} {}").format(capital(reported(case, row)), cites(case, [row])) for row in said]),
        _items([_event(case, row) for row in happened]),
    ]


def _items(items: list[Markup]) -> Markup:
    """One as it is, several each on lines of their own behind a dash."""
    return _BREAK.join(Markup("– {}").format(item) for item in items) if len(items) > 1 else Markup("").join(items)


def _event(case: Case, row: str) -> Markup:
    """ "Arrival of troops (on or before this date; reported by the article) [S03]"."""
    event = case.events.loc[row]
    relation = event["date_relation"] if isinstance(event["date_relation"], str) else "on"
    told = "; ".join(filter(None, [english("date_relation", relation), told_by(case, event)]))
    return Markup("{} ({}) {}").format(typeset(event["title"]), told, cites(case, [row, *event["statements"]]))
