"""A relation is asserted by somebody, on a basis that fits (rule R1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.coding.checks.rule import rule
from onrecord.coding.reading import Coding
from onrecord.coding.vocabularies import UNDIRECTED

Breaches = Iterator[tuple[str, str]]


@rule("E-RULE-R1", "relations")
def the_basis_fits_who_asserts(coding: Coding, row: Any) -> Breaches:
    """narrated is the publisher's; stated and alleged are not; an actor alleges nothing of its own relation."""
    if row.basis == "alleged" and row.asserted_by == row.source:
        yield "basis", f"alleged by {row.source!r}, its own source"
    if (row.basis == "narrated") != (row.asserted_by == coding.narrator):
        yield "asserted_by", f"{row.basis}, but asserted by {row.asserted_by!r}; the publisher is {coding.narrator!r}"


@rule("E-RULE-R1", "relations")
def stated_rests_on_own_statements(coding: Coding, row: Any) -> Breaches:
    """The statements behind a stated relation are those of the actor who asserts it."""
    for name in row.statements if row.basis == "stated" else ():
        speaker = coding.row("statements", name).speaker
        if speaker != row.asserted_by:
            yield "statements", f"{name} is by {speaker!r}, not by {row.asserted_by!r}"


@rule("E-RULE-R1", "relations")
def a_relation_ties_two_actors(coding: Coding, row: Any) -> Breaches:
    """Source and target differ; an undirected pair stands in alphabetical order."""
    if row.source == row.target:
        yield "target", f"source and target are both {row.source!r}"
    elif row.type in UNDIRECTED and row.source > row.target:
        yield "source", f"{row.type} is undirected, and {row.target!r} comes before {row.source!r}"
