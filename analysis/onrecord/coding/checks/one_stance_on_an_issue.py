"""Who may hold a position, and only one of a kind (rules P5 and P6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from onrecord.coding.checks.rule import rule
from onrecord.coding.reading import Coding
from onrecord.problems import Problem, problem


@rule("E-RULE-P5", "positions")
def the_publisher_holds_none(coding: Coding, row: Any) -> Iterator[tuple[str, str]]:
    """Neither the publisher nor an unspecified holder has a stance."""
    if row.actor == coding.narrator:
        yield "actor", f"{row.actor!r} is the publisher"
    elif coding.row("actors", row.actor).type == "unspecified":
        yield "actor", f"{row.actor!r} is an unspecified holder"


@rule("E-RULE-P6", "positions")
def contradictory_is_nought(coding: Coding, row: Any) -> Iterator[tuple[str, str]]:
    """A position flagged contradictory has stance 0."""
    if "contradictory" in row.flags and row.stance != 0:
        yield "stance", f"flagged contradictory, with a stance of {row.stance}"


def one_stance_on_an_issue(coding: Coding) -> Iterator[Problem]:
    """E-POSITION-CONFLICT where one actor, issue and basis has several stances; at the last of the rows."""
    held = defaultdict(list)
    for number, row in coding.table("positions"):
        if {"actor", "issue", "basis", "stance"} <= row.__dict__.keys():
            held[row.actor, row.issue, row.basis].append((number, row.stance))
    for (actor, issue, basis), rows in held.items():
        stances = list(dict.fromkeys(stance for _, stance in rows))
        if len(stances) > 1:
            yield problem(
                "E-POSITION-CONFLICT",
                "positions.csv",
                rows[-1][0],
                "stance",
                actor=actor,
                issue=issue,
                basis=basis,
                found=" and ".join(map(str, stances)),
                rows=", ".join(str(number) for number, _ in rows),
            )
