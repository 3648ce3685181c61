"""Who may hold a position, and only one of a kind (rules P5 and P6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from onrecord.coding.checks.rule import Breaches, rule
from onrecord.coding.reading import Coding
from onrecord.coding.tables import Position
from onrecord.problems import Problem, problem


@rule("E-RULE-P5", Position)
def the_publisher_holds_none(coding: Coding, row: Position) -> Breaches:
    """Neither the publisher nor an unspecified holder has a stance."""
    if row.actor == coding.narrator:
        yield "actor", f"{row.actor!r} is the publisher"
    elif coding.actor(row.actor).type == "unspecified":
        yield "actor", f"{row.actor!r} is an unspecified holder"


@rule("E-RULE-P6", Position)
def contradictory_is_nought(coding: Coding, row: Position) -> Breaches:
    """A position flagged contradictory has stance 0."""
    if "contradictory" in row.flags and row.stance != 0:
        yield "stance", f"flagged contradictory, with a stance of {row.stance}"


def one_stance_on_an_issue(coding: Coding) -> Iterator[Problem]:
    """E-POSITION-CONFLICT where one actor, issue and basis has several stances; at the last of the rows."""
    held = defaultdict(list)
    for number, row in coding.table("positions"):
        if row.has("actor", "issue", "basis", "stance"):
            held[row.actor, row.issue, row.basis].append((number, row))
    return (_conflict(rows) for rows in held.values() if len({row.stance for _, row in rows}) > 1)


def _conflict(rows: list[tuple[int, Position]]) -> Problem:
    number, last = rows[-1]
    facts = {
        **{"actor": last.actor, "issue": last.issue, "basis": last.basis},
        "found": " and ".join(dict.fromkeys(str(row.stance) for _, row in rows)),
        "rows": ", ".join(str(one) for one, _ in rows),
    }
    return problem("E-POSITION-CONFLICT", file="positions.csv", row=number, field="stance", **facts)
