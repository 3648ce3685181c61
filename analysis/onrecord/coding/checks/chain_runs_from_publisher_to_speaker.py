"""The chain of sources runs from the publisher to the speaker (rule S7)."""

from __future__ import annotations

from onrecord.coding.checks.rule import Breaches, rule
from onrecord.coding.reading import Coding
from onrecord.coding.tables import Statement


@rule("E-RULE-S7", Statement)
def chain_runs_from_publisher_to_speaker(coding: Coding, row: Statement) -> Breaches:
    """source_chain starts with the publisher and ends with the speaker."""
    first, last = row.source_chain[0], row.source_chain[-1]
    if last != row.speaker:
        yield "source_chain", f"the chain ends with {last!r}, the speaker is {row.speaker!r}"
    if first != coding.narrator:
        yield "source_chain", f"the chain starts with {first!r}, the publisher is {coding.narrator!r}"


@rule("E-RULE-S7", Statement)
def an_inferred_link_caps_confidence(coding: Coding, row: Statement) -> Breaches:
    """A statement flagged nested_source_inferred is not coded with high confidence."""
    if "nested_source_inferred" in row.flags and row.confidence == "high":
        yield "confidence", "flagged nested_source_inferred, with high confidence"
