"""Dates as a reader meets them: in words, as the article writes them, and where an `as_of` comes from."""

from __future__ import annotations

import calendar
import datetime

import pandas as pd

from onrecord.coding.case import Case
from onrecord.wording.english import english


def date_words(date: datetime.date | str | None) -> str:
    """``6 January 2023``, ``January 2023`` or ``2023``, from a date or an ISO string of that precision; "" for none."""
    if date is None:
        return ""
    parts = str(date).split("-")
    if len(parts) == 1:
        return parts[0]
    month = datetime.date(2000, int(parts[1]), 1).strftime("%B")
    return " ".join([*(str(int(day)) for day in parts[2:]), month, parts[0]])


def as_written(case: Case, date: str) -> str:
    """``Friday (6 January 2023)``: the words of the article first, then what they resolve to."""
    row = case.dates.loc[date]
    return row["text"] if pd.isna(row["resolved"]) else f"{row['text']} ({date_words(row['resolved'])})"


def as_of_words(case: Case) -> str:
    """``6 January 2023, an inferred date``: the date a briefing speaks of, with its origin where that is another."""
    date, origin = case.as_of
    return f"{date_words(date)}{english('as_of', origin, 'figure')}"


def on_day(case: Case, date: str) -> str:
    """``on Friday, 6 January``; words that resolve to no date as they are written: ``“yesterday”``."""
    told = day_words(case, date)
    return told if told.startswith("“") else f"on {told}"


def day_words(case: Case, date: str) -> str:
    """``Friday, 6 January``, ``24 February 2022``: the weekday of the article with its day; the year where it is not
    that of the briefing; the article's words in quote marks where they resolve to no date."""
    row = case.dates.loc[date]
    if pd.isna(row["resolved"]):
        return f"“{row['text']}”"
    told = date_words(row["resolved"]).removesuffix(f" {case.as_of[0].year}")
    return f"{row['text']}, {told}" if row["text"] in calendar.day_name else told
