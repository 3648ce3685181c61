"""Filters over the statements of a case, by actor, issue and attribution, for JupyterLab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.coding.case import Case
from onrecord.wording.citations import cites
from onrecord.wording.naming import capital, label, typeset, words
from onrecord.wording.table import Table

if TYPE_CHECKING:
    import ipywidgets
    import pandas as pd

ALL = ""
_LINKS = "<style>.onrecord-statements a { text-decoration: underline; }</style>"  # a widget's look like plain words


def explorer(case: Case) -> ipywidgets.VBox:
    """Three menus and the statements that fit them, updated at each choice."""
    import ipywidgets

    menus = [ipywidgets.Dropdown(description=name, options=options) for name, options in _menus(case).items()]
    found = ipywidgets.HTML()

    def show(_: object = None) -> None:
        actor, issue, attribution = (menu.value for menu in menus)
        table = matching_table(case, actor, issue, attribution)._repr_html_()
        found.value = f'{_LINKS}<div class="onrecord-statements">{table}</div>'

    for menu in menus:
        menu.observe(show, names="value")
    show()
    return ipywidgets.VBox([ipywidgets.HBox(menus), found])


def _menus(case: Case) -> dict[str, list[tuple[str, str]]]:
    """Menu name -> (label, value) pairs; only what occurs can be chosen."""
    statements = case.statements
    speakers = sorted({(label(case, actor), actor) for actor in statements["speaker"]})
    issues = [(typeset(case.issues.at[i, "proposition"]), i) for i in case.issues.index]
    attributions = [(words(value), value) for value in statements["attribution"].cat.categories]
    everything = [("all", ALL)]
    return {"Speaker": everything + speakers, "Issue": everything + issues, "Attribution": everything + attributions}


def matching(case: Case, actor: str = ALL, issue: str = ALL, attribution: str = ALL) -> pd.DataFrame:
    """The statements that fit every filter given; '' leaves a filter open."""
    found = case.statements
    for column, wanted in (("speaker", actor), ("issue", issue), ("attribution", attribution)):
        if wanted:
            found = found[found[column] == wanted]
    return found


def matching_table(case: Case, actor: str = ALL, issue: str = ALL, attribution: str = ALL) -> Table:
    """`matching` as a table for the eye."""
    found = matching(case, actor, issue, attribution)
    return Table(
        f"{len(found)} of {len(case.statements)} statements",
        ["Statement", "Speaker", "Cue", "Content", "Act", "Source"],
        [_row(case, row) for row in found.index],
        empty=f"None of the {len(case.statements)} statements fits these filters.",
    )


def _row(case: Case, row: str) -> list:
    statement = case.statements.loc[row]
    spans = [_verbatim(case, row, field) for field in ("cue", "content")]
    speaker = capital(label(case, statement["speaker"]))
    return [row, speaker, *spans, words(statement["speech_act"]), cites(case, [row])]


def _verbatim(case: Case, row: str, field: str) -> str:
    return " […] ".join(case.article.text[start:end] for start, end in case.pieces(row, field))
