"""The names of months and days, in small letters."""

# ruff: noqa: SIM905
from __future__ import annotations

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


def month_number(name: str) -> int:
    """1 to 12 from a month's name, of which three letters are enough; 0 for a word that is none."""
    return next((n for n, month in enumerate(MONTHS, 1) if month.startswith(name[:3])), 0)
