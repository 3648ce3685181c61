"""What a statement does (speech act), by its cue and by its content; never stronger than the words (rules SA1, SA3).

``lexicon/acts.csv`` gives, for each cue verb that makes statements,

    act        what it does by itself; `assert` where the content tells
    takes      what may be its content: clause, object, infinitive, addressee (`urges X to …`); hearer: it names to whom
               it speaks before the content (`told reporters that …`)
    certainty  how firm the cue leaves it, where it hedges (`suspects`)
    issue      what of its content makes an issue: a statement, a demand, the blame for something
    target     how it aims at somebody: accused, praised, addressed
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from onrecord.drafting.lexicon import entries
from onrecord.drafting.rows.clauses import Clause
from onrecord.drafting.rows.placed import Placed

POSSIBLE = frozenset(["could", "may", "might"])


class Act(NamedTuple):
    """The entry of a cue verb; '' where a column says nothing."""

    act: str
    takes: frozenset[str] = frozenset()
    certainty: str = ""
    issue: str = ""
    target: str = ""


UNKNOWN = Act("assert")


@cache
def acts() -> dict[str, Act]:
    """Lemma → its entry."""
    return {
        row["lemma"]: Act(row["act"], frozenset(row["takes"].split()), row["certainty"], row["issue"], row["target"])
        for row in entries("acts")
    }


def act_of(lemma: str) -> Act:
    """The entry of a cue; one that takes no content for a cue that has none."""
    return acts().get(lemma, UNKNOWN)


def allowed(at: Placed) -> bool:
    """Whether the cue takes what its rule found as content, and so makes a statement."""
    takes = act_of(at.item.lemma).takes
    return at.drafts in takes or (at.drafts == "addressee" and "clause" in takes)


def speech_act(at: Placed, found: Clause, own: bool, narrator_stance: str) -> str:
    """The first act of the codebook's order that fits surely; `own`: the content's subject is the speaker."""
    given = act_of(at.item.lemma).act
    if given != "assert" and not is_told_of(at, found, own):
        return given
    if found.time in ("future", "hypothetical"):
        return act_on_the_future(found, own)
    reported = found.event and at.drafts == "clause" and narrator_stance in ("neutral", "endorses")
    return "report" if reported else "assert"


def is_told_of(at: Placed, found: Clause, own: bool) -> bool:
    """Whether `announced that` tells what is or was with others, and so of no plan: `announced the mayor had left`."""
    announced = at.item.lemma in ("announce", "unveil", "disclose") and at.drafts == "clause"
    return announced and not own and found.time in ("past", "present")


def act_on_the_future(found: Clause, own: bool) -> str:
    """What is said of one's own future binds; any other future is foreseen."""
    if not own or found.time != "future" or found.verb in POSSIBLE:
        return "predict"
    return "deny_intent" if found.negated else "announce"
