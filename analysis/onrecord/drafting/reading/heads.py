"""The head of an article as it is stored: headline, summary line, date."""

from __future__ import annotations

import datetime
import re

from onrecord.english.calendar import MONTHS, WEEKDAYS, month_number

_MONTH = "(" + "|".join(MONTHS) + r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
_WEEKDAY = rf"(?:(?:{'|'.join(WEEKDAYS)}),?\s+)?"
FULL_DATE = re.compile(
    rf"{_WEEKDAY}(?:{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b"
    rf"|(\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(\d{{4}})\b|(\d{{4}})-(\d{{2}})-(\d{{2}})\b)",
    re.IGNORECASE,
)
SPEECH = re.compile(r"[“\"]")
SECOND_SENTENCE = re.compile(r"[.!?]\s+[A-Z“\"]")
DATED = re.compile(r"^(?:published|updated|posted|last updated)(?: on)?:?\s+", re.IGNORECASE)
LEAD = re.compile(  # opens the story itself
    rf"(?:(?:late|early|earlier|on|last|this)\s+)*(?:{'|'.join(WEEKDAYS)}|yesterday|today)\b", re.IGNORECASE
)
LONGEST_HEADLINE, LONGEST_STANDFIRST = 150, 320  # code points
SHORTEST_STANDFIRST = 6  # words
LONGEST_DATE_LINE = 60  # code points of a line that holds place and date, and no sentence
HEAD = 4  # lines below the headline in which a date line may stand


def heads(text: str) -> tuple[str, str]:
    """Headline and standfirst: '' for each that the text does not have.

    The first line is the headline where it is short, ends in no stop and other lines follow. The second is the
    standfirst where it is one sentence, short, and the body behind it is longer.
    """
    first, *rest = lines_of(text[:20_000]) or [""]
    if not rest or not is_headline(first):
        return "", ""
    return first, rest[0] if len(rest) > 2 and is_standfirst(rest) else ""


def lines_of(text: str) -> list[str]:
    """The lines that hold something, without blanks at their edges."""
    return [line for line in map(str.strip, text.splitlines()) if line]


def is_headline(line: str) -> bool:
    """Whether the first line of a text can be its headline."""
    return len(line) <= LONGEST_HEADLINE and not line.endswith((".", ",", ";", ":", "”", '"'))


def is_standfirst(rest: list[str]) -> bool:
    """Whether the first of these lines sums up the article: one sentence, and no paragraph of the story."""
    first, lengths = rest[0], sorted(map(len, rest[1:]))
    longest = min(LONGEST_STANDFIRST + 1, lengths[len(lengths) // 2] * 1.5)
    return len(first) < longest and len(first.split()) >= SHORTEST_STANDFIRST and is_one_sentence(first)


def is_one_sentence(line: str) -> bool:
    """Whether the line is one sentence that quotes nobody and does not open with a date."""
    ended = line.endswith((".", "!", "?")) and not SECOND_SENTENCE.search(line)
    return ended and not SPEECH.search(line) and not FULL_DATE.match(line) and not LEAD.match(line)


def date_line(text: str) -> datetime.date | None:
    """The full date that opens one of the lines below the headline, or None."""
    found = next(filter(None, map(date_in, lines_of(text[:5_000])[: HEAD + 1])), None)
    return date_written(found) if found else None


def date_in(line: str) -> re.Match[str] | None:
    """The full date in a line that holds little else, or at its start."""
    anywhere = FULL_DATE.search(line) if len(line) <= LONGEST_DATE_LINE else None
    return anywhere or FULL_DATE.match(DATED.sub("", line))


def date_written(found: re.Match[str]) -> datetime.date | None:
    """The day that a match of FULL_DATE names, None where the calendar has no such day."""
    name, day, year, *named_behind_day = found.groups()[:6]
    day, name, year = (day, name, year) if name else named_behind_day
    numbers = (year, month_number(name.lower().rstrip(".")), day) if name else found.groups()[6:]
    try:
        return datetime.date(*map(int, numbers))
    except ValueError:
        return None
