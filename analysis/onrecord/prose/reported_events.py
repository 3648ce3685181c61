"""What is reported, by status: nothing here says that it happened, only who says so."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.events import events_by_status
from onrecord.wording.claim import Prose, claim, note, paragraph
from onrecord.wording.naming import actor_name, counted_word, listed, times, typeset

_STATUS = {
    "asserted": "asserted",
    "presupposed": "taken for granted rather than reported",
    "planned": "announced for the future",
    "alleged": "alleged by an adverse party",
    "denied": "denied",
    "denied_intention": "denied as an intention",
    "hypothetical": "hypothetical",
}


def reported_events(case: Case) -> Prose:
    """How many events the article mentions, with which status, and how many are confirmed by whom."""
    events = case.events
    if events.empty:
        missing = (
            "Events are not coded in this case." if not case.coded("events") else "No event is coded in this article."
        )
        return Prose((note(missing),))
    counts = dict(events_by_status(case)[["status", "n"]].itertuples(index=False))
    parts = [f"{counted_word(counts[status])} {phrase}" for status, phrase in _STATUS.items() if status in counts]
    first = claim(case, f"The article mentions {times(len(events), 'event')}: {listed(parts)}", events.index)
    return Prose((paragraph(first, _confirmed(case), *_apart(case)),))


def _confirmed(case: Case) -> Markup:
    events = case.events
    party = events[events["confirmation"] == "party"]
    independent = events[events["confirmation"] == "independent"]
    if party.empty and independent.empty:
        return claim(case, "None is confirmed by a second source", events.index)
    parts = []
    if len(party):
        parts.append(f"{counted_word(len(party))} {'is' if len(party) == 1 else 'are'} confirmed by a party to it")
    known = counted_word(len(independent)) if len(independent) else "none"
    parts.append(f"{known} {'is' if len(independent) <= 1 else 'are'} confirmed by a source without a stake")
    return claim(case, "; ".join(parts), [*party.index, *independent.index])


def _apart(case: Case) -> list[Markup]:
    """The events that must not be taken for facts, named while they are few."""
    wordings = {
        "alleged": ("is alleged by {}, and not said by anyone else", "are alleged by {}, and not said by anyone else"),
        "hypothetical": (
            "is spoken of only as something that could happen",
            "are spoken of only as things that could happen",
        ),
    }
    made = []
    for status, (one, several) in wordings.items():
        found = case.events[case.events["status"] == status]
        if 0 < len(found) <= 3:
            titles = listed([Markup("<em>{}</em>").format(typeset(title)) for title in found["title"]])
            reporters = dict.fromkeys(actor for actors in found["reported_by"] for actor in actors)
            said = (one if len(found) == 1 else several).format(
                listed([actor_name(case, actor) for actor in reporters])
            )
            made.append(claim(case, Markup("{} {}").format(titles, said), found.index))
    return made
