"""What a statement does (speech act), by its cue and by its content; never stronger than the words (rules SA1, SA3).

``lexicon/acts.csv`` gives, for each cue verb that makes statements,

    act        what it does by itself; `assert` where the content tells
    takes      what may be its content: clause, object, infinitive, addressee (`urges X to …`); hearer: it names to whom
               it speaks before the content (`told reporters that …`)
    certainty  how firm the cue leaves it, where it hedges (`suspects`)
    issue      what of its content makes an issue: a statement, a demand, the blame for something
    target     how it aims at somebody: accused, praised, addressed
"""

# ruff: noqa: SIM905
from __future__ import annotations

from functools import cache
from typing import NamedTuple

from onrecord.drafting.finding.attributions import Attribution
from onrecord.drafting.lexicon import entries
from onrecord.drafting.rows.clauses import Clause

CLAUSES = frozenset(
    (
        "bare_clause that_clause trailing_speech inverted_speech quote_after_cue as_reported wh_clause "
        "according_to name_and_colon"
    ).split()
)
TAKES = {
    "object_phrase": "object",
    "prepositional": "object",
    "infinitive": "infinitive",
    "addressee_clause": "addressee",
}
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


def lemma_of(item: Attribution) -> str:
    """The lemma under which the cue of an attribution is entered."""
    return item.lemma if item.rule != "according_to" else "according to"


def allowed(lemma: str, rule: str) -> bool:
    """Whether a cue found by this rule makes a statement."""
    takes = act_of(lemma).takes
    if rule == "addressee_clause":
        return not takes.isdisjoint(("addressee", "clause"))
    return TAKES.get(rule, "clause" if rule in CLAUSES else "") in takes


def speech_act(item: Attribution, found: Clause, own: bool, narrator_stance: str) -> str:
    """The first act of the codebook's order that fits surely; `own`: the content's subject is the speaker."""
    given = act_of(item.lemma).act
    if given != "assert":
        return given
    if found.time in ("future", "hypothetical"):
        return act_on_the_future(found, own)
    reported = found.event and item.rule in CLAUSES and narrator_stance in ("neutral", "endorses")
    return "report" if reported else "assert"


def act_on_the_future(found: Clause, own: bool) -> str:
    """What is said of one's own future binds; any other future is foreseen."""
    if not own or found.time != "future" or found.verb in POSSIBLE:
        return "predict"
    return "deny_intent" if found.negated else "announce"
