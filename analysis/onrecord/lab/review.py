"""The review of a draft in JupyterLab: a queue of rows, each with its words in the article, decided by a key.

The panel shows what Python sends as `view` and `form`, and sends back what the reviewer does. A decision names the
row by table, id and a digest of its cells, so that it is never applied to another row than the one on the screen.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from string import Template
from typing import Any

import anywidget
import traitlets

from onrecord import design
from onrecord.coding.case import find_case
from onrecord.coding.changing.referring import references_to
from onrecord.coding.changing.saving import changed_meanwhile
from onrecord.coding.storing.sheet import Cells, Sheet, same
from onrecord.lab import review_article as article
from onrecord.lab import review_form as forms
from onrecord.lab.review_rows import Names, counted, effects
from onrecord.lab.reviewing import decisions
from onrecord.lab.reviewing.entailing import entailed
from onrecord.lab.reviewing.proposal import Found, Proposal
from onrecord.lab.reviewing.queue import TIERS, Key, is_open, rows
from onrecord.lab.reviewing.session import Review
from onrecord.problems import ProblemsError
from onrecord.source.anchoring import Span

HERE = Path(__file__).parent
AHEAD = 8  # rows of the queue that are listed
COLOURS = {name: value for name, value in vars(design).items() if isinstance(value, str) and name.isupper()}
DECIDING = {"accept", "correct", "reject", "merge", "skip"}  # these name the row that they are about
FILLING = {"try", "select", "new", "save"}  # these come from the form
DONE = {"accept": "Accepted", "correct": "Corrected", "reject": "Rejected", "merge": "Merged", "add": "Added"}


def review(case: str | Path, reviewer: str = "") -> ReviewPanel:
    """The panel for a case, by name or folder; raises ProblemsError where there is none."""
    return ReviewPanel(find_case(case), reviewer)


class ReviewPanel(anywidget.AnyWidget):
    """The panel; `article` is sent once, `view` after every decision, `form` while a row is filled in."""

    _esm = HERE / "review.js"
    _css = Template((HERE / "review.css").read_text(encoding="utf-8")).substitute(COLOURS)
    article = traitlets.List().tag(sync=True)
    view = traitlets.Dict().tag(sync=True)
    form = traitlets.Dict().tag(sync=True)

    def __init__(self, folder: Path, reviewer: str = ""):
        super().__init__()
        self.folder = folder
        self.review: Review | None = None
        self._at: Key | None = None  # the row on the screen, and its cells as shown
        self._shown: Cells = {}
        self._skipped: list[Key] = []
        self._visited: list[Key] = []
        self._order, self._table, self._serial = "doubt", "", 0
        self._proposal: tuple[str, Proposal] | None = None  # what waits for a yes, by its digest
        self._filling: tuple[str, str] | None = None  # table, and id or '' of the row in the form
        self._opened: Cells = {}  # that row when the form was opened
        self.on_msg(lambda _, content, __: self.receive(content))
        if reviewer.strip():
            self._start(reviewer)
        else:
            self._show("Your name stands in the log beside every decision.")

    def receive(self, content: dict[str, Any]) -> None:
        """Do what the panel asks: {"do": name, …}; a problem is shown, and then nothing was saved."""
        name = str(content.get("do"))
        try:
            if self.review is None and name != "start":
                return
            if name in FILLING and self._filling is None:
                return
            if name in DECIDING and content.get("at") != self._digest():
                self._show("Another row is shown by now; nothing was saved.", "warning")
                return
            getattr(self, f"_do_{name}")(content)
        except ProblemsError as error:
            self._proposal = None
            self._show(" ".join(str(p) for p in error.problems), "error")

    # moving about

    def _do_start(self, content: dict[str, Any]) -> None:
        self._start(content["reviewer"])

    def _start(self, reviewer: str) -> None:
        self.review = Review(self.folder, reviewer)
        self.article = article.paragraphs(self.review.snapshot().coding)
        self._to_next()
        said = "A decision that was cut short has been finished. " if self.review.recovered else ""
        self._show(f"{said}{self._remaining()}")

    def _do_next(self, _: dict[str, Any]) -> None:
        self._to_next(after=self._at)
        self._show()

    def _do_skip(self, _: dict[str, Any]) -> None:
        if self._at is None:
            return
        skipped = self._at
        self._skipped = [key for key in self._skipped if key != skipped] + [skipped]
        self._to_next()
        self._show(f"Skipped {skipped.id}; it comes again at the end.")

    def _do_back(self, _: dict[str, Any]) -> None:
        known = rows(self.review.snapshot().coding)
        while self._visited:
            key = self._visited.pop()
            if key != self._at and key in known:
                self._at = key
                break
        self._show()

    def _do_go(self, content: dict[str, Any]) -> None:
        self._go(Key(content["table"], content["id"]))
        self._show()

    def _do_order(self, content: dict[str, Any]) -> None:
        self._order, self._table = content["order"], content["table"]
        self._to_next()
        self._show()

    def _do_reload(self, _: dict[str, Any]) -> None:
        self._show("Read again from the files.")

    # deciding

    def _do_accept(self, _: dict[str, Any]) -> None:
        self._save(decisions.accept(self.folder, *self._here()))

    def _do_reject(self, _: dict[str, Any]) -> None:
        self._ask(decisions.reject(self.folder, *self._here()), f"Reject {self._at.id}?")

    def _do_merge(self, content: dict[str, Any]) -> None:
        into, names = content["into"], Names(self.review.snapshot().coding)
        proposal = decisions.merge(self.folder, *self._here(), into)
        self._ask(proposal, f"Merge {self._at.id} into {names.of((self._at.table,), into)}?", always=True)

    def _do_confirm(self, content: dict[str, Any]) -> None:
        if self._proposal and content["proposal"] == self._proposal[0]:
            self._save(self._proposal[1])

    def _do_cancel(self, _: dict[str, Any]) -> None:
        self._proposal = self._filling = None
        self._show()

    def _do_undo(self, _: dict[str, Any]) -> None:
        self._proposal = self._filling = None
        undone = self.review.last
        if not self.review.undo():
            self._show("Nothing is left to undo.")
            return
        first = undone[0]
        key = Key(first.table, first.id)
        self._skipped = [skipped for skipped in self._skipped if skipped != key]
        if key in rows(self.review.snapshot().coding):
            self._go(key)
        else:
            self._to_next()
        self._show(f"Undone: {_said(first.action)} {first.id}{_more(len(undone) - 1)}. {self._remaining()}")

    def _ask(self, proposal: Proposal, question: str, always: bool = False) -> None:
        """Save at once what touches this row alone; else show first what will change."""
        if proposal.blocked or always or len(proposal.changes) > 1:
            self._proposal = _digest([c._asdict() for c in proposal.changes]), proposal
            self._show(question)
        else:
            self._save(proposal)

    def _save(self, proposal: Proposal) -> None:
        """Save, say so, and go on."""
        if self._at in proposal.touched and not same(proposal.before(*self._at), self._shown):
            raise changed_meanwhile(*self._at)
        first = proposal.changes[0] if proposal.changes else None
        if first is None:
            self._to_next(after=self._at)
            self._show("Reviewed already; nothing to save.")
            return
        queue = self._queue()
        behind = queue[queue.index(self._at) + 1 :] if self._at in queue else []
        self.review.decide(proposal)
        self._proposal = self._filling = None
        left = set(self._queue())
        following = [key for key in behind if key in left]
        if following:
            self._go(following[0])
        else:
            self._to_next(after=self._at)
        done = f"{DONE[first.action]} {first.id}{_more(len(proposal.changes) - 1)}."
        self._show(f"{done} {self._remaining()}")

    def _here(self) -> Key:
        """The row on the screen, if the file still holds what is shown."""
        if self._at is None:
            raise ProblemsError([])
        if not same(Sheet.of(self.folder / f"{self._at.table}.csv").rows.get(self._at.id), self._shown):
            raise changed_meanwhile(*self._at)
        return self._at

    # filling in

    def _do_correct(self, _: dict[str, Any]) -> None:
        key = self._here()
        self._open_form(key.table, key.id, self._shown)

    def _do_add(self, content: dict[str, Any]) -> None:
        table = content["table"]
        if not (self.folder / f"{table}.csv").is_file():
            self._show(f"The case has no {table}.csv.", "warning")
            return
        self._open_form(table, "", forms.START.get(table, {}))

    def _open_form(self, table: str, row: str, cells: Cells) -> None:
        coding = self.review.snapshot().coding
        header = coding.headers.get(table, [])
        self._filling, self._proposal, self._opened = (table, row), None, dict(self._shown)
        self._serial += 1
        self.form = {
            "serial": self._serial,
            "table": table,
            "id": row,
            "groups": forms.groups(coding, table, header),
            "new": {name: forms.groups(coding, name, [], brief=True) for name in forms.BRIEF},
            **self._state(table, row, {k: v for k, v in cells.items() if v}),
        }
        self._show()

    def _do_try(self, content: dict[str, Any]) -> None:
        table, row = self._filling
        cells, coding = content["cells"], self.review.snapshot().coding
        if table == "statements":
            cells = entailed(coding, cells, content.get("changed", ""))
        self._update(content, self._state(table, row, cells))

    def _do_select(self, content: dict[str, Any]) -> None:
        table, row = self._filling
        picked = Span(int(content["start"]), int(content["end"]))
        coding = self.review.snapshot().coding
        cells = forms.selected(coding, table, content["cells"], content["field"], picked, bool(content.get("join")))
        self._update(content, self._state(table, row, cells))

    def _do_new(self, content: dict[str, Any]) -> None:
        """An actor or issue that the form needs; saved at once, as a decision of its own."""
        table, row = self._filling
        start = forms.START[content["table"]] | {k: v for k, v in content["new"].items() if v.strip()}
        proposal, key = self._added(content["table"], start)
        if proposal.blocked:
            said = "; ".join(_message(found) for found in proposal.blocked)
            self._update(content, self._state(table, row, content["cells"]) | {"said": said})
            return
        self.review.decide(proposal)
        cells = content["cells"]
        field = content["field"]
        many = content.get("many") and cells.get(field)
        cells = cells | {field: f"{cells[field]}|{key.id}" if many else key.id}
        if table == "statements":
            cells = entailed(self.review.snapshot().coding, cells, field)
        self._update(content, self._state(table, row, cells) | {"said": f"Added {key.id}.", "added": key.id})
        self._show(f"Added {key.id}. It is saved.")

    def _do_save(self, content: dict[str, Any]) -> None:
        table, row = self._filling
        proposal = self._filled(table, row, content["cells"])
        if row and not same(proposal.before(table, row), self._opened):
            raise changed_meanwhile(table, row)
        others = _digest([c._asdict() for c in proposal.changes[1:]])
        confirmed = len(proposal.changes) < 2 or content.get("confirmed") == others
        if proposal.blocked or not confirmed:
            said = "Not saved: mend what is marked first." if proposal.blocked else ""
            asked = {} if proposal.blocked else {"ask": others}
            self._update(content, self._state(table, row, content["cells"]) | {"said": said, "tried": True} | asked)
            return
        self._save(proposal)

    def _update(self, content: dict[str, Any], state: dict[str, Any]) -> None:
        self._serial += 1
        self.form = {**self.form, "said": "", "ask": "", **state, "serial": self._serial, "of": content.get("serial")}

    def _filled(self, table: str, row: str, cells: Cells) -> Proposal:
        return decisions.correct(self.folder, table, row, cells) if row else self._added(table, cells)[0]

    def _added(self, table: str, cells: Cells) -> tuple[Proposal, Key]:
        row = self.review.new_id(table, cells)
        return decisions.add(self.folder, table, row, {k: v for k, v in cells.items() if k != "id"}), Key(table, row)

    def _state(self, table: str, row: str, cells: Cells) -> dict[str, Any]:
        """The form as filled in: its cells, what is wrong with each, and what else saving would change."""
        cells = {name: str(cell) for name, cell in cells.items()}
        proposal = self._filled(table, row, cells)
        tried, names = proposal.tried(), Names(self.review.snapshot().coding)
        decided = next(((c.table, c.id) for c in proposal.changes), (table, row))
        problems: dict[str, list[dict[str, str]]] = {}
        for found in tried.found:
            if (found.table, found.id) == decided and found.problem.level != "info":
                said = {"level": found.problem.level, "text": _message(found)}
                problems.setdefault(found.problem.field, []).append(said)
        looked = forms.spans(tried.coding, table, cells)
        return {
            "cells": cells,
            "problems": problems,
            "elsewhere": [f"{f.table} {f.id}: {_message(f)}" for f in proposal.blocked if (f.table, f.id) != decided],
            "effects": [names.effect(change) for change in proposal.changes[1:]],
            "spans": looked,
            "marks": [piece for one in looked.values() for piece in one["pieces"]],
            "choices": forms.choices(tried.coding),
        }

    # showing

    def _go(self, key: Key) -> None:
        if self._at and self._at != key:
            self._visited = [*self._visited[-200:], self._at]
        self._at, self._filling, self._proposal = key, None, None

    def _to_next(self, after: Key | None = None) -> None:
        """The first open row of the queue; or the one behind `after`, round to the first again."""
        queue = self._queue()
        behind = queue[queue.index(after) + 1 :] if after in queue else []
        candidates = [key for key in behind or queue if key != after] or queue
        if candidates:
            self._go(candidates[0])
        elif self._at not in rows(self.review.snapshot().coding):
            self._at = None

    def _queue(self) -> list[Key]:
        """The open rows of the tables that are chosen, those skipped at the end."""
        found = [k for k in self.review.queue(self._order) if self._table in ("", k.table)]
        skipped = [key for key in self._skipped if key in found]
        return [key for key in found if key not in skipped] + skipped

    def _show(self, message: str = "", level: str = "info") -> None:
        self._serial += 1
        said = {"serial": self._serial, "message": message, "level": level}
        if self.review is None:
            self.view = said | {"start": True, "case": self.folder.name}
            return
        try:
            self.view = said | self._case()
        except ProblemsError as error:  # a table or the log that is no table: nothing can be decided until it is
            broken = " ".join(str(p) for p in error.problems)
            self.view = said | {"start": False, "broken": broken, "case": self.folder.name}

    def _case(self) -> dict[str, Any]:
        """What the panel shows of the case as it stands on disk."""
        snapshot = self.review.snapshot()
        coding, names = snapshot.coding, Names(snapshot.coding)
        known = rows(coding)
        if self._at not in known:
            self._at = None
        if self._at is None and (queue := self._queue()):
            self._at = queue[0]
        if self._filling is None and self.form:
            self.form = {}
        self._shown = dict(known[self._at]) if self._at else {}
        left, last = self.review.left(), self.review.last
        queue = self._queue()
        return {
            "start": False,
            "broken": "",
            "case": self.folder.name,
            "headline": coding.article.headline if coding.article else "",
            "reviewer": self.review.reviewer,
            "left": [[table, *left[table]] for table in TIERS if table in left],
            "order": self._order,
            "table": self._table,
            "errors": sum(found.problem.level == "error" for found in snapshot.found),
            "row": self._row(names) if self._at else None,
            "queue": [
                {"table": k.table, "id": k.id, "line": names.line(k, known[k])}
                | {"confidence": known[k].get("confidence", "")}
                for k in queue[:AHEAD]
            ],
            "waiting": len(queue),
            "undo": f"{_said(last[0].action)} {last[0].id}{_more(len(last) - 1)}, {last[0].reviewer}" if last else "",
            "proposal": self._proposed(names),
            "adding": [table for table in forms.START if table in coding.records],
        }

    def _row(self, names: Names) -> dict[str, Any]:
        """The row on the screen."""
        snapshot, key, cells = self.review.snapshot(), self._at, self._shown
        coding = snapshot.coding
        found = article.marks(coding, key)
        named: dict[str, int] = {}
        for reference in {(r.table, r.id) for r in references_to(Proposal(self.folder), *key)}:
            named[reference[0]] = named.get(reference[0], 0) + 1
        return {
            "table": key.table,
            "id": key.id,
            "at": self._digest(),
            "title": names.line(key, cells),
            "facts": names.facts(key.table, cells),
            "open": is_open(coding, cells),
            "basis": cells.get("coding_basis") or (coding.article.coding_basis if coding.article else ""),
            "confidence": cells.get("confidence", ""),
            "rule": cells.get("rule", ""),
            "note": cells.get("note", ""),
            "marks": found,
            "sentences": article.sentences(coding, key, found),
            "problems": [
                {"level": f.problem.level, "text": _message(f), "field": f.problem.field}
                for f in snapshot.found
                if (f.table, f.id) == key and f.problem.level != "info"
            ],
            "named": ", ".join(counted(table, number) for table, number in sorted(named.items())),
            "merge": forms.choices(coding)[key.table] if key.table in decisions.MERGED else [],
        }

    def _proposed(self, names: Names) -> dict[str, Any] | None:
        if self._proposal is None:
            return None
        digest, proposal = self._proposal
        return {
            "digest": digest,
            "summary": effects(proposal.changes),
            "effects": [names.effect(change) for change in proposal.changes],
            "blocked": [f"{f.table} {f.id}: {_message(f)}" for f in proposal.blocked],
        }

    def _digest(self) -> list[str] | None:
        """What a decision must name: table, id, and a digest of the cells as shown."""
        return [*self._at, _digest(self._shown)] if self._at else None

    def _remaining(self) -> str:
        open_rows = sum(opened for opened, _ in self.review.left().values())
        return f"{open_rows} {'row is' if open_rows == 1 else 'rows are'} left." if open_rows else "No row is left."


def _digest(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:16]


def _message(found: Found) -> str:
    """A problem without its place, which the panel shows."""
    return found.problem.message


def _said(action: str) -> str:
    return DONE[action].lower()


def _more(others: int) -> str:
    return "" if not others else " and one row with it" if others == 1 else f" and {others} rows with it"
