"""When something was said: the time expression beside a cue, as written and as resolved (rules D1 to D3)."""

from __future__ import annotations

import datetime
import re
from contextlib import suppress
from typing import NamedTuple

from onrecord.drafting.rows.row import DateRow
from onrecord.drafting.rows.spans import Span
from onrecord.english.calendar import MONTHS, WEEKDAYS, month_number

# no blank is ever given back: thousands of them would be tried again and again
_LEAD = r"\s*+,?\s*+(?:(?:late|early|earlier)\s++)?(?:on\s++)?(?:(?:late|early)\s++)?"
EXPRESSION = re.compile(
    rf"(?P<weekday>{'|'.join(WEEKDAYS)})\b"
    rf"|(?P<month>{'|'.join(MONTHS)})\s+(?P<day>\d{{1,2}})\b(?!\s*[-–]\s*\d)(?:,?\s+(?P<year>\d{{4}})\b)?"
    r"|(?P<near>yesterday|today)\b",
    re.IGNORECASE,
)
BEHIND = re.compile(rf"{_LEAD}(?=(?:{EXPRESSION.pattern.replace('?P<', '?P<_')}))", re.IGNORECASE)
HEAD = re.compile(
    rf"\s*+(?:(?:late|early|earlier|later)\s++)?(?:on\s++)?(?:(?:late|early)\s++)?"
    rf"(?:(?P<day>{EXPRESSION.pattern.replace('?P<', '?P<_')})(?:\s+(?:morning|afternoon|evening|night))?"
    rf"|in\s+(?P<alone>(?:19|20)\d\d))\s*,?\s*",
    re.IGNORECASE,
)
LONGEST_BETWEEN = 30  # code points between source and cue
SOME_YEAR = 2000  # by which a day is told to exist where no year is known
NEAR = {"today": (0, "the day of publication"), "yesterday": (1, "the day before publication")}


class Dated(NamedTuple):
    """A time expression: its span, its TIMEX value, the day it resolves to (None: unknown) and how."""

    span: Span
    timex: str
    resolved: datetime.date | None
    basis: str


def said_when(text: str, behind: int, before: Span, limit: int, published: datetime.date | None) -> Dated | None:
    """The expression right behind a cue (`said on Friday`), or between source and cue (`on Friday said`)."""
    found = right_behind(text, behind, limit)
    if found is None and 0 < before[1] - before[0] < LONGEST_BETWEEN:
        found = EXPRESSION.search(text, *before)
    return dated(found, published) if found else None


def at_the_head(text: str, start: int, end: int, published: datetime.date | None) -> Dated | None:
    """The expression that is all of the words from `start` to `end`, with what joins it: `On Tuesday,`, `In 2016,`."""
    found = HEAD.fullmatch(text, start, end)
    if not found:
        return None
    if found["alone"]:
        return Dated(found.span("alone"), found["alone"], day_of(int(found["alone"]), 1, 1), "as written")
    return dated(EXPRESSION.match(text, found.start("day")), published)  # type: ignore[arg-type]


def right_behind(text: str, start: int, end: int) -> re.Match[str] | None:
    """The time expression with which the words from `start` to `end` open, behind `on`, `late` or a comma."""
    lead = BEHIND.match(text, start, end)
    return EXPRESSION.match(text, lead.end(), end) if lead else None


def dated(found: re.Match[str], published: datetime.date | None) -> Dated | None:
    """What a match of EXPRESSION says, looking back from the day of publication; None for no day of the calendar."""
    if found["weekday"]:
        return weekday(found, published)
    return near(found, published) if found["near"] else calendar_day(found, published)


def weekday(found: re.Match[str], published: datetime.date | None) -> Dated:
    """The last day of that name, the day of publication included."""
    number = WEEKDAYS.index(found["weekday"].lower())
    day = published and published - datetime.timedelta(days=(published.weekday() - number) % 7)
    return Dated(found.span(), f"XXXX-WXX-{number + 1}", day, "nearest past or same weekday")


def near(found: re.Match[str], published: datetime.date | None) -> Dated:
    """Today or yesterday."""
    back, basis = NEAR[found["near"].lower()]
    return Dated(found.span(), "XXXX-XX-XX", published and published - datetime.timedelta(days=back), basis)


def calendar_day(found: re.Match[str], published: datetime.date | None) -> Dated | None:
    """A day by month and number; without a year it is the last such day."""
    month, number = month_number(found["month"].lower()), int(found["day"])
    if found["year"]:
        return as_written(found.span(), day_of(int(found["year"]), month, number))
    day, timex = last_such_day(month, number, published), f"XXXX-{month:02d}-{number:02d}"
    return Dated(found.span(), timex, published and day, "nearest past calendar day") if day else None


def as_written(span: Span, day: datetime.date | None) -> Dated | None:
    """A day with its year."""
    return Dated(span, day.isoformat(), day, "as written") if day else None


def last_such_day(month: int, number: int, published: datetime.date | None) -> datetime.date | None:
    """The last such day up to that of publication, of any year where that is not known; None where there is none."""
    day = day_of(published.year if published else SOME_YEAR, month, number)
    if day and published and day > published:
        return day_of(day.year - 1, month, number)
    return day


def day_of(year: int, month: int, number: int) -> datetime.date | None:
    """The day, None where the calendar has none."""
    with suppress(ValueError):
        return datetime.date(year, month, number)
    return None


def row(found: Dated, date_id: str, sentence: str, cell: str) -> DateRow:
    """The date's row, to be attached to a statement."""
    made = DateRow(
        id=date_id,
        sentence=sentence,
        text=cell,
        timex=found.timex,
        confidence="moderate",
        rule="draft:date_beside_cue",
    )
    if found.resolved:
        made.resolved, made.anchor = found.resolved.isoformat(), "date_published"
        made.basis, made.precision = found.basis, "year" if found.timex.isdigit() else "day"
    return made
