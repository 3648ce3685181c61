"""What is reported, by status: nothing here says that it happened, only who says so."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
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
        return only_note("No event is coded in this article." if coded else "Events are not coded in this case.")
    return Prose((paragraph(_by_status(case), _confirmed(case), *_apart(case)),))


def _by_status(case: Case) -> Markup:
    counts = dict(events_by_status(case)[["status", "n"]].itertuples(index=False))
    phrases = all_english("status", "after a number").items()
    parts = [f"{counted_word(counts[status])} {phrase}" for status, phrase in phrases if status in counts]
    text = f"The article mentions {times(len(case.events), 'event')}: {listed(parts)}"
    return claim(case, text, case.events.index)


def _confirmed(case: Case) -> Markup:
    kinds = case.events["confirmation"]
    party, independent = (kinds.index[kinds == kind] for kind in ("party", "independent"))
    if not len(party) + len(independent):
        return claim(case, "None is confirmed by a second source", kinds.index)
    parts = [*_by_party(len(party)), _by_others(len(independent))]
    return claim(case, "; ".join(parts), [*party, *independent])


def _by_party(number: int) -> list[str]:
    are = "is" if number == 1 else "are"
    return [f"{counted_word(number)} {are} confirmed by a party to it"] if number else []


def _by_others(number: int) -> str:
    known = counted_word(number) if number else "none"
    return f"{known} {'is' if number <= 1 else 'are'} confirmed by a source without a stake"


def _apart(case: Case) -> Iterator[Markup]:
    """The events that must not be taken for facts, named while they are few."""
    one, several = (all_english("status", use) for use in ("of one event", "of several events"))
    for status in filter(one.get, one):
        found = case.events[case.events["status"] == status]
        if 0 < len(found) <= _FEW:
            said = (one if len(found) == 1 else several)[status]
            yield claim(case, _named(case, found, said), found.index)


def _named(case: Case, events: pd.DataFrame, said: str) -> Markup:
    titles = listed([Markup("<em>{}</em>").format(typeset(title)) for title in events["title"]])
    reporters = actor_names(case, joined(events["reported_by"]))
    return Markup("{} {}").format(titles, said.format(reporters))
