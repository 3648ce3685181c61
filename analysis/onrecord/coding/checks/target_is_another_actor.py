"""Whom a statement is aimed at, and in what spirit (rules V0, V1)."""

from __future__ import annotations

from onrecord.coding.checks.rule import Breaches, rule
from onrecord.coding.reading import Coding
from onrecord.coding.tables import Statement

VALENCE = {"accuse": -2, "blame": -2, "threaten": -2, "warn": -1}


@rule("E-RULE-V0", Statement)
def target_is_another_actor(coding: Coding, row: Statement) -> Breaches:
    """The target is not the speaker."""
    if row.target and row.target == row.speaker:
        yield "target", f"{row.target!r} is the speaker"


@rule("E-RULE-V1", Statement)
def valence_fits_the_speech_act(coding: Coding, row: Statement) -> Breaches:
    """A valence stands on attributed statements with a target, and is that of the speech act."""
    valence = row.target_valence
    if valence is None:
        return
    if row.attribution != "attributed":
        yield "target_valence", f"a valence of {valence} on a statement that is {row.attribution}"
    if not row.target:
        yield "target_valence", f"a valence of {valence} without a target"
    if VALENCE.get(row.speech_act, valence) != valence:
        yield "target_valence", f"a valence of {valence} on the speech act {row.speech_act}"
