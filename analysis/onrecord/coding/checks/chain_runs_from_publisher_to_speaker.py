"""The chain of sources runs from the publisher to the speaker (rule S7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.coding.checks.rule import rule
from onrecord.coding.reading import Coding


@rule("E-RULE-S7", "statements")
def chain_runs_from_publisher_to_speaker(coding: Coding, row: Any) -> Iterator[tuple[str, str]]:
    """source_chain starts with the publisher and ends with the speaker."""
    if row.source_chain[-1] != row.speaker:
        yield "source_chain", f"the chain ends with {row.source_chain[-1]!r}, the speaker is {row.speaker!r}"
    if row.source_chain[0] != coding.narrator:
        yield "source_chain", f"the chain starts with {row.source_chain[0]!r}, the publisher is {coding.narrator!r}"


@rule("E-RULE-S7", "statements")
def an_inferred_link_caps_confidence(coding: Coding, row: Any) -> Iterator[tuple[str, str]]:
    """A statement flagged nested_source_inferred is not coded with high confidence."""
    if "nested_source_inferred" in row.flags and row.confidence == "high":
        yield "confidence", "flagged nested_source_inferred, with high confidence"
