"""Positions on the issue that others give an actor, apart."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.wording.actors import actor_name
from onrecord.wording.citations import cites
from onrecord.wording.drafted import drafted_as
from onrecord.wording.given_positions import EXPLAINED, given_by_others, given_words, giver, is_explained
from onrecord.wording.naming import capital
from onrecord.wording.stance_words import stance_words
from onrecord.wording.table import Table


def held_according_to_others_table(case: Case, issue: str) -> Table:
    """Who gives whom which position, and in which words; nothing in a document where there is none."""
    positions = given_by_others(case)[lambda frame: frame["issue"] == issue]
    none = "Nobody attributes a position on it to somebody else."
    return Table(
        "Positions given by others, not in the holder’s own words",
        ["According to", "Whose", "Position", "As the article has it", "Source"],
        [_position(case, row) for row in positions.index],
        empty=drafted_as(case, "no position on it that somebody gives somebody else", none),
        optional=True,
    )


def _position(case: Case, row: str) -> list[str | Markup]:
    held = EXPLAINED if is_explained(case, row) else stance_words(case, row)
    whose = capital(actor_name(case, case.positions.at[row, "actor"]))
    return [giver(case, row), whose, held, given_words(case, row), cites(case, [row])]
