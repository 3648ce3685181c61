"""What stands on a timeline and where: said or happened, on a date, without one, or outside the axis."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from onrecord.figures.drawing.status_marks import SAID
from onrecord.measures.counted import counted
from onrecord.measures.frames import named_rows
from onrecord.wording.dates import date_words
from onrecord.wording.english import english
from onrecord.wording.labels import sentence_label, several, voice_name
from onrecord.wording.naming import listed

if TYPE_CHECKING:
    from onrecord.coding.case import Case

UNRESOLVED = "Said on a day that is not resolved to a date"
_PARTS = {"year": 1, "month": 2}  # of an ISO date, by its precision; three of a day's


class TimelineItem(NamedTuple):
    """A statement or an event. `date` is ISO in its own precision, "" off the axis; `mark` is "said" or a status."""

    row: str
    mark: str
    text: str
    source: str
    sentence: str
    date: str = ""
    relation: str = "on"
    written: str = ""  # the date as the article writes it, with what it resolves to

    @property
    def is_said(self) -> bool:
        return self.mark == SAID

    @property
    def status(self) -> str:
        """The status in words; "said" for a statement."""
        return SAID if self.is_said else english("status", self.mark)

    @property
    def band(self) -> str:
        """The heading under which it stands where it is not on the axis."""
        return UNRESOLVED if self.is_said else english("status", self.mark, "without a date")

    @property
    def manner(self) -> str:
        """Status in words, relation to the date, and whose word it is."""
        source = f"source: {self.source}" if self.source else ""
        return "; ".join(filter(None, ("" if self.is_said else self.status, self._beside_the_date, source)))

    @property
    def _beside_the_date(self) -> str:
        return english("date_relation", self.relation) if self.date else ""


def timeline_items(case: Case, actors: frozenset[str] | None) -> list[TimelineItem]:
    """Dated counted statements, then all events, in the order of the text; those that concern `actors` alone."""
    said = counted(case)
    said = said[said["date"].notna()]
    return [
        *(_said(case, row) for row in named_rows(said) if _concerns(actors, row.speaker)),
        *_happened(case, actors),
    ]


def _concerns(actors: frozenset[str] | None, *named: str) -> bool:
    return actors is None or not actors.isdisjoint(named)


def _said(case: Case, row: Any) -> TimelineItem:
    iso, written = _date(case, row.date)
    text = f"{voice_name(case, row.speaker)}{_cue_and_content(row)}"
    return TimelineItem(row.Index, SAID, text, "", sentence_label(case, row.Index), iso, "on", written)


def _happened(case: Case, actors: frozenset[str] | None) -> Iterator[TimelineItem]:
    for row in named_rows(case.events):
        if _concerns(actors, *row.actors, *row.recipients, *row.reported_by):
            relation = row.date_relation if isinstance(row.date_relation, str) else "on"
            source = listed([voice_name(case, actor) for actor in row.reported_by])
            where = sentence_label(case, row.Index)
            iso, written = _event_date(case, row, relation)
            yield TimelineItem(row.Index, row.status, row.title, source, where, iso, relation, written)


def _event_date(case: Case, row: Any, relation: str) -> tuple[str, str]:
    """`_date` of an event; what did not happen, and what is only announced on its date, stay off the axis."""
    iso, written = _date(case, row.date)
    if relation == "announced_on":
        return "", f"announced {written}"
    return "" if row.status == "hypothetical" else iso, written


def _cue_and_content(row: Any) -> str:
    cue = f" (“{row.cue_text}”)" if isinstance(row.cue_text, str) else ""
    content = row.content_text.replace(" [...] ", " … ") if isinstance(row.content_text, str) else ""
    return f"{cue}: {content}"


def _date(case: Case, date: object) -> tuple[str, str]:
    """(ISO in the date's precision or "", the words of the article with what they resolve to)."""
    if not isinstance(date, str) or date not in case.dates.index:
        return "", ""
    return _resolved(case.dates.loc[date])


def _resolved(row: pd.Series) -> tuple[str, str]:
    """The same for a row of `dates`."""
    if pd.isna(row["resolved"]):
        return "", f"“{row['text']}” (not resolved)"
    iso = "-".join(row["resolved"].split("-")[: _PARTS.get(row["precision"], 3)])
    return iso, f"“{row['text']}” ({date_words(iso)})"


def days_between(earlier: str, later: str) -> str:
    """``1 day later`` for two dates of day precision; "" for coarser ones."""
    try:
        days = (datetime.date.fromisoformat(later) - datetime.date.fromisoformat(earlier)).days
    except ValueError:
        return ""
    return f"{several(days, 'day')} later"
