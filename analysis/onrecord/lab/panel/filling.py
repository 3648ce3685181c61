"""Messages of the form in which a row is corrected or added."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onrecord.coding.changing.saving import changed_meanwhile
from onrecord.coding.storing.sheet import Cells, same
from onrecord.lab.panel import form, selecting
from onrecord.lab.panel.deciding import here, save_and_go_on
from onrecord.lab.panel.desk import Desk, Filling, Said, ShownRow, digest_of
from onrecord.lab.panel.showing import elsewhere, problems_by_field
from onrecord.lab.reviewing import decisions
from onrecord.lab.reviewing.entailing import entailed
from onrecord.lab.reviewing.proposal import Proposal
from onrecord.lab.reviewing.queue import RowKey
from onrecord.source.anchoring import Span

Content = dict[str, Any]


def correct(desk: Desk, row: ShownRow, _: Content) -> Said:
    """The form with the row that is shown."""
    key = here(desk, row)
    return _open(desk, Filling(key.table, key.id, dict(row.cells)), row.cells)


def add(desk: Desk, content: Content) -> Said:
    """The form with a new row of that table."""
    table = content["table"]
    if not (desk.folder / f"{table}.csv").is_file():
        return Said(f"The case has no {table}.csv.", "warning")
    return _open(desk, Filling(table, "", {}), form.START.get(table, {}))


def _open(desk: Desk, filling: Filling, cells: Cells) -> Said:
    coding, table = desk.coding, filling.table
    desk.filling, desk.asked = filling, None
    desk.form = {
        "table": table,
        "id": filling.id,
        "groups": form.groups(coding, table, coding.headers.get(table, [])),
        "new": {name: form.brief(coding, name) for name in form.BRIEF},
    }
    _answer(desk, filling, {}, {column: cell for column, cell in cells.items() if cell})
    return Said()


def tried(desk: Desk, filling: Filling, content: Content) -> None:
    """What is wrong with the cells, and what else they would change; a field that was set may entail others."""
    cells = content["cells"]
    if filling.table == "statements":
        cells = entailed(desk.coding, cells, content.get("changed", ""))
    _answer(desk, filling, content, cells)


def select(desk: Desk, filling: Filling, content: Content) -> None:
    """Words of the article were selected for a field."""
    picked = Span(int(content["start"]), int(content["end"]))
    selection = selecting.Selection(filling.table, content["field"], picked, bool(content.get("join")))
    _answer(desk, filling, content, selecting.selected(desk.coding, content["cells"], selection))


def new(desk: Desk, filling: Filling, content: Content) -> Said | None:
    """An actor or issue that the form needs; saved at once, as a decision of its own."""
    start = form.START[content["table"]] | {column: cell for column, cell in content["new"].items() if cell.strip()}
    proposal, key = _added(desk, content["table"], start)
    if proposal.blocked:
        said = "; ".join(found.problem.message for found in proposal.blocked)
        _answer(desk, filling, content, content["cells"], said=said)
        return None
    desk.review.decide(proposal)
    _answer(desk, filling, content, _with_new(desk, filling, content, key.id), said=f"Added {key.id}.", added=key.id)
    return Said(f"Added {key.id}. It is saved.")


def _with_new(desk: Desk, filling: Filling, content: Content, row: str) -> Cells:
    """The cells with the new row in the field that asked for it."""
    cells: Cells = content["cells"]
    field: str = content["field"]
    many = content.get("many") and cells.get(field)
    cells = cells | {field: f"{cells[field]}|{row}" if many else row}
    return entailed(desk.coding, cells, field) if filling.table == "statements" else cells


def saved(desk: Desk, filling: Filling, content: Content) -> Said | None:
    """Save the row as filled in; where other rows change with it, only once they were shown."""
    cells = content["cells"]
    proposal = _filled(desk, filling, cells)
    if filling.id and not same(proposal.before(filling.table, filling.id), filling.opened):
        raise changed_meanwhile(filling.table, filling.id)
    others = digest_of(proposal.changes[1:])
    if proposal.blocked:
        _answer(desk, filling, content, cells, said="Not saved: mend what is marked first.", tried=True)
    elif len(proposal.changes) > 1 and content.get("confirmed") != others:
        _answer(desk, filling, content, cells, ask=others, tried=True)
    else:
        return save_and_go_on(desk, proposal)
    return None


def _answer(desk: Desk, filling: Filling, content: Content, cells: Cells, **facts: object) -> None:
    """The form with these cells, and what has to be said in it."""
    _update(desk, content, _state(desk, filling, cells) | facts)


def _update(desk: Desk, content: Content, state: dict[str, Any]) -> None:
    """The form with another state; `of` is the number of the message that it answers."""
    serial = desk.form.get("serial", 0) + 1
    desk.form = {**desk.form, "said": "", "ask": "", **state, "serial": serial, "of": content.get("serial")}


def _filled(desk: Desk, filling: Filling, cells: Cells) -> Proposal:
    if filling.id:
        return decisions.correct(desk.folder, filling.table, filling.id, cells)
    return _added(desk, filling.table, cells)[0]


def _added(desk: Desk, table: str, cells: Cells) -> tuple[Proposal, RowKey]:
    row = desk.review.new_id(table, cells)
    kept = {column: cell for column, cell in cells.items() if column != "id"}
    return decisions.add(desk.folder, table, row, kept), RowKey(table, row)


def _state(desk: Desk, filling: Filling, cells: Cells) -> dict[str, Any]:
    """The form as filled in: its cells, what is wrong with each, and what else saving would change."""
    cells = {name: str(cell) for name, cell in cells.items()}
    proposal = _filled(desk, filling, cells)
    coding, found = proposal.tried()
    row = next(((change.table, change.id) for change in proposal.changes), filling[:2])
    looked = selecting.spans(coding, filling.table, cells)
    names = desk.names
    return {
        "cells": cells,
        "problems": problems_by_field(found, row),
        "elsewhere": elsewhere(proposal.blocked, row),
        "effects": [names.effect(change) for change in proposal.changes[1:]],
        "spans": looked,
        "marks": [piece for one in looked.values() for piece in one["pieces"]],
        "choices": form.choices(coding),
    }


FILLING: dict[str, Callable[[Desk, Filling, Content], Said | None]] = {
    "try": tried,
    "select": select,
    "new": new,
    "save": saved,
}  # each comes from the form
