"""Who says what: the positions of the speakers side by side, in their statements."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.speakers import speaker_counts
from onrecord.wording.briefed_actor import statements_of
from onrecord.wording.claim import Prose, bullets, claim
from onrecord.wording.drafted import only_of_a_draft
from onrecord.wording.naming import counted_word
from onrecord.wording.reporting import reported, reported_again, speaker_name
from onrecord.wording.stances import self_stated

_SHOWN = 3  # statements told of one speaker


def who_says_what(case: Case) -> Prose:
    """One item a speaker, most statements first: what they say, those that carry a position before the others."""
    speakers = speaker_counts(case)["speaker"]
    if speakers.empty:
        none = "The article attributes no statement to anybody, so there are no positions to set side by side."
        return only_of_a_draft(case, "no statement with a source", none)
    return Prose((bullets(Markup(" ").join(_told(case, speaker)) for speaker in speakers),))


def _told(case: Case, speaker: str) -> Iterator[Markup]:
    statements = list(statements_of(case, speaker).index)
    shown = _chosen(case, statements)
    for number, statement in enumerate(shown):
        yield claim(case, _named_once(case, shown, number), [statement])
    if rest := [statement for statement in statements if statement not in shown]:
        are = "is" if len(rest) == 1 else "are"
        yield claim(case, f"{counted_word(len(rest))} more {are} in the quote sheet", rest)


def _chosen(case: Case, statements: list[str]) -> list[str]:
    """Those that carry a position before the others, as many as are shown; in text order."""
    carrying = {statement for found in self_stated(case)["evidence"] for statement in found}
    first = sorted(statements, key=lambda statement: statement not in carrying)[:_SHOWN]
    return [statement for statement in statements if statement in first]


def _named_once(case: Case, shown: list[str], number: int) -> Markup:
    """The speaker's name first; after it a person's last name or "It", while the level named stays the same."""
    same = number > 0 and speaker_name(case, shown[number]) == speaker_name(case, shown[number - 1])
    return reported_again(case, shown[number]) if same else reported(case, shown[number])
