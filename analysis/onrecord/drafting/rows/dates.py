"""When something was said: the time expression beside a cue, as written and as resolved (rules D1 to D3)."""

from __future__ import annotations

import datetime
import re
from typing import Any, NamedTuple

from onrecord.english.calendar import MONTHS, WEEKDAYS, month_number

_LEAD = r"\s*,?\s*(?:(?:late|early|earlier)\s+)?(?:on\s+)?(?:(?:late|early)\s+)?"
EXPRESSION = re.compile(
    rf"(?P<weekday>{'|'.join(WEEKDAYS)})\b"
    rf"|(?P<month>{'|'.join(MONTHS)})\s+(?P<day>\d{{1,2}})\b(?!\s*[-–]\s*\d)(?:,?\s+(?P<year>\d{{4}})\b)?"
    r"|(?P<near>yesterday|today)\b",
    re.IGNORECASE,
)
BEHIND = re.compile(rf"{_LEAD}(?=(?:{EXPRESSION.pattern.replace('?P<', '?P<_')}))", re.IGNORECASE)


class Dated(NamedTuple):
    """A time expression: its span, its TIMEX value, the day it resolves to (None: unknown) and how."""

    start: int
    end: int
    timex: str
    resolved: datetime.date | None
    basis: str


def said_when(
    text: str, behind: int, before: tuple[int, int], limit: int, published: datetime.date | None
) -> Dated | None:
    """The expression right behind a cue (`said on Friday`), or between source and cue (`on Friday said`)."""
    lead = BEHIND.match(text, behind, limit)
    found = EXPRESSION.match(text, lead.end(), limit) if lead else None
    if found is None:
        found = EXPRESSION.search(text, *before) if 0 < before[1] - before[0] < 30 else None
    return dated(found, published) if found else None


def dated(found: re.Match, published: datetime.date | None) -> Dated | None:
    """What a match of EXPRESSION says, looking back from the day of publication."""
    start, end = found.span()
    if name := found["weekday"]:
        number = WEEKDAYS.index(name.lower())
        day = published and published - datetime.timedelta(days=(published.weekday() - number) % 7)
        return Dated(start, end, f"XXXX-WXX-{number + 1}", day, "nearest past or same weekday")
    if word := found["near"]:
        back = word.lower() == "yesterday"
        day = published and published - datetime.timedelta(days=back)
        return Dated(start, end, "XXXX-XX-XX", day, "the day before publication" if back else "the day of publication")
    month, number = month_number(found["month"].lower()), int(found["day"])
    try:
        day = datetime.date(int(found["year"] or (published.year if published else 2000)), month, number)
    except ValueError:
        return None
    if found["year"]:
        return Dated(start, end, day.isoformat(), day, "as written")
    if published and day > published:
        try:
            day = day.replace(year=day.year - 1)
        except ValueError:
            return None
    return Dated(start, end, f"XXXX-{month:02d}-{number:02d}", day if published else None, "nearest past calendar day")


def row(found: Dated, date_id: str, sentence: str, cell: str, statement: str) -> dict[str, Any]:
    """The date's row."""
    return {
        "id": date_id,
        "sentence": sentence,
        "text": cell,
        "timex": found.timex,
        "resolved": found.resolved.isoformat() if found.resolved else None,
        "anchor": "date_published" if found.resolved else None,
        "basis": found.basis if found.resolved else None,
        "precision": "day" if found.resolved else None,
        "attaches_to": f"time_said {statement}",
        "confidence": "moderate",
        "coding_basis": "extracted",
        "rule": "draft:date_beside_cue",
    }
