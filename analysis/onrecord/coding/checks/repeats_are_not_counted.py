"""What is counted: the body, and of headline and standfirst what the body does not repeat (rules S9, U5)."""

from __future__ import annotations

from onrecord.coding.checks.rule import Breaches, rule
from onrecord.coding.reading import Coding
from onrecord.coding.tables import Statement
from onrecord.coding.vocabularies import HEAD_ROLES


def _role(coding: Coding, row: Statement) -> str:
    """The role of the (first) sentence of a statement."""
    return coding.sentence(row.sentence.partition("-")[0]).role


@rule("E-RULE-S9", Statement)
def a_head_is_counted_unless_it_repeats(coding: Coding, row: Statement) -> Breaches:
    """A headline or standfirst statement is either counted or names the statement that it repeats."""
    if _role(coding, row) not in HEAD_ROLES:
        return
    if row.counted:
        yield from _counted_in_a_head(row)
    elif not row.repeat_of:
        yield "repeat_of", "it is not counted, yet repeats nothing"


def _counted_in_a_head(row: Statement) -> Breaches:
    if row.repeat_of:
        yield "counted", f"it repeats {row.repeat_of}, yet is counted"
    if row.attribution == "attributed" and "standfirst_only" not in row.flags:
        yield "flags", "counted from headline or standfirst without the flag standfirst_only"


@rule("E-RULE-S9", Statement)
def the_body_is_counted(coding: Coding, row: Statement) -> Breaches:
    """A body statement is counted and repeats nothing."""
    if _role(coding, row) != "body":
        return
    if not row.counted:
        yield "counted", "a body statement that is not counted"
    if row.repeat_of:
        yield "repeat_of", f"a body statement that repeats {row.repeat_of}"


@rule("E-RULE-S9", Statement)
def what_is_repeated_stands_in_the_body(coding: Coding, row: Statement) -> Breaches:
    """repeat_of names a body statement of the same speaker."""
    if row.repeat_of == row.id:
        yield "repeat_of", "it repeats itself"
    elif row.repeat_of:
        yield from _no_body_statement(coding, row, row.repeat_of)


def _no_body_statement(coding: Coding, row: Statement, repeated: str) -> Breaches:
    body = coding.statement(repeated)
    if _role(coding, body) != "body":
        yield "repeat_of", f"{repeated} stands in the {_role(coding, body)}, not in the body"
    if body.speaker != row.speaker:
        yield "repeat_of", f"{repeated} is by {body.speaker!r}, not by {row.speaker!r}"


@rule("E-RULE-U5", Statement)
def datelines_and_captions_are_not_counted(coding: Coding, row: Statement) -> Breaches:
    """A statement of a dateline or caption is not counted."""
    if row.counted and _role(coding, row) in ("dateline", "caption"):
        yield "counted", f"a statement of a {_role(coding, row)} is counted"
