"""The actor in short: whether and how often it speaks, as what, through whom, and what this source does not give."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import attributed
from onrecord.measures.draft import is_draft
from onrecord.measures.frames import joined
from onrecord.measures.tally import tally
from onrecord.wording.actors import actor_name, actor_names, again, agree, is_plural
from onrecord.wording.briefed_actor import UNNAMED, naming, rows_on, statements_of
from onrecord.wording.claim import Prose, claim, only_note, paragraph
from onrecord.wording.english import english
from onrecord.wording.introducing import introduced
from onrecord.wording.naming import counted_word, listed, times


def in_short(case: Case, actor: str) -> Prose:
    """One paragraph: what it is counted with, how often it speaks and as what, through whom, and what is missing.

    A note where no row of the coding names it.
    """
    if not rows_on(case, actor):
        return only_note(UNNAMED.format(actor_name(case, actor)))
    own = statements_of(case, actor)
    found = _drafted(case, actor, own) if is_draft(case) else _heard(case, actor, own)
    return Prose((paragraph(*found),))


def _heard(case: Case, actor: str, own: pd.DataFrame) -> Iterator[Markup]:
    yield _speaks(case, actor, own) if len(own) else _silent(case, actor)
    yield from (*_second_hand(case, actor, own), *_unquoted(case, actor, own), *_parts_heard(case, actor))


def _drafted(case: Case, actor: str, own: pd.DataFrame) -> Iterator[Markup]:
    """What the draft has coded of the actor's; how specific it is as a source, a draft does not know."""
    name = introduced(case, actor) + _counted_with(case, actor)
    coded = f"The draft has coded {times(len(own), 'statement')}"
    yield claim(
        case, Markup("{} of {}, and drafts miss some").format(coded, name.removesuffix(",")), rows_on(case, actor)
    )
    yield from (*_parts_heard(case, actor), *_second_hand(case, actor, own))


def _speaks(case: Case, actor: str, own: pd.DataFrame) -> Markup:
    makes, total = agree(case, [actor], "makes", "make"), len(attributed(case))
    lead = Markup("{}{}").format(introduced(case, actor), _counted_with(case, actor))
    number = f"{makes} {counted_word(len(own))} of the {times(total, 'attributed statement')}"
    return claim(case, Markup("{} {}{}").format(lead, number, _as_what(own)), own.index)


def _as_what(own: pd.DataFrame) -> str:
    """ ", as a named institution", ": two as a named person and one as a document": most first."""
    kinds = tally(own, "speaker_kind").sort_values("n", ascending=False, kind="stable")
    numbers = [(number, english("speaker_kind", kind)) for kind, number, _ in kinds.itertuples(index=False)]
    if len(numbers) == 1:
        return f", {'all ' if len(own) > 1 else ''}as {numbers[0][1]}"
    return ": " + listed([f"{counted_word(number)} as {kind}" for number, kind in numbers])


def _silent(case: Case, actor: str) -> Markup:
    does, it = agree(case, [actor], "does", "do"), agree(case, [actor], "it", "they")
    name = f"{actor_name(case, actor)}{_counted_with(case, actor)}"
    text = f"{name} {does} not speak in this source, and what {it} would say is not known from it"
    return claim(case, text, naming(case, actor)[:1])


def _unquoted(case: Case, actor: str, own: pd.DataFrame) -> Iterator[Markup]:
    """That no words of a speaker stand in quote marks."""
    if len(own) and own["quote_type"].eq("none").all():
        its = agree(case, [actor], "its", "their") if case.actors.at[actor, "type"] != "person" else "the speaker’s"
        yield claim(case, f"None of {its} words stands in quote marks: all are the article’s paraphrase", own.index)


def _counted_with(case: Case, actor: str) -> str:
    """ ", counted with Belarus,": the actor that this one is under, "" where it is under none."""
    above = _above(case, actor)
    return f", counted with {actor_name(case, above[0])}," if above else ""


def _parts_heard(case: Case, actor: str) -> Iterator[Markup]:
    """The actors under this one that are heard."""
    parts = [one for one in dict.fromkeys(attributed(case)["speaker"]) if one != actor and actor in _above(case, one)]
    if parts:
        yield _heard_under(case, actor, parts)


def _heard_under(case: Case, actor: str, parts: list[str]) -> Markup:
    them, are = "them" if is_plural(case, actor) else "it", agree(case, parts, "is", "are")
    speak = agree(case, parts, "speaks", "speak")
    rows = attributed(case)[lambda frame: frame["speaker"].isin(parts)].index
    return claim(case, f"{actor_names(case, parts)} {are} counted with {them} and {speak} here", rows)


def _above(case: Case, actor: str) -> list[str]:
    """The actor's parent, its parent, and so on to the root."""
    found = []
    while not pd.isna(actor := case.actors.at[actor, "parent"]):
        found.append(actor)
    return found


def _second_hand(case: Case, actor: str, own: pd.DataFrame) -> Iterator[Markup]:
    """Through whom the actor's words reach the article, where not straight."""
    relayed = own[own["source_chain"].map(len) > 2]
    if len(relayed):
        what = _what_reaches(case, actor, len(relayed), len(own))
        yield claim(case, f"{what} the article{_infers(relayed)} through {_between(case, relayed)}", relayed.index)


def _infers(relayed: pd.DataFrame) -> str:
    inferred = any("nested_source_inferred" in flags for flags in relayed["flags"])
    return ", as the coder infers," if inferred else ""


def _between(case: Case, relayed: pd.DataFrame) -> str:
    return actor_names(case, joined(chain[1:-1] for chain in relayed["source_chain"]))


def _what_reaches(case: Case, actor: str, relayed: int, total: int) -> str:
    if relayed == total and not is_draft(case):
        return f"What {again(case, actor)} {agree(case, [actor], 'says', 'say')} reaches"
    return f"{counted_word(relayed)} of these {'reaches' if relayed == 1 else 'reach'}"
