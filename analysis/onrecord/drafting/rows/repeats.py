"""Headline and standfirst statements that the body repeats: not counted (rule S9)."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.drafting.rows.statements import HEADS, Drafted

SHARED = 0.6  # part of the head's words that the body statement holds


def mark_repeats(drafted: Sequence[Drafted]) -> None:
    """Set counted, repeat_of, time_referred and flags of each statement of headline or standfirst."""
    body = [one for one in drafted if one.role == "body"]
    for one in drafted:
        if one.role not in HEADS:
            continue
        same = next((other for other in body if repeats(one, other)), None)
        if same is None:
            continue
        one.row |= {
            "counted": False,
            "repeat_of": same.row["id"],
            "time_referred": same.row["time_referred"],
            "flags": tuple(flag for flag in one.row["flags"] if flag != "standfirst_only"),
        }


def repeats(head: Drafted, body: Drafted) -> bool:
    """Same speaker, same polarity, and most of the head's words."""
    if head.speaker.actor != body.speaker.actor or head.row["polarity"] != body.row["polarity"] or not head.words:
        return False
    return len(head.words & body.words) >= SHARED * len(head.words)
