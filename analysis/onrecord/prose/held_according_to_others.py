"""Positions on the issue that others give an actor, apart."""

from __future__ import annotations

from onrecord.coding.case import Case
from onrecord.wording.claim import Prose, bullets
from onrecord.wording.drafted import only_of_a_draft
from onrecord.wording.stances import given_by_others, given_position_lines


def held_according_to_others(case: Case, issue: str) -> Prose:
    """A list, a position an item with who gives it; a note where there is none."""
    positions = given_by_others(case)[lambda frame: frame["issue"] == issue]
    if positions.empty:
        none = "Nobody attributes a position on it to somebody else."
        return only_of_a_draft(case, "no position on it that somebody gives somebody else", none)
    return Prose((bullets(given_position_lines(case, positions.index)),))
