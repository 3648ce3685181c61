"""Positions that others give the actor, apart from its own: never printed as what it says."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.wording.actors import actor_name
from onrecord.wording.citations import cites
from onrecord.wording.drafted import drafted_as
from onrecord.wording.given_positions import EXPLAINED, given_by_others, given_words, giver, is_explained
from onrecord.wording.naming import capital
from onrecord.wording.stance_words import position_words
from onrecord.wording.table import Table


def attributed_positions_table(case: Case, actor: str) -> Table:
    """Who gives the actor which position, and in which words; nothing in a document where there is none."""
    positions = given_by_others(case)[lambda frame: frame["actor"] == actor]
    name = actor_name(case, actor)
    none = f"No position is coded that somebody else gives {name}."
    return Table(
        "Positions given by others, not in its own words",
        ["According to", "Position", "As the article has it", "Source"],
        [_position(case, row) for row in positions.index],
        empty=drafted_as(case, f"no position that somebody else gives {name}", none),
        optional=True,
    )


def _position(case: Case, row: str) -> list[str | Markup]:
    held = EXPLAINED if is_explained(case, row) else position_words(case, row)
    return [giver(case, row), capital(held), given_words(case, row), cites(case, [row])]
