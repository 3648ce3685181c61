"""A relation is asserted by somebody, on a basis that fits (rule R1)."""

from __future__ import annotations

from onrecord.coding.checks.rule import Breaches, rule
from onrecord.coding.reading import Coding
from onrecord.coding.tables import Relation
from onrecord.coding.vocabularies import UNDIRECTED


@rule("E-RULE-R1", Relation)
def the_basis_fits_who_asserts(coding: Coding, row: Relation) -> Breaches:
    """narrated is the publisher's; stated and alleged are not; an actor alleges nothing of its own relation."""
    if row.basis == "alleged" and row.asserted_by == row.source:
        yield "basis", f"alleged by {row.source!r}, its own source"
    if (row.basis == "narrated") != (row.asserted_by == coding.narrator):
        yield "asserted_by", f"{row.basis}, but asserted by {row.asserted_by!r}; the publisher is {coding.narrator!r}"


@rule("E-RULE-R1", Relation)
def stated_rests_on_own_statements(coding: Coding, row: Relation) -> Breaches:
    """The statements behind a stated relation are those of the actor who asserts it."""
    for name in row.statements if row.basis == "stated" else ():
        speaker = coding.statement(name).speaker
        if speaker != row.asserted_by:
            yield "statements", f"{name} is by {speaker!r}, not by {row.asserted_by!r}"


@rule("E-RULE-R1", Relation)
def a_relation_ties_two_actors(coding: Coding, row: Relation) -> Breaches:
    """Source and target differ."""
    if row.source == row.target:
        yield "target", f"source and target are both {row.source!r}"


@rule("E-RULE-R1", Relation)
def an_undirected_pair_is_in_order(coding: Coding, row: Relation) -> Breaches:
    """An undirected pair stands in alphabetical order."""
    if row.type in UNDIRECTED and row.source > row.target:
        yield "source", f"{row.type} is undirected, and {row.target!r} comes before {row.source!r}"
