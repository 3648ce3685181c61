"""What an actor says, each statement once: in which words, as what, and which position it carries."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.draft import is_draft, is_drafted
from onrecord.wording.actors import actor_name, agree
from onrecord.wording.briefed_actor import statements_of
from onrecord.wording.citations import cites
from onrecord.wording.drafted import drafted_as
from onrecord.wording.english import english
from onrecord.wording.naming import capital
from onrecord.wording.quoting import span_words
from onrecord.wording.relaying import without_speaker
from onrecord.wording.reporting import verb_as_drafted
from onrecord.wording.stance_words import position_words
from onrecord.wording.stances import self_stated
from onrecord.wording.table import Table


def statements_table(case: Case, actor: str) -> Table:
    """The actor's counted attributed statements, in text order, with the positions that rest on them.

    Of a draft without positions, which there are the statements over again.
    """
    name, speaks = actor_name(case, actor), agree(case, [actor], "does", "do")
    none = f"{capital(name)} {speaks} not speak in this source."
    carried = {} if is_draft(case) else _carried(case, actor)
    return Table(
        "Statements, in text order",
        ["As the article reports it", "Said as", *(["Position it carries"] if carried else []), "Source"],
        [_statement(case, row, carried) for row in statements_of(case, actor).index],
        empty=drafted_as(case, f"no statement of {name}", none),
        optional=True,
    )


def _carried(case: Case, actor: str) -> dict[str, list[str]]:
    """Statement -> the positions of the actor that rest on it."""
    found: dict[str, list[str]] = {}
    for position, row in self_stated(case)[lambda frame: frame["actor"] == actor].iterrows():
        for statement in row["evidence"]:
            found.setdefault(statement, []).append(str(position))
    return found


def _statement(case: Case, row: str, carried: dict[str, list[str]]) -> list[str | Markup]:
    held = "; ".join(position_words(case, position) for position in carried.get(row, []))
    return [
        without_speaker(case, row),
        _said_as(case, row),
        *([capital(held)] if carried else []),
        cites(case, [row]),
    ]


def _said_as(case: Case, row: str) -> str:
    """What kind of statement it is, how firmly it is said, and the words that hedge."""
    if is_drafted(case, row):
        return verb_as_drafted(case, row)
    statement = case.statements.loc[row]
    hedges = span_words(case, row, "hedge", ", ")
    firmly = english("certainty", statement["certainty"], "source list")
    act = english("speech_act", statement["speech_act"], "as a noun")
    return ", ".join(filter(None, [act, firmly])) + (f" (“{hedges}”)" if hedges else "")
