"""The speakers of the article that state no position on the issue."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import attributed
from onrecord.measures.draft import is_draft
from onrecord.wording.actors import actor_name, actor_names, again, agree
from onrecord.wording.claim import Prose, absent, claim, paragraph
from onrecord.wording.introducing import introduced
from onrecord.wording.naming import listed
from onrecord.wording.stances import self_stated


def who_is_silent(case: Case, issue: str) -> Prose:
    """Who speaks and states none, and with which holder they are counted; nothing where every speaker states one.

    Of a draft that this is not known from it.
    """
    if is_draft(case):
        return absent("Who is silent on it is not known from a draft.")
    held = list(dict.fromkeys(self_stated(case)[lambda frame: frame["issue"] == issue]["actor"]))
    silent = [actor for actor in dict.fromkeys(attributed(case)["speaker"]) if actor not in held]
    if not silent:
        return absent("Every speaker of the article states a position on it.")
    return Prose((paragraph(_silent(case, silent), *_counted_with_holders(case, silent, held)),))


def _silent(case: Case, silent: list[str]) -> Markup:
    speak, state = agree(case, silent, "speaks", "speak"), agree(case, silent, "states", "state")
    names = listed([introduced(case, actor) for actor in silent])
    text = Markup("{} {} in this article and {} no position on it").format(names, speak, state)
    return claim(case, text, _firsts_of(case, silent))


def _firsts_of(case: Case, actors: list[str]) -> list[str]:
    """The first statement of each: that somebody speaks takes no more to show."""
    statements = attributed(case)[lambda frame: frame["speaker"].isin(actors)]
    return list(statements.index[~statements["speaker"].duplicated()])


def _counted_with_holders(case: Case, silent: list[str], held: list[str]) -> Iterator[Markup]:
    """That silent actors belong with one that states a position is said, not left to be known: once a root."""
    by_root: dict[str, list[str]] = {}
    for holder in held:
        by_root.setdefault(case.root(holder), []).append(holder)
    for root, holders in by_root.items():
        if under := [actor for actor in silent if case.root(actor) == root]:
            yield claim(case, _belonging(case, under, holders, root), _firsts_of(case, [*under, *holders]))


def _belonging(case: Case, under: list[str], holders: list[str], root: str) -> str:
    """ "Lukashenko is counted with Belarus, which does", "the ministry, which is counted with Belarus, does"."""
    others = [holder for holder in holders if holder != root]
    are = agree(case, under, "is", "are")
    if root in holders:
        return f"{_again(case, under)} {are} counted with {actor_name(case, root)}, which {_do(case, [root])}"
    beside = " too" if root not in under else ""
    who = "who" if {*case.actors.loc[others, "type"]} == {"person"} else "which"
    counted = f"{who} {agree(case, others, 'is', 'are')} counted with {actor_name(case, root)}{beside}"
    return f"{actor_names(case, others)}, {counted}, {_do(case, others)}"


def _again(case: Case, actors: list[str]) -> str:
    """Their names in the sentence after the one that introduced them."""
    last = {one: again(case, one) for one in actors if case.actors.at[one, "type"] == "person"}
    return listed([last.get(one) or actor_name(case, one) for one in actors])


def _do(case: Case, actors: list[str]) -> str:
    return agree(case, actors, "does", "do")
