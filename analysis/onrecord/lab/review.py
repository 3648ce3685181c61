"""The review of a draft in JupyterLab: a queue of rows, each with its words in the article, decided by a key.

The panel shows what Python sends as `view` and `form`, and sends back what the reviewer does. A decision names the
row by table, id and a digest of its cells, so that it is never applied to another row than the one on the screen.
"""

from __future__ import annotations

from pathlib import Path
from string import Template
from typing import Any

import anywidget
import traitlets

from onrecord.coding.case import case_meant
from onrecord.house.style import house
from onrecord.lab.panel import article
from onrecord.lab.panel.deciding import ANSWERS, DECISIONS
from onrecord.lab.panel.desk import Desk, Said
from onrecord.lab.panel.filling import FILLING, add, correct
from onrecord.lab.panel.moving import MOVES
from onrecord.lab.panel.showing import as_it_stands
from onrecord.problems import ProblemsError

HERE = Path(__file__).parent
ABOUT_A_ROW = DECISIONS | {"correct": correct}
AT_ANY_TIME = MOVES | ANSWERS | {"add": add}


def review(case: str | Path, reviewer: str = "") -> ReviewPanel:
    """The panel for a case, by name or folder; raises ProblemsError where there is none."""
    return ReviewPanel(case_meant(case), reviewer)


def _style() -> str:
    """The panel's style sheet, in the colours of the house."""
    colours = {name.upper(): value for name, value in house().colours().items()}
    return Template((HERE / "review.css").read_text(encoding="utf-8")).substitute(colours)


class ReviewPanel(anywidget.AnyWidget):
    """The panel; `article` is sent once, `view` after every decision, `form` while a row is filled in."""

    _esm = HERE / "review.js"
    _css = traitlets.Unicode().tag(sync=True)
    article: traitlets.List[Any] = traitlets.List().tag(sync=True)
    view: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)
    form: traitlets.Dict[str, Any] = traitlets.Dict().tag(sync=True)

    def __init__(self, folder: Path, reviewer: str = ""):
        super().__init__(_css=_style())
        self.folder = folder
        self.desk: Desk | None = None  # None until there is a reviewer
        self._serial = 0
        self.on_msg(lambda _, content, __: self.receive(content))
        if reviewer.strip():
            self._show(self._start(reviewer))
        else:
            self._show(Said("Your name stands in the log beside every decision."))

    def receive(self, content: dict[str, Any]) -> None:
        """Do what the panel asks: {"do": name, …}; a problem is shown, and then nothing was saved."""
        try:
            said = self._handled(str(content.get("do")), content)
        except ProblemsError as error:
            if self.desk:
                self.desk.asked = None
            said = Said(" ".join(str(one) for one in error.problems), "error")
        if self.desk:
            self.form = self.desk.form
        if said:
            self._show(said)

    def _handled(self, name: str, content: dict[str, Any]) -> Said | None:
        """What is to be said of it; None where the view stays as it is."""
        if name == "start":
            return self._start(content["reviewer"])
        return _done(self.desk, name, content) if self.desk else None

    def _start(self, reviewer: str) -> Said:
        self.desk = Desk(self.folder, reviewer)
        self.article = article.paragraphs(self.desk.coding)
        self.desk.to_next()
        said = "A decision that was cut short has been finished. " if self.desk.review.recovered else ""
        return Said(f"{said}{self.desk.remaining()}")

    def _show(self, said: Said) -> None:
        self._serial += 1
        view = {"serial": self._serial, "message": said.text, "level": said.level, "case": self.folder.name}
        if self.desk is None:
            self.view = view | {"start": True}
            return
        try:
            view |= as_it_stands(self.desk)
        except ProblemsError as error:  # a table or the log that is no table: nothing can be decided until it is
            view |= {"start": False, "broken": " ".join(str(one) for one in error.problems)}
        self.form = self.desk.form
        self.view = view


def _done(desk: Desk, name: str, content: dict[str, Any]) -> Said | None:
    """Hand the message to what handles it; one that is about another row than the one shown does nothing."""
    if name in ABOUT_A_ROW:
        if desk.row is None or content.get("at") != desk.row.digest:
            return Said("Another row is shown by now; nothing was saved.", "warning")
        return ABOUT_A_ROW[name](desk, desk.row, content)
    if name in FILLING:
        return FILLING[name](desk, desk.filling, content) if desk.filling else None
    return AT_ANY_TIME[name](desk, content)
