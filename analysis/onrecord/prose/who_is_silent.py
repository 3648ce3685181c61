"""The speakers of the article that state no position on the issue."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import attributed
from onrecord.measures.draft import is_draft
from onrecord.wording.actors import actor_name, actor_names, agree
from onrecord.wording.claim import Prose, claim, only_note, paragraph
from onrecord.wording.drafted import statements_drafted
from onrecord.wording.stances import self_stated


def who_is_silent(case: Case, issue: str) -> Prose:
    """Who speaks and states none, and with which holder they are counted; a note where every speaker states one.

    Of a draft that this is not known from it.
    """
    if is_draft(case):
        unknown = "Who is silent on it is not known from a draft."
        return only_note(Markup("{} {}").format(unknown, statements_drafted(case)))
    held = list(dict.fromkeys(self_stated(case)[lambda frame: frame["issue"] == issue]["actor"]))
    silent = [actor for actor in dict.fromkeys(attributed(case)["speaker"]) if actor not in held]
    if not silent:
        return only_note("Every speaker of the article states a position on it.")
    return Prose((paragraph(_silent(case, silent), *_counted_with_holders(case, silent, held)),))


def _silent(case: Case, silent: list[str]) -> Markup:
    speak, state = agree(case, silent, "speaks", "speak"), agree(case, silent, "states", "state")
    no_position = f"{state} no position on this proposition; silence is not neutrality"
    text = f"{actor_names(case, silent)} {speak} in this article but {no_position}"
    return claim(case, text, _statements_of(case, silent))


def _statements_of(case: Case, actors: list[str]) -> list[str]:
    statements = attributed(case)
    return list(statements.index[statements["speaker"].isin(actors)])


def _counted_with_holders(case: Case, silent: list[str], held: list[str]) -> Iterator[Markup]:
    """That a silent actor belongs with one that states a position is said, not left to be known."""
    for holder in held:
        if under := [actor for actor in silent if case.root(actor) == case.root(holder)]:
            yield claim(case, _belonging(case, under, holder), _statements_of(case, [*under, holder]))


def _belonging(case: Case, under: list[str], holder: str) -> str:
    are, does = agree(case, under, "is", "are"), agree(case, [holder], "does", "do")
    return f"{actor_names(case, under)} {are} counted with {actor_name(case, holder)}, which {does}"
