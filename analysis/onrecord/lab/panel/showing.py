"""What the panel shows of the case: the row, the queue, what waits for an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from onrecord.coding.changing.referring import references_to
from onrecord.coding.storing.sheet import Cells
from onrecord.lab.panel import article, form
from onrecord.lab.panel.deciding import done, more
from onrecord.lab.panel.desk import Asked, Desk, ShownRow
from onrecord.lab.panel.rows import Names, effects, how_many
from onrecord.lab.reviewing import decisions
from onrecord.lab.reviewing.proposal import Proposal, Standing
from onrecord.lab.reviewing.queue import TIERS, RowKey, is_open, rows

AHEAD = 8  # rows of the queue that are listed


def as_it_stands(desk: Desk) -> dict[str, Any]:
    """The case as it stands on disk; raises ProblemsError where a table or the log is none."""
    snapshot, names, left = desk.review.snapshot(), desk.names, desk.review.left()
    desk.settle()
    return {
        "start": False,
        "broken": "",
        "case": desk.folder.name,
        "headline": snapshot.coding.article.headline if snapshot.coding.article else "",
        "reviewer": desk.review.reviewer,
        "left": [[table, *left[table]] for table in TIERS if table in left],
        "order": desk.order,
        "table": desk.table,
        "errors": sum(found.problem.level == "error" for found in snapshot.found),
        "row": _row(desk, desk.row, names) if desk.row else None,
        **_queue(desk, names),
        "undo": _last(desk),
        "proposal": _asked(desk.asked, names) if desk.asked else None,
        "adding": [table for table in form.START if table in snapshot.coding.records],
    }


def _queue(desk: Desk, names: Names) -> dict[str, Any]:
    queue, known = desk.queue(), rows(desk.coding)
    return {"queue": [_waiting(names, key, known[key]) for key in queue[:AHEAD]], "waiting": len(queue)}


def _waiting(names: Names, key: RowKey, cells: Cells) -> dict[str, str]:
    """A row of the queue."""
    said = {"line": names.line(key, cells), "confidence": cells.get("confidence", "")}
    return {"table": key.table, "id": key.id, **said}


def _last(desk: Desk) -> str:
    """The decision that an undo would take back."""
    last = desk.review.last
    return f"{done(last[0].action)} {last[0].id}{more(len(last) - 1)}, {last[0].reviewer}" if last else ""


def _row(desk: Desk, row: ShownRow, names: Names) -> dict[str, Any]:
    """The row on the screen."""
    (coding, found), (key, cells) = desk.review.snapshot(), row
    marks = article.marks(coding, key)
    return {
        "table": key.table,
        "id": key.id,
        "at": row.digest,
        "title": names.line(key, cells),
        "facts": names.facts(key.table, cells),
        "open": is_open(coding, cells),
        "basis": cells.get("coding_basis") or (coding.article.coding_basis if coding.article else ""),
        **{column: cells.get(column, "") for column in ("confidence", "rule", "note")},
        "marks": marks,
        "sentences": article.sentences(coding, key, marks),
        "problems": [_problem(one) | {"field": one.problem.field} for one in _at(found, key)],
        "named": _named(desk, key),
        "merge": form.choices(coding)[key.table] if key.table in decisions.MERGED else [],
    }


def _named(desk: Desk, key: RowKey) -> str:
    """How many rows of each table name this one."""
    naming = Counter(table for table, _ in {(r.table, r.id) for r in references_to(Proposal(desk.folder), *key)})
    return ", ".join(how_many(table, number) for table, number in sorted(naming.items()))


def _asked(asked: Asked, names: Names) -> dict[str, Any]:
    """The decision that waits for a yes."""
    return {
        "digest": asked.digest,
        "summary": effects(asked.proposal.changes),
        "effects": [names.effect(change) for change in asked.proposal.changes],
        "blocked": elsewhere(asked.proposal.blocked),
    }


def _at(found: Iterable[Standing], row: tuple[str, str]) -> list[Standing]:
    return [one for one in found if (one.table, one.id) == row and one.problem.level != "info"]


def _problem(found: Standing) -> dict[str, str]:
    """A problem without its place, which the panel shows."""
    return {"level": found.problem.level, "text": found.problem.message}


def problems_by_field(found: Iterable[Standing], row: tuple[str, str]) -> dict[str, list[dict[str, str]]]:
    """The problems of a row under its fields."""
    problems: dict[str, list[dict[str, str]]] = {}
    for one in _at(found, row):
        problems.setdefault(one.problem.field, []).append(_problem(one))
    return problems


def elsewhere(blocked: Iterable[Standing], row: tuple[str, str] = ("", "")) -> list[str]:
    """The problems of other rows than `row`, a line each."""
    return [f"{one.table} {one.id}: {one.problem.message}" for one in blocked if (one.table, one.id) != row]
