"""What a position rests on (rules P1 and P4)."""

from __future__ import annotations

from onrecord.coding.checks.rule import Breaches, rule
from onrecord.coding.reading import Coding
from onrecord.coding.tables import Position, Statement
from onrecord.coding.vocabularies import NOT_COMMITTING

_ALL_BUT = f"(all do but {', '.join(sorted(NOT_COMMITTING))})"


@rule("E-RULE-P1", Position)
def a_position_has_evidence(coding: Coding, row: Position) -> Breaches:
    """A position names the statements that it rests on, unless it is inferred from an action."""
    if not row.evidence and row.basis != "inferred_from_action":
        yield "evidence", f"a position with the basis {row.basis} that rests on no statement"


@rule("E-RULE-P1", Position)
def evidence_commits_the_speaker(coding: Coding, row: Position) -> Breaches:
    """A self-stated position rests on the actor's own attributed statements with a committing speech act."""
    for name in row.evidence if row.basis == "self_stated" else ():
        if found := _why_not_self_stated(name, coding.statement(name), row.actor):
            yield "evidence", found


def _why_not_self_stated(name: str, statement: Statement, actor: str) -> str:
    if statement.speaker != actor:
        return f"{name} is a statement by {statement.speaker!r}, not by {actor!r}"
    if statement.attribution != "attributed":
        return f"{name} is not attributed but {statement.attribution}"
    if statement.speech_act in NOT_COMMITTING:
        return f"the speech act of {name} is {statement.speech_act}, which is not an act that commits {_ALL_BUT}"
    return ""


@rule("E-RULE-P4", Position)
def the_narrator_gives_the_position(coding: Coding, row: Position) -> Breaches:
    """A position attributed by the narrator rests on the narrator's statements."""
    for name in row.evidence if row.basis == "attributed_by_narrator" else ():
        attribution = coding.statement(name).attribution
        if attribution != "narrator":
            yield "evidence", f"attributed by the narrator, but {name} is {attribution}"


@rule("E-RULE-P4", Position)
def another_actor_gives_the_position(coding: Coding, row: Position) -> Breaches:
    """A position attributed by another actor rests on that actor's attributed statements."""
    for name in row.evidence if row.basis == "attributed_by_actor" else ():
        given = coding.statement(name)
        if given.attribution != "attributed" or given.speaker == row.actor:
            said = f"{given.attribution}, by {given.speaker!r}"
            yield "evidence", f"attributed by another actor, but {name} is {said}"


@rule("E-RULE-P4", Position)
def an_inferred_position_says_why(coding: Coding, row: Position) -> Breaches:
    """A position inferred from an action has the analyst's note."""
    if row.basis == "inferred_from_action" and not row.note:
        yield "note", "inferred from an action without the analyst's note"
