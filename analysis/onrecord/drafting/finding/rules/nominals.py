"""Cues that are nouns (`fears that …`, `X’s claim that …`) or adjectives (`X is ready to …`)."""

from __future__ import annotations

from onrecord.drafting.finding.clause import Clause
from onrecord.drafting.finding.contents import clause_end, embedded_end, phrase_end
from onrecord.drafting.finding.cues import FRAMES_OF_WORDS
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.phrases import noun_phrase_left, subject
from onrecord.drafting.finding.rule import rule
from onrecord.drafting.reading.tags import (
    ADJECTIVE,
    ADVERB,
    BE,
    CLOSING_BRACKET,
    DETERMINER,
    FINITE,
    GENITIVE,
    HEAD,
    NOUN,
    NUMBER,
    POSSESSIVE,
    PRONOUN,
    THAT,
    TIME,
    TO,
    VERB,
    VERB_GROUP,
    skip_left,
)
from onrecord.drafting.reading.tokens import Range

LINKING = frozenset(
    "feel feels felt seem seems seemed remain remains remained sound sounds sounded become".split()  # noqa: SIM905
)
NOBODY = frozenset(["it", "there"])
BEFORE_NOUN = frozenset({ADJECTIVE, ADVERB, NOUN, NUMBER, VERB})  # between a possessive and its noun
WORDS_BEFORE_NOUN = 4
OWNER_END = HEAD | {TIME, NUMBER, CLOSING_BRACKET}
OPENS_BARE_CLAUSE = frozenset({PRONOUN, DETERMINER})


@rule(frames=FRAMES_OF_WORDS | {"that"}, voices={"noun"}, drafts="concern", headlines=True)
def noun_cue(clause: Clause) -> Found | None:
    """`fears that …`, `X's claim that …`, `support for …`, `his opposition to …`."""
    content, that = noun_complement(clause), clause.t.tags[clause.end] == THAT
    source = holder(clause)
    if not content or not (source or that or clause.cue.cue_class == "concern"):
        return None
    return clause.reaching(clause.end if that else content[0]).found(source, content)


def noun_complement(clause: Clause) -> Range | None:
    """What is claimed or feared: a clause behind `that`, or a phrase behind one of the noun's prepositions."""
    t, k = clause.t, clause.end
    if k >= clause.last:
        return None
    if t.tags[k] == THAT and clause.has("that") and t.tags[k + 1] not in FINITE:
        end = embedded_end(t, k + 1, clause_end(t, k + 1, clause.last))
    elif t.low[k] in clause.cue.frames & FRAMES_OF_WORDS:
        end = phrase_end(t, k + 1, clause.last)
        end -= t.tags[end - 1] == VERB  # fears of an attack grow
    else:
        return None
    return (k + 1, end) if end > k + 1 else None


def holder(clause: Clause) -> Range | None:
    """Who holds the claim or fear: a possessive before the noun."""
    t, first = clause.t, clause.first
    low = max(first, clause.at - WORDS_BEFORE_NOUN)
    j = skip_left(t.tags, clause.at, low, BEFORE_NOUN) - 1
    if j < first:
        return None
    if t.tags[j] == POSSESSIVE:
        return j, j + 1
    owned = t.tags[j] == GENITIVE and j > first and t.tags[j - 1] in OWNER_END
    return noun_phrase_left(t, first, j - 1) if owned else None


@rule(frames=FRAMES_OF_WORDS | {"that", "inf"}, voices={"adjective"}, drafts="nothing", headlines=False)
def adjective_cue(clause: Clause) -> Found | None:
    """`X is ready to …`, `X is confident that …`, `X is opposed to …`."""
    t, content = clause.t, adjective_complement(clause)
    source = subject_of_adjective(clause) if content else None
    if not content or not source:
        return None
    behind = clause.end if t.tags[clause.end] == THAT else content[0]
    return clause.reaching(behind).found(source, content)


def adjective_complement(clause: Clause) -> Range | None:
    """What somebody is ready for or sure of: a clause, an infinitive, a phrase behind a preposition."""
    t, k, last = clause.t, clause.end, clause.last
    if k >= last:
        return None
    if t.tags[k] == THAT and clause.has("that"):
        start, end = k + 1, clause_end(t, k + 1, last)
    elif t.tags[k] == TO and clause.has("inf"):
        start, end = k, clause_end(t, k, last)
    elif t.low[k] in clause.cue.frames & FRAMES_OF_WORDS:
        start, end = k + 1, phrase_end(t, k + 1, last)
    elif t.tags[k] in OPENS_BARE_CLAUSE and clause.has("that"):
        start, end = k, clause_end(t, k, last)
    else:
        return None
    return (start, end) if end > start else None


def subject_of_adjective(clause: Clause) -> Range | None:
    """The subject of the linking verb before the adjective; None where there is no such verb, or nobody meant."""
    t, first = clause.t, clause.first
    start = skip_left(t.tags, clause.at, first, VERB_GROUP)
    if BE not in t.tags[start : clause.at] and not (start > first and t.low[start - 1] in LINKING):
        return None
    source = subject(t, first, start - (t.tags[start - 1] == VERB))
    return None if not source or t.tags[source[0]] == THAT or t.low[source[0]] in NOBODY else source
