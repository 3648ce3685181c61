"""How strong a stance may be, and which way it points (rule P2)."""

from __future__ import annotations

from onrecord.coding.checks.rule import Breaches, rule
from onrecord.coding.reading import Coding
from onrecord.coding.tables import Position


@rule("E-RULE-P2", Position)
def strong_stances_are_unhedged(coding: Coding, row: Position) -> Breaches:
    """A stance of 2 or -2 rests on at least one statement whose source commits fully (CT)."""
    if abs(row.stance) < 2 or not row.evidence:
        return
    cited = [(name, coding.statement(name).certainty) for name in row.evidence]
    if not any(certainty == "CT" for _, certainty in cited):
        are = ", ".join(f"{name} is {certainty}" for name, certainty in cited)
        yield "stance", f"a stance of {row.stance}, but {are}"


@rule("W-RULE-P2", Position)
def negated_evidence_rejects(coding: Coding, row: Position) -> Breaches:
    """A positive stance whose every statement is negated is worth a second look."""
    polarities = {coding.statement(name).polarity for name in row.evidence}
    if row.stance > 0 and polarities == {"negative"}:
        yield "stance", str(row.stance)
