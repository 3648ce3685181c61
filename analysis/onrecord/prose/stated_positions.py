"""The positions that the actor states itself, each with the words it rests on."""

from __future__ import annotations

from onrecord.coding.case import Case
from onrecord.measures.draft import is_draft
from onrecord.wording.actors import actor_name, agree
from onrecord.wording.claim import Prose, bullets, only_note
from onrecord.wording.drafted import only_of_a_draft
from onrecord.wording.naming import capital
from onrecord.wording.stances import position_lines, self_stated


def stated_positions(case: Case, actor: str) -> Prose:
    """A list, a position an item; where there is none a note says why, and that silence is no stance."""
    positions = self_stated(case)[lambda frame: frame["actor"] == actor]
    if is_draft(case) and positions.empty:
        states = agree(case, [actor], "states", "state")
        return only_of_a_draft(case, f"no position that {actor_name(case, actor)} {states}", "")
    if case.positions.empty:
        return only_note(f"No position of anybody is coded in this case, so none of {actor_name(case, actor)}.")
    if positions.empty:
        states = agree(case, [actor], "states", "state")
        lead = f"{capital(actor_name(case, actor))} {states} no position on any coded issue."
        return only_note(f"{lead} No stance is coded for silence.")
    return Prose((bullets(position_lines(case, positions.index)),))
