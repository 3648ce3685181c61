"""The rows of positions on issues, where statements commit their speaker surely (rules P1 to P4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.drafting.rows.drafted import Drafted
from onrecord.drafting.rows.issues import Issues
from onrecord.drafting.rows.row import IssueRow, PositionRow, StatementRow

FULL, HALF = 2, 1  # the stance of a firm statement, and of one that hedges


class Cited(NamedTuple):
    """What a statement says on an issue: the stance that it takes."""

    statement: StatementRow
    issue: str
    stance: int


def positions(drafted: Sequence[Drafted], issues: Issues) -> tuple[list[IssueRow], list[PositionRow]]:
    """Rows of issues and of positions; sets `issue` in the rows of the statements that they rest on."""
    cited = [found for one in drafted if (found := stance_of(one, issues))]
    held = [on_one for on_one in by_actor_and_issue(cited) if agree(on_one)]
    kept = {on_one[0].issue for on_one in held}
    refer(cited, kept)
    return [issue for issue in issues.rows() if issue.id in kept], [row(*one) for one in enumerate(held, 1)]


def refer(cited: Iterable[Cited], kept: set[str]) -> None:
    """Write into the statements which issue they are on, where it is kept."""
    for one in cited:
        one.statement.issue = one.issue if one.issue in kept else None


def stance_of(one: Drafted, issues: Issues) -> Cited | None:
    """The stance of a statement on its issue, where it takes one surely; makes an issue that was not met before."""
    found = issues.proposition(one)
    if found is None:
        return None
    return Cited(one.row, issues.issue(found, one).id, found.sign * (FULL if one.row.certainty == "CT" else HALF))


def by_actor_and_issue(cited: Iterable[Cited]) -> list[list[Cited]]:
    """What each actor says on each issue, in the order of the first word."""
    held: dict[tuple[str, str], list[Cited]] = defaultdict(list)
    for one in cited:
        held[one.statement.speaker, one.issue].append(one)
    return list(held.values())


def agree(cited: list[Cited]) -> bool:
    """Whether no statement affirms what another rejects; else it is left to a person what the actor holds."""
    return len({one.stance > 0 for one in cited}) == 1


def row(number: int, cited: list[Cited]) -> PositionRow:
    """One position from the statements of an actor on an issue."""
    unsure = any(one.statement.confidence == "low" for one in cited)
    return PositionRow(
        id=f"p-{number:02d}",
        actor=cited[0].statement.speaker,
        issue=cited[0].issue,
        stance=max((one.stance for one in cited), key=abs),
        evidence=tuple(one.statement.id for one in cited),
        confidence="low" if unsure else "moderate",
        rule="draft:committing_clause",
    )
