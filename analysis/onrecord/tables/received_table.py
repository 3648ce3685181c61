"""The events that are done to an actor or reach it."""

from __future__ import annotations

from onrecord.coding.case import Case
from onrecord.wording.actors import actor_name, agree
from onrecord.wording.drafted import drafted_as
from onrecord.wording.events import table_of_events, taking_part
from onrecord.wording.naming import capital
from onrecord.wording.table import Table


def received_table(case: Case, actor: str) -> Table:
    """Events that name the actor among their recipients, by status; a sentence where there is none."""
    receives = agree(case, [actor], "is at the receiving end of", "are at the receiving end of")
    name = actor_name(case, actor)
    none = drafted_as(case, f"no event that is done to {name}", f"{capital(name)} {receives} no coded event.")
    empty = none if case.coded("events") else "Events are not coded in this case."
    return table_of_events(case, taking_part(case, actor, "recipients"), "Done to the actor, by status", empty)
