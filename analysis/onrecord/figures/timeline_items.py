"""What stands on a timeline and where: said or happened, on a date, without one, or outside the axis."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from onrecord.measures.counted import counted
from onrecord.wording import codes as wording
from onrecord.wording.naming import date_words, listed

if TYPE_CHECKING:
    from onrecord.coding.case import Case

UNRESOLVED = "Said on a day that is not resolved to a date"
BANDS = {
    "asserted": "No date given",
    "presupposed": "No date given",
    "alleged": "No date given",
    "planned": "Planned, with no date for the event itself",
    "denied": "Denied",
    "denied_intention": "Denied",
    "hypothetical": "Outside the axis: hypothetical, not reported as having happened",
}


class Item(NamedTuple):
    """A statement or an event. `date` is ISO in its own precision, "" off the axis; `mark` is "said" or a status."""

    row: str
    mark: str
    text: str
    source: str
    sentence: str
    date: str = ""
    relation: str = ""
    written: str = ""  # the date as the article writes it, with what it resolves to

    @property
    def band(self) -> str:
        return UNRESOLVED if self.mark == "said" else BANDS[self.mark]

    @property
    def manner(self) -> str:
        """Status in words, relation to the date, and whose word it is."""
        bound = {"by": "on or before this date", "before": "before this date", "after": "after this date"}
        place = bound.get(self.relation, "") if self.date else ""
        status = "" if self.mark == "said" else wording.STATUS[self.mark]
        return "; ".join(part for part in (status, place, self.source and f"source: {self.source}") if part)


def items(case: Case, actors: frozenset[str] | None) -> list[Item]:
    """Dated counted statements, then all events, in the order of the text; those that concern `actors` alone."""
    said = counted(case)
    said = said[said["date"].notna()]
    if actors is not None:
        said = said[said["speaker"].isin(actors)]
    return [*(_said(case, row) for row in said.itertuples()), *_happened(case, actors)]


def _said(case: Case, row) -> Item:
    iso, written = _date(case, row.date)
    cue = f" (“{row.cue_text}”)" if isinstance(row.cue_text, str) else ""
    content = row.content_text.replace(" [...] ", " … ") if isinstance(row.content_text, str) else ""
    text = f"{wording.name(case, row.speaker)}{cue}: {content}"
    return Item(row.Index, "said", text, "", wording.sentence(case, row.Index), iso, "on", written)


def _happened(case: Case, actors: frozenset[str] | None) -> Iterator[Item]:
    for row in case.events.itertuples():
        if actors is not None and not actors & {*row.actors, *row.recipients, *row.reported_by}:
            continue
        iso, written = _date(case, row.date)
        relation = row.date_relation if isinstance(row.date_relation, str) else "on"
        if relation == "announced_on":
            iso, written = "", f"announced {written}"
        if row.status == "hypothetical":
            iso = ""
        source = listed([wording.name(case, actor) for actor in row.reported_by])
        sentence = wording.sentence(case, row.Index)
        yield Item(row.Index, row.status, row.title, source, sentence, iso, relation, written)


def _date(case: Case, date: object) -> tuple[str, str]:
    """(ISO in the date's precision or "", the words of the article with what they resolve to)."""
    if not isinstance(date, str) or date not in case.dates.index:
        return "", ""
    row = case.dates.loc[date]
    if pd.isna(row["resolved"]):
        return "", f"“{row['text']}” (not resolved)"
    parts = {"year": 1, "month": 2}.get(row["precision"], 3)
    iso = "-".join(row["resolved"].split("-")[:parts])
    return iso, f"“{row['text']}” ({date_words(iso)})"


def days_between(earlier: str, later: str) -> str:
    """``1 day later`` for two dates of day precision; "" for coarser ones."""
    try:
        days = (datetime.date.fromisoformat(later) - datetime.date.fromisoformat(earlier)).days
    except ValueError:
        return ""
    return f"{wording.several(days, 'day')} later"
