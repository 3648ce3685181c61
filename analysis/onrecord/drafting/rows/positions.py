"""The rows of positions on issues, where statements commit their speaker surely (rules P1 to P4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.drafting.rows.drafted import Drafted
from onrecord.drafting.rows.issues import Issues
from onrecord.drafting.rows.row import IssueRow, PositionRow, StatementRow

FULL, HALF = 2, 1  # the stance of a firm statement, and of one that hedges


class Cited(NamedTuple):
    """The stance that a statement takes on its issue."""

    stance: int
    statement: StatementRow


def positions(drafted: Sequence[Drafted], issues: Issues) -> tuple[list[IssueRow], list[PositionRow]]:
    """Rows of issues and of positions; sets `issue` in the rows of the statements that they rest on."""
    held = stances(drafted, issues)
    rows = [row(actor, issue, cited) for (actor, issue), cited in held.items() if agree(cited)]
    for number, made in enumerate(rows, 1):
        made.id = f"p-{number:02d}"
    kept = {made.issue for made in rows}
    for statement in (one.row for one in drafted if one.row.issue not in kept):
        statement.issue = None
    return [issue for issue in issues.by_words.values() if issue.id in kept], rows


def stances(drafted: Sequence[Drafted], issues: Issues) -> dict[tuple[str, str], list[Cited]]:
    """(actor, issue) → what each statement of the actor says on it."""
    held: dict[tuple[str, str], list[Cited]] = defaultdict(list)
    for one in drafted:
        if found := issues.proposition(one):
            one.row.issue = issues.issue(found, one).id
            stance = found.sign * (FULL if one.row.certainty == "CT" else HALF)
            held[one.row.speaker, one.row.issue].append(Cited(stance, one.row))
    return held


def agree(cited: list[Cited]) -> bool:
    """Whether no statement affirms what another rejects; else it is left to a person what the actor holds."""
    return len({one.stance > 0 for one in cited}) == 1


def row(actor: str, issue: str, cited: list[Cited]) -> PositionRow:
    """One position from the statements of an actor on an issue."""
    unsure = any(one.statement.confidence == "low" for one in cited)
    return PositionRow(
        actor=actor,
        issue=issue,
        stance=max((one.stance for one in cited), key=abs),
        evidence=tuple(one.statement.id for one in cited),
        confidence="low" if unsure else "moderate",
        rule="draft:committing_clause",
    )
