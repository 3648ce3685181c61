"""The events in which an actor acts."""

from __future__ import annotations

from onrecord.coding.case import Case
from onrecord.wording.actors import actor_name, agree
from onrecord.wording.drafted import drafted_as
from onrecord.wording.events import table_of_events, taking_part
from onrecord.wording.naming import capital
from onrecord.wording.table import Table


def acts_table(case: Case, actor: str) -> Table:
    """Events that name the actor among those who act, by status; a sentence where there is none."""
    acts = agree(case, [actor], "acts", "act")
    name = actor_name(case, actor)
    none = drafted_as(case, f"no event in which {name} {acts}", f"{capital(name)} {acts} in no coded event.")
    empty = none if case.coded("events") else "Events are not coded in this case."
    return table_of_events(case, taking_part(case, actor, "actors"), "Acts reported, by status", empty)
