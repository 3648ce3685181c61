"""What is counted: the body, and of headline and standfirst what the body does not repeat (rules S9, U5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.coding.checks.rule import rule
from onrecord.coding.reading import Coding

HEADS = ("headline", "standfirst")
Breaches = Iterator[tuple[str, str]]


def role(coding: Coding, row: Any) -> str:
    """The role of the (first) sentence of a statement."""
    return coding.row("sentences", row.sentence.partition("-")[0]).role


@rule("E-RULE-S9", "statements")
def a_head_is_counted_unless_it_repeats(coding: Coding, row: Any) -> Breaches:
    """A headline or standfirst statement is either counted or names the statement that it repeats."""
    if role(coding, row) not in HEADS:
        return
    if row.counted and row.repeat_of:
        yield "counted", f"it repeats {row.repeat_of}, yet is counted"
    if not row.counted and not row.repeat_of:
        yield "repeat_of", "it is not counted, yet repeats nothing"
    if row.counted and row.attribution == "attributed" and "standfirst_only" not in row.flags:
        yield "flags", "counted from headline or standfirst without the flag standfirst_only"


@rule("E-RULE-S9", "statements")
def the_body_is_counted(coding: Coding, row: Any) -> Breaches:
    """A body statement is counted and repeats nothing."""
    if role(coding, row) != "body":
        return
    if not row.counted:
        yield "counted", "a body statement that is not counted"
    if row.repeat_of:
        yield "repeat_of", f"a body statement that repeats {row.repeat_of}"


@rule("E-RULE-S9", "statements")
def what_is_repeated_stands_in_the_body(coding: Coding, row: Any) -> Breaches:
    """repeat_of names a body statement of the same speaker."""
    if not row.repeat_of or row.repeat_of == row.id:
        if row.repeat_of:
            yield "repeat_of", "it repeats itself"
        return
    body = coding.row("statements", row.repeat_of)
    if role(coding, body) != "body":
        yield "repeat_of", f"{row.repeat_of} stands in the {role(coding, body)}, not in the body"
    if body.speaker != row.speaker:
        yield "repeat_of", f"{row.repeat_of} is by {body.speaker!r}, not by {row.speaker!r}"


@rule("E-RULE-U5", "statements")
def datelines_and_captions_are_not_counted(coding: Coding, row: Any) -> Breaches:
    """A statement of a dateline or caption is not counted."""
    if row.counted and role(coding, row) in ("dateline", "caption"):
        yield "counted", f"a statement of a {role(coding, row)} is counted"
