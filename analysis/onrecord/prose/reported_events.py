"""What is reported, by status: nothing here says that it happened, only who says so."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.draft import is_draft
from onrecord.measures.events import events_by_status
from onrecord.measures.frames import joined
from onrecord.wording.actors import actor_names
from onrecord.wording.claim import Prose, claim, only_note, paragraph
from onrecord.wording.english import all_english
from onrecord.wording.naming import counted_word, listed, times, typeset

_FEW = 3  # so many events of a status are named


def reported_events(case: Case) -> Prose:
    """How many events the article mentions, with which status, and how many are confirmed by whom."""
    if case.events.empty:
        coded = case.coded("events")
        none = f"No event is coded {'here; none is ever drafted' if is_draft(case) else 'in this article'}."
        return only_note(none if coded else "Events are not coded in this case.")
    return Prose((paragraph(_by_status(case), *_confirmed(case), *_apart(case)),))


def _by_status(case: Case) -> Markup:
    counts = dict(events_by_status(case)[["status", "n"]].itertuples(index=False))
    phrases = all_english("status", "after a number").items()
    parts = [f"{counted_word(counts[status])} {phrase}" for status, phrase in phrases if status in counts]
    number = times(len(case.events), "event")
    are = "is" if len(case.events) == 1 else "are"
    lead = f"{number} {are} coded" if is_draft(case) else f"The article mentions {number}"
    return claim(case, f"{lead}: {listed(parts)}", case.events.index)


def _confirmed(case: Case) -> Iterator[Markup]:
    """How many are confirmed by whom; of a draft only by a party, since it may have missed the others."""
    kinds = case.events["confirmation"]
    party, independent = (kinds.index[kinds == kind] for kind in ("party", "independent"))
    if not len(party) + len(independent):
        if not is_draft(case):
            yield claim(case, "None is confirmed by a second source", kinds.index)
        return
    others = [_by_others(len(independent))] if len(independent) or not is_draft(case) else []
    yield claim(case, "; ".join([*_by_party(len(party)), *others]), [*party, *independent])


def _by_party(number: int) -> list[str]:
    are = "is" if number == 1 else "are"
    return [f"{counted_word(number)} {are} confirmed by a party to it"] if number else []


def _by_others(number: int) -> str:
    known = counted_word(number) if number else "none"
    return f"{known} {'is' if number <= 1 else 'are'} confirmed by a source without a stake"


def _apart(case: Case) -> Iterator[Markup]:
    """The events that must not be taken for facts, named while they are few."""
    of_a_draft = " in a draft" if is_draft(case) else ""
    one, several = (all_english("status", use + of_a_draft) for use in ("of one event", "of several events"))
    for status in filter(one.get, one):
        found = case.events[case.events["status"] == status]
        if 0 < len(found) <= _FEW:
            said = (one if len(found) == 1 else several)[status]
            yield claim(case, _named(case, found, said), found.index)


def _named(case: Case, events: pd.DataFrame, said: str) -> Markup:
    titles = listed([Markup("<em>{}</em>").format(typeset(title)) for title in events["title"]])
    reporters = actor_names(case, joined(events["reported_by"]))
    return Markup("{} {}").format(titles, said.format(reporters))
