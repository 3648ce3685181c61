"""What a position rests on (rules P1 and P4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.coding.checks.rule import rule
from onrecord.coding.reading import Coding
from onrecord.coding.vocabularies import NOT_COMMITTING

Breaches = Iterator[tuple[str, str]]


@rule("E-RULE-P1", "positions")
def a_position_has_evidence(coding: Coding, row: Any) -> Breaches:
    """A position names the statements that it rests on, unless it is inferred from an action."""
    if not row.evidence and row.basis != "inferred_from_action":
        yield "evidence", f"a position with the basis {row.basis} that rests on no statement"


@rule("E-RULE-P1", "positions")
def evidence_commits_the_speaker(coding: Coding, row: Any) -> Breaches:
    """A self-stated position rests on the actor's own attributed statements with a committing speech act."""
    if row.basis != "self_stated":
        return
    for name in row.evidence:
        statement = coding.row("statements", name)
        if statement.speaker != row.actor:
            yield "evidence", f"{name} is a statement by {statement.speaker!r}, not by {row.actor!r}"
        elif statement.attribution != "attributed":
            yield "evidence", f"{name} is not attributed but {statement.attribution}"
        elif statement.speech_act in NOT_COMMITTING:
            not_these = ", ".join(sorted(NOT_COMMITTING))
            found = f"the speech act of {name} is {statement.speech_act}, which is not an act that commits"
            yield "evidence", f"{found} (all do but {not_these})"


@rule("E-RULE-P4", "positions")
def others_give_the_position(coding: Coding, row: Any) -> Breaches:
    """A position attributed by the narrator or another actor rests on their statements."""
    for name in row.evidence if row.basis.startswith("attributed_by_") else ():
        statement = coding.row("statements", name)
        if row.basis == "attributed_by_narrator":
            if statement.attribution != "narrator":
                yield "evidence", f"attributed by the narrator, but {name} is {statement.attribution}"
        elif statement.attribution != "attributed" or statement.speaker == row.actor:
            yield (
                "evidence",
                f"attributed by another actor, but {name} is {statement.attribution}, by {statement.speaker!r}",
            )


@rule("E-RULE-P4", "positions")
def an_inferred_position_says_why(coding: Coding, row: Any) -> Breaches:
    """A position inferred from an action has the analyst's note."""
    if row.basis == "inferred_from_action" and not row.note:
        yield "note", "inferred from an action without the analyst's note"
