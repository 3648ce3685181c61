"""What is said of the rows that a review has not decided, where it is compared with its draft."""

from __future__ import annotations

from onrecord.measures.agreement.alignment import Alignment
from onrecord.measures.agreement.undecided import undecided

NONE_DECIDED = (
    "No row that can be compared was decided in a review, so nothing says yet how far the review and its draft agree."
)


def counted_line(alignment: Alignment) -> str:
    """Which rows are counted, and how many are left out; empty where all are."""
    found = undecided(alignment)
    if found is None:
        return ""
    if not found.decided:
        return NONE_DECIDED
    left = f"{found.left_out} undecided row{' is' if found.left_out == 1 else 's are'} left out"
    return f"Only rows that were decided in a review are counted: {found.decided}; {left}."


def followed_part(alignment: Alignment) -> str:
    """How many differences are on rows that nobody decided: ", 2 of them on rows that …"; empty where none is."""
    found = undecided(alignment)
    if not (found and found.followed):
        return ""
    return f", {found.followed} of them on rows that only followed a decision on another"
