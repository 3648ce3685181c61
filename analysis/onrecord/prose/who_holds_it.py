"""Who states a position on the issue, with their words."""

from __future__ import annotations

from onrecord.coding.case import Case
from onrecord.wording.claim import Prose, bullets
from onrecord.wording.drafted import only_of_a_draft
from onrecord.wording.stances import position_lines, self_stated


def who_holds_it(case: Case, issue: str) -> Prose:
    """A list of the self-stated positions, those that affirm first; a note where there is none."""
    positions = self_stated(case)[lambda frame: frame["issue"] == issue]
    if positions.empty:
        none = "No actor states a position on this proposition in this source."
        return only_of_a_draft(case, "no position that an actor states on it", none)
    order = positions.sort_values("stance", ascending=False, kind="stable").index
    return Prose((bullets(position_lines(case, order, naming=True)),))
