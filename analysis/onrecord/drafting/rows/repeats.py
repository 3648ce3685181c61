"""Headline and standfirst statements that the body repeats: not counted (rule S9)."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.drafting.rows.drafted import HEADS, Drafted
from onrecord.drafting.rows.row import StatementRow

SHARED = 0.6  # part of the head's words that the body statement holds


def mark_repeats(drafted: Sequence[Drafted]) -> None:
    """Set counted, repeat_of, time_referred and flags of each statement of headline or standfirst."""
    body = [one for one in drafted if one.role == "body"]
    for head in (one for one in drafted if one.role in HEADS):
        if same := [one.row for one in body if repeats(head, one)]:
            mark(head.row, same[0])


def mark(head: StatementRow, same: StatementRow) -> None:
    """Make a row one that repeats another."""
    head.counted, head.repeat_of, head.time_referred = False, same.id, same.time_referred
    head.flags = tuple(flag for flag in head.flags if flag != "standfirst_only")


def repeats(head: Drafted, body: Drafted) -> bool:
    """Same speaker, same polarity, and most of the head's words."""
    if head.speaker.actor != body.speaker.actor or head.row.polarity != body.row.polarity or not head.words:
        return False
    return len(head.words & body.words) >= SHARED * len(head.words)
