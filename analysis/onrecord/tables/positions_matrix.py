"""Who affirms or rejects what, as a table of marks that lead to the words they rest on (F1 in a brief)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd
from markupsafe import Markup, escape

from onrecord.coding.case import Case
from onrecord.measures.coded_stances import coded_stances
from onrecord.measures.draft import is_draft, is_drafted
from onrecord.measures.frames import named_rows
from onrecord.wording.actors import actor_name, actor_names
from onrecord.wording.citations import cites
from onrecord.wording.claim import Prose, absent
from onrecord.wording.drafted import drafted_as
from onrecord.wording.english import all_english, english
from onrecord.wording.given_positions import is_explained
from onrecord.wording.labels import slug_words, stance_label
from onrecord.wording.naming import capital, label
from onrecord.wording.propositions import issue_clause
from onrecord.wording.stance_words import stance_words
from onrecord.wording.table import Table

MOST_ACROSS = 6  # actors beside each other in the column of the paper
_GIVEN = Markup(' class="stance given" style="border: 1.5px dashed; padding: 0 .3em"')  # JupyterLab has no page's look
_NOT_APPROVED = "To affirm is not to approve; an empty cell is no position."


def positions_matrix(case: Case) -> Prose:
    """Propositions by group down, actors across, those of one state side by side; several tables where actors are many.

    What a journalist explains of another's demand is no position of who demands, and is left out, as are a draft's. The
    data behind the marks follow, folded away; on paper they stand in the annex alone.
    """
    matrix = coded_stances(case)
    matrix = matrix[[not is_explained(case, row) and not _is_drafted(case, row) for row in matrix["position"]]]
    if matrix.empty:
        coded = "No position is coded." if case.coded("positions") else "Positions are not coded in this case."
        return absent(drafted_as(case, "no position", coded))
    actors = _across(matrix)
    parts = [actors[at : at + MOST_ACROSS] for at in range(0, len(actors), MOST_ACROSS)]
    tables = [escape(_table(case, matrix[matrix["actor"].isin(part)], part)) for part in parts]
    return Prose((*tables, _legend(case, matrix), _data(case, matrix)))


def _is_drafted(case: Case, position: str) -> bool:
    """Whether it rests on what a program made of a sentence, and says no more than the claim itself."""
    return any(is_drafted(case, statement) for statement in case.positions.at[position, "evidence"])


def _across(matrix: pd.DataFrame) -> list[str]:
    """The actors, those of one root together, the root itself first."""
    roots = dict.fromkeys(matrix["root"])
    own = dict(zip(matrix["actor"], matrix["root"], strict=True))
    return sorted(own, key=lambda actor: (list(roots).index(own[actor]), actor not in roots))


def _table(case: Case, matrix: pd.DataFrame, actors: Sequence[str]) -> Table:
    heads = [capital(label(case, actor)) for actor in actors]
    rows = list(_rows(case, matrix, actors))
    return Table("Who affirms or rejects what", ["Proposition", *heads, "Where"], rows, middle=heads)


def _rows(case: Case, matrix: pd.DataFrame, actors: Sequence[str]) -> Iterator[list[str | Markup]]:
    group, grouped = None, matrix["group"].nunique() > 1
    for issue, held in matrix.groupby("issue", sort=False):
        opened = grouped and held["group"].iloc[0] != group
        group = held["group"].iloc[0]
        over = Markup('<span class="group">{}</span><br>').format(slug_words(group) or "Other") if opened else ""
        of = {actor: [one for one in named_rows(held) if one.actor == actor] for actor in actors}
        marks = [Markup(" ").join(_mark(case, one) for one in of[actor]) for actor in actors]
        yield [
            Markup("{}{}").format(over, capital(issue_clause(case, str(issue)))),
            *marks,
            cites(case, held["position"]),
        ]


def _mark(case: Case, one: Any) -> Markup:
    """The number with its sign as a link to the first words that it rests on; a frame alone where others give it."""
    look = _GIVEN if one.hollow else Markup(' class="stance {}"').format(english("stance", one.stance, "look"))
    return Markup('<a{} href="#{}" data-rows="{}">{}</a>').format(
        look, one.evidence[0], " ".join(one.evidence), stance_label(one.stance, one.dagger)
    )


def _legend(case: Case, matrix: pd.DataFrame) -> Markup:
    """What the marks mean that are there, and who counts as one voice."""
    found = set(matrix["stance"][~matrix["hollow"]])
    words = all_english("stance", "legend")
    keys = [_key(int(value), told) for value, told in words.items() if int(value) in found]
    if matrix["hollow"].any():
        keys.append(Markup("<span{}>±</span> given by others").format(_GIVEN))
    if matrix["dagger"].any():
        keys.append(Markup("† a source {}").format(_unnamed(case)))
    blank = _NOT_APPROVED if not is_draft(case) else "The draft has coded nothing where a cell is empty."
    told = (Markup("; ").join(keys), blank, _one_voice(case, matrix))
    return Markup('<p class="figure-note across">{}. {}{}</p>').format(*told)


def _key(stance: int, words: str) -> Markup:
    look = english("stance", stance, "look")
    return Markup('<span class="stance {}">{}</span> {}').format(look, stance_label(stance, False), words)


def _unnamed(case: Case) -> str:
    return (
        "without a name in the draft, or heard through another"
        if is_draft(case)
        else "not named, or heard through another"
    )


def _one_voice(case: Case, matrix: pd.DataFrame) -> str:
    """That a state and its ministry are not two."""
    told = [
        f" {capital(actor_names(case, own))} count as one voice."
        for own in (_across(held) for _, held in matrix.groupby("root", sort=False))
        if len(own) > 1
    ]
    return "".join(told)


def _data(case: Case, matrix: pd.DataFrame) -> Markup:
    """The same facts in words, folded away."""
    lines = [_line(case, one) for one in named_rows(matrix)]
    return Markup('<details class="data"><summary>The positions in words</summary><ul>{}</ul></details>').format(
        Markup("").join(Markup("<li>{}</li>").format(line) for line in lines)
    )


def _line(case: Case, one: Any) -> Markup:
    basis = f" ({english('basis', one.basis)})" if one.hollow else ""
    who = capital(actor_name(case, one.actor))
    what = issue_clause(case, one.issue)
    return Markup("{}: {}{}: {} {}").format(
        who, stance_words(case, one.position), basis, what, cites(case, [one.position])
    )
