"""Who states a position on an issue, how firmly, and in which words."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.wording.actors import actor_name
from onrecord.wording.citations import cites
from onrecord.wording.drafted import drafted_as
from onrecord.wording.english import all_english
from onrecord.wording.introducing import introduced
from onrecord.wording.naming import capital
from onrecord.wording.relaying import without_speaker
from onrecord.wording.stance_words import stance_words
from onrecord.wording.stances import self_stated
from onrecord.wording.table import Table


def holders_table(case: Case, issue: str) -> Table:
    """The self-stated positions on the issue, those that affirm first; a sentence where there is none."""
    positions = self_stated(case)[lambda frame: frame["issue"] == issue]
    none = "No actor states a position on this proposition in this source."
    return Table(
        "Positions stated, those that affirm first",
        ["Who", "Position", "As the article reports it", "Source"],
        [_holder(case, row) for row in positions.sort_values("stance", ascending=False, kind="stable").index],
        empty=drafted_as(case, "no position that an actor states on it", none),
    )


def _holder(case: Case, position: str) -> list[str | Markup]:
    row = case.positions.loc[position]
    told = Markup("; ").join(without_speaker(case, statement) for statement in row["evidence"])
    doubt = all_english("confidence", "doubt").get(row["confidence"], "")
    return [_who(case, row["actor"]), stance_words(case, position) + doubt, told, cites(case, [position])]


def _who(case: Case, actor: str) -> Markup:
    """The holder with its role, and the one that it is counted with."""
    root = case.root(actor)
    counted = f", counted with {actor_name(case, root)}" if root != actor else ""
    return introduced(case, actor, capital) + counted
