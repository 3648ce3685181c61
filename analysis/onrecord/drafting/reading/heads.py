"""The head of an article as it is stored: headline, summary line, date."""

# ruff: noqa: SIM905
from __future__ import annotations

import datetime
import re

MONTHS = ("january february march april may june july august september october november december").split()
_MONTH = "(" + "|".join(MONTHS) + r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
FULL_DATE = re.compile(
    rf"{_WEEKDAY}(?:{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b"
    rf"|(\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(\d{{4}})\b|(\d{{4}})-(\d{{2}})-(\d{{2}})\b)",
    re.IGNORECASE,
)
SPEECH = re.compile(r"[“\"]")
LONGEST_HEADLINE, LONGEST_STANDFIRST = 150, 320
LONGEST_DATE_LINE = 60  # code points of a line that holds place and date, and no sentence
HEAD = 4  # lines below the headline in which a date line may stand


def heads(text: str) -> tuple[str, str]:
    """Headline and standfirst: '' for each that the text does not have.

    The first line is the headline where it is short, ends in no stop and other lines follow. The second is the
    standfirst where it is one sentence, short, and the body behind it is longer.
    """
    lines = [line.strip() for line in text[:20_000].splitlines() if line.strip()]
    if len(lines) < 2 or not is_headline(lines[0]):
        return "", ""
    rest = lines[1:]
    return lines[0], rest[0] if len(rest) > 2 and is_standfirst(rest) else ""


def is_headline(line: str) -> bool:
    return len(line) <= LONGEST_HEADLINE and not line.endswith((".", ",", ";", ":", "”", '"'))


def is_standfirst(rest: list[str]) -> bool:
    """Whether the first of these lines sums up the article: one sentence, and no paragraph of the story."""
    first, lengths = rest[0], sorted(map(len, rest[1:]))
    one = first.endswith((".", "!", "?")) and not re.search(r"[.!?]\s+[A-Z“\"]", first)
    return (
        one
        and len(first) <= LONGEST_STANDFIRST
        and not SPEECH.search(first)
        and not FULL_DATE.match(first)
        and len(first.split()) >= 6
        and len(first) < lengths[len(lengths) // 2] * 1.5
    )


def date_line(text: str) -> datetime.date | None:
    """The full date that opens one of the lines below the headline, or None."""
    lines = [line.strip() for line in text[:5_000].splitlines() if line.strip()][: HEAD + 1]
    for line in lines:
        if len(line) <= LONGEST_DATE_LINE and (found := FULL_DATE.search(line)):
            return date_of(found)
        opening = re.sub(r"^(?:published|updated|posted|last updated)(?: on)?:?\s+", "", line, flags=re.IGNORECASE)
        if found := FULL_DATE.match(opening):
            return date_of(found)
    return None


def date_of(found: re.Match) -> datetime.date | None:
    """The day that a match of FULL_DATE names, None where the calendar has no such day."""
    name, day, year, day2, name2, year2, iso_year, iso_month, iso_day = found.groups()
    month = (name or name2 or "").lower().rstrip(".")
    number = int(iso_month) if iso_month else month_number(month)
    try:
        return datetime.date(int(year or year2 or iso_year), number, int(day or day2 or iso_day))
    except ValueError:
        return None


def month_number(name: str) -> int:
    """1 to 12 from a month's name or its first three letters."""
    return next((n for n, month in enumerate(MONTHS, 1) if month.startswith(name[:3])), 0)
