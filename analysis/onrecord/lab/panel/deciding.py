"""Messages that decide about the row that is shown; each decision is saved at once or asked about first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onrecord.coding.changing.saving import changed_meanwhile
from onrecord.coding.storing.sheet import same
from onrecord.lab.panel import moving
from onrecord.lab.panel.desk import Asked, Desk, Said, ShownRow, digest_of
from onrecord.lab.reviewing import decisions
from onrecord.lab.reviewing.proposal import Proposal, rows_on_disk
from onrecord.lab.reviewing.queue import RowKey, rows

Content = dict[str, Any]
DONE = {"accept": "Accepted", "correct": "Corrected", "reject": "Rejected", "merge": "Merged", "add": "Added"}


def accept(desk: Desk, row: ShownRow, _: Content) -> Said:
    """The row is right."""
    return save_and_go_on(desk, decisions.accept(desk.folder, *here(desk, row)))


def reject(desk: Desk, row: ShownRow, _: Content) -> Said:
    """The row is wrong."""
    proposal = decisions.reject(desk.folder, *here(desk, row))
    return _ask(desk, proposal, f"Reject {row.key.id}?", at_once=len(proposal.changes) < 2)


def merge(desk: Desk, row: ShownRow, content: Content) -> Said:
    """The row is the same actor or issue as another."""
    into = content["into"]
    proposal = decisions.merge(desk.folder, *here(desk, row), into)
    return _ask(desk, proposal, f"Merge {row.key.id} into {desk.names.of((row.key.table,), into)}?")


def confirm(desk: Desk, content: Content) -> Said | None:
    """Yes, to the question that waits."""
    if desk.asked and content["proposal"] == desk.asked.digest:
        return save_and_go_on(desk, desk.asked.proposal)
    return None


def cancel(desk: Desk, _: Content) -> Said:
    """No; or the form is put away."""
    desk.drop()
    return Said()


def undo(desk: Desk, _: Content) -> Said:
    """Take the last decision back, and show the row that it was about."""
    desk.drop()
    undone = desk.review.last
    if not desk.review.undo():
        return Said("Nothing is left to undo.")
    first, key = undone[0], RowKey(undone[0].table, undone[0].id)
    desk.keep(key)
    if key in rows(desk.coding):
        desk.go(key)
    else:
        desk.to_next()
    return Said(f"Undone: {done(first.action)} {first.id}{more(len(undone) - 1)}. {desk.remaining()}")


def here(desk: Desk, row: ShownRow) -> RowKey:
    """The row, if the file still holds what is shown; raises ProblemsError."""
    if not same(rows_on_disk(desk.folder, row.key.table).get(row.key.id), row.cells):
        raise changed_meanwhile(*row.key)
    return row.key


def _ask(desk: Desk, proposal: Proposal, question: str, at_once: bool = False) -> Said:
    """Show first what will change; `at_once`: save what nothing forbids."""
    if at_once and not proposal.blocked:
        return save_and_go_on(desk, proposal)
    desk.asked = Asked(digest_of(proposal.changes), proposal)
    return Said(question)


def save_and_go_on(desk: Desk, proposal: Proposal) -> Said:
    """Save, say so, and go on to the row behind."""
    if desk.row and desk.row.key in proposal.touched and not same(proposal.before(*desk.row.key), desk.row.cells):
        raise changed_meanwhile(*desk.row.key)
    if not proposal.changes:
        desk.to_next(after=desk.row.key if desk.row else None)
        return Said("Reviewed already; nothing to save.")
    behind, first = desk.behind(), proposal.changes[0]
    desk.review.decide(proposal)
    desk.drop()
    desk.to_next_of(behind)
    return Said(f"{DONE[first.action]} {first.id}{more(len(proposal.changes) - 1)}. {desk.remaining()}")


def done(action: str) -> str:
    """`accepted`, within a sentence."""
    return DONE[action].lower()


def more(others: int) -> str:
    """How many other rows a decision changed, as the end of a sentence."""
    return "" if not others else " and one row with it" if others == 1 else f" and {others} rows with it"


ANSWERS: dict[str, Callable[[Desk, Content], Said | None]] = {"confirm": confirm, "cancel": cancel, "undo": undo}
DECISIONS: dict[str, Callable[[Desk, ShownRow, Content], Said | None]] = {
    "accept": accept,
    "reject": reject,
    "merge": merge,
    "skip": moving.skip,
}  # each names the row that it is about
