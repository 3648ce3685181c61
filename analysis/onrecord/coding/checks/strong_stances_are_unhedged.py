"""How strong a stance may be, and which way it points (rule P2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.coding.checks.rule import rule
from onrecord.coding.reading import Coding


@rule("E-RULE-P2", "positions")
def strong_stances_are_unhedged(coding: Coding, row: Any) -> Iterator[tuple[str, str]]:
    """A stance of 2 or -2 rests on at least one statement whose source commits fully (CT)."""
    if abs(row.stance) == 2 and row.evidence:
        certainties = [coding.row("statements", name).certainty for name in row.evidence]
        if "CT" not in certainties:
            cited = ", ".join(
                f"{name} is {certainty}" for name, certainty in zip(row.evidence, certainties, strict=True)
            )
            yield "stance", f"a stance of {row.stance}, but {cited}"


@rule("W-RULE-P2", "positions")
def negated_evidence_rejects(coding: Coding, row: Any) -> Iterator[tuple[str, str]]:
    """A positive stance whose every statement is negated is worth a second look."""
    negative = [coding.row("statements", name).polarity == "negative" for name in row.evidence]
    if row.stance > 0 and negative and all(negative):
        yield "stance", str(row.stance)
