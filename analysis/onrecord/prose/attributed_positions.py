"""Positions that others give the actor, apart from its own: never printed as what it says."""

from __future__ import annotations

from onrecord.coding.case import Case
from onrecord.wording.actors import actor_name
from onrecord.wording.claim import Prose, bullets
from onrecord.wording.drafted import only_of_a_draft
from onrecord.wording.stances import given_by_others, given_position_lines


def attributed_positions(case: Case, actor: str) -> Prose:
    """A list, a position an item with who gives it; a note where there is none."""
    positions = given_by_others(case)[lambda frame: frame["actor"] == actor]
    if positions.empty:
        name = actor_name(case, actor)
        none = f"No position is coded that somebody else gives {name}."
        return only_of_a_draft(case, f"no position that somebody else gives {name}", none)
    return Prose((bullets(given_position_lines(case, positions.index)),))
