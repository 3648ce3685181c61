"""How firmly it is said, and the wording that the publisher chose for it (rules C1, C2, SA4)."""

from __future__ import annotations

from onrecord.coding.checks.rule import Breaches, rule
from onrecord.coding.reading import Coding
from onrecord.coding.tables import Statement

_STANCES = {"factive": ("endorses",), "distancing": ("distances", "evaluates")}


@rule("E-RULE-C1", Statement)
def the_less_than_certain_is_hedged(coding: Coding, row: Statement) -> Breaches:
    """PR and PS record their hedge words."""
    if row.certainty in ("PR", "PS") and not row.hedge_text:
        yield "hedge_text", f"certainty {row.certainty} without hedge words"


@rule("E-RULE-C1", Statement)
def the_certain_is_unhedged(coding: Coding, row: Statement) -> Breaches:
    """CT has no hedge words."""
    if row.certainty == "CT" and row.hedge_text:
        yield "certainty", f"certainty CT with the hedge {' | '.join(row.hedge_text)!r}"


@rule("E-RULE-C2", Statement)
def the_narrator_stance_fits_the_cue(coding: Coding, row: Statement) -> Breaches:
    """A factive cue endorses, a distancing one distances (or is loaded)."""
    fitting = _STANCES.get(row.cue_class)
    if fitting and row.narrator_stance not in fitting:
        yield "narrator_stance", f"a {row.cue_class} cue, but the narrator stance is {row.narrator_stance}"


@rule("E-RULE-SA4", Statement)
def a_report_takes_no_line(coding: Coding, row: Statement) -> Breaches:
    """A report's narrator stance is neutral or endorses."""
    if row.speech_act == "report" and row.narrator_stance not in ("neutral", "endorses"):
        yield "speech_act", f"a report that the narrator {row.narrator_stance}"
