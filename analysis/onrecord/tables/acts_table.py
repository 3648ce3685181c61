"""The events that name an actor, and which part it has in each."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.wording.actors import actor_name, agree
from onrecord.wording.drafted import drafted_as
from onrecord.wording.events import EVENT_COLUMNS, by_status, event_cells, taking_part
from onrecord.wording.naming import capital
from onrecord.wording.table import Table


def acts_table(case: Case, actor: str) -> Table:
    """Events that name the actor among those who act or those who are acted on, with its part, by status."""
    takes, name = agree(case, [actor], "takes", "take"), actor_name(case, actor)
    none = drafted_as(
        case, f"no event in which {name} {takes} part", f"{capital(name)} {takes} part in no coded event."
    )
    first, *rest = EVENT_COLUMNS
    return Table(
        "Events that name the actor, by status",
        [first, "Its part" if takes == "takes" else "Their part", *rest],
        [_part(case, row, actor) for row in by_status(case, taking_part(case, actor))],
        empty=none if case.coded("events") else "Events are not coded in this case.",
        optional=True,
    )


def _part(case: Case, row: str, actor: str) -> list[str | Markup]:
    event, *rest = event_cells(case, row)
    acts = actor in case.events.at[row, "actors"]
    reached = actor in case.events.at[row, "recipients"]
    return [event, " and ".join(["acting"] * acts + ["acted on"] * reached), *rest]
