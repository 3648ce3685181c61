"""What others say of the actor, as their statements."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import counted
from onrecord.wording.actors import actor_name
from onrecord.wording.claim import Prose, bullets, claim
from onrecord.wording.drafted import only_of_a_draft
from onrecord.wording.naming import words
from onrecord.wording.reporting import reported


def said_about(case: Case, actor: str) -> Prose:
    """A list of the counted statements aimed at the actor by others; a note where there is none."""
    others = counted(case)[lambda frame: (frame["target"] == actor) & (frame["speaker"] != actor)]
    if others.empty:
        at = f"directed at {actor_name(case, actor)}"
        return only_of_a_draft(case, f"no statement as {at}", f"No statement is coded as {at}.")
    return Prose((bullets(claim(case, _with_act(case, statement), [statement]) for statement in others.index),))


def _with_act(case: Case, statement: str) -> Markup:
    row = case.statements.loc[statement]
    act = f" (coded as: {words(row['speech_act'])})" if row["attribution"] == "attributed" else ""
    return Markup("{}{}").format(reported(case, statement), act)
