"""What this source leaves open on the actor."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.draft import is_draft
from onrecord.wording.actors import actor_name, again, agree
from onrecord.wording.briefed_actor import UNNAMED, rows_on, statements_of
from onrecord.wording.claim import Prose, bullets, claim, note, only_note
from onrecord.wording.drafted import seen_only
from onrecord.wording.events import taking_part
from onrecord.wording.naming import counted_word, times
from onrecord.wording.stances import self_stated


def gaps(case: Case, actor: str) -> Prose:
    """A list of what the coding shows to be missing; a note where that is nothing more, or no row names the actor.

    Of a draft that this is not known from it, and where it saw more.
    """
    if is_draft(case):
        unknown = f"What the article leaves open on {actor_name(case, actor)} is not known from a draft."
        return Prose((note(Markup("{} {}").format(unknown, seen_only(case))),))
    if not rows_on(case, actor):
        return only_note(UNNAMED.format(actor_name(case, actor)))
    found = [
        claim(case, text, rows_on(case, actor))
        for text in (*_unheard(case, actor), *_without_position(case, actor), *_without_event(case, actor))
    ]
    return Prose((bullets(found) if found else note("None beyond those that the sections above show."),))


def _unheard(case: Case, actor: str) -> Iterator[str]:
    own, name = statements_of(case, actor), actor_name(case, actor)
    if own.empty:
        does, they = agree(case, [actor], "does", "do"), agree(case, [actor], "it", "they")
        yield f"{name} {does} not speak in this source; what {they} would say is not known from it"
    elif own["quote_type"].eq("none").all():
        yield f"No words of {name} stand in quote marks; all are the article’s paraphrase"


def _without_position(case: Case, actor: str) -> Iterator[str]:
    stated = self_stated(case)[lambda frame: frame["actor"] == actor]["issue"].nunique()
    left = len(case.issues) - stated
    if stated and left:
        states = agree(case, [actor], "states", "state")
        on = f"{counted_word(left)} of the {times(len(case.issues), 'issue')} coded in this article"
        yield f"{again(case, actor)} {states} no position on {on}"


def _without_event(case: Case, actor: str) -> Iterator[str]:
    if not case.events.empty and not taking_part(case, actor):
        yield f"{actor_name(case, actor)} {agree(case, [actor], 'takes', 'take')} part in no coded event"
