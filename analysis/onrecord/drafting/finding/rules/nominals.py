"""Cues that are nouns (`fears that …`, `X’s claim that …`) or adjectives (`X is eager to …`)."""

from __future__ import annotations

from onrecord.drafting.finding.clause import Clause
from onrecord.drafting.finding.contents import clause_at, clause_end, embedded_end, phrase_at, phrase_end
from onrecord.drafting.finding.cues import FRAMES_OF_WORDS
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.phrases import noun_phrase_left
from onrecord.drafting.finding.rule import rule
from onrecord.drafting.finding.sentence import Words
from onrecord.drafting.finding.subjects import subject
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
    content, source = noun_complement(clause), holder(clause)
    free = clause.cue.cue_class == "concern"  # attributes though nobody is named
    return with_preposition(clause, content).found(source, content) if content and (source or free) else None


def with_preposition(clause: Clause, content: Range) -> Clause:
    """The clause with the preposition between cue and content in its cue; `that` is no part of one."""
    return clause.reaching(clause.end if clause.behind == THAT else content[0])


def noun_complement(clause: Clause) -> Range | None:
    """What is claimed or feared: a clause behind `that`, or a phrase behind one of the noun's prepositions."""
    s, start = clause.s, clause.end + 1
    end = end_of_complement(clause, start) if start <= s.last else start
    return (start, end) if end > start else None


def end_of_complement(clause: Clause, start: int) -> int:
    """Where the complement of the noun ends that starts at `start`, which is its end where there is none."""
    s = clause.s
    if takes_that(clause) and s.tags[start] not in FINITE:
        return embedded_end(s, start, clause_end(s, start))
    end = phrase_end(s, start) if s.low[clause.end] in clause.cue.prepositions else start
    return end - (s.tags[end - 1] == VERB)  # fears of an attack grow


def takes_that(clause: Clause) -> bool:
    """Whether `that` follows the cue, and a clause behind it may."""
    return clause.behind == THAT and clause.has("that")


def holder(clause: Clause) -> Range | None:
    """Who holds the claim or fear: a possessive before the noun."""
    s = clause.s
    j = skip_left(s.tags, clause.at, s.back(clause.at, WORDS_BEFORE_NOUN), BEFORE_NOUN) - 1
    if j >= s.first and s.tags[j] == POSSESSIVE:
        return j, j + 1
    return noun_phrase_left(s, j - 1) if j > s.first and is_owner(s, j) else None


def is_owner(s: Words, j: int) -> bool:
    """Whether the ’s of an owner stands at `j`."""
    return s.tags[j] == GENITIVE and s.tags[j - 1] in OWNER_END


@rule(frames=FRAMES_OF_WORDS | {"that", "inf"}, voices={"adjective"}, drafts="nothing", headlines=False)
def adjective_cue(clause: Clause) -> Found | None:
    """`X is eager to …`, `X is confident that …`, `X is opposed to …`."""
    content = adjective_complement(clause)
    source = subject_of_adjective(clause) if content else None
    return with_preposition(clause, content).found(source, content) if content and source else None


def adjective_complement(clause: Clause) -> Range | None:
    """What somebody is ready for or sure of: a clause, an infinitive, a phrase behind a preposition."""
    s, k = clause.s, clause.end
    if k >= s.last:
        return None
    if takes_that(clause):
        return clause_at(s, k + 1)
    if opens_complement(clause):
        return clause_at(s, k)
    return phrase_at(s, k + 1) if s.low[k] in clause.cue.prepositions else None


def opens_complement(clause: Clause) -> bool:
    """Whether the word behind the cue opens an infinitive, or a clause without `that`."""
    if clause.behind == TO:
        return clause.has("inf")
    return clause.behind in OPENS_BARE_CLAUSE and clause.has("that")


def subject_of_adjective(clause: Clause) -> Range | None:
    """The subject of the linking verb before the adjective; None where there is no such verb, or nobody meant."""
    s, start = clause.s, skip_left(clause.s.tags, clause.at, clause.s.first, VERB_GROUP)
    if BE not in s.tags[start : clause.at] and not is_linking(s, start - 1):
        return None
    source = subject(s, start - (s.tags[start - 1] == VERB))
    return source if source and not is_nobody(s, source[0]) else None


def is_linking(s: Words, i: int) -> bool:
    """Whether the word at `i` is a verb that links like `be`."""
    return i >= s.first and s.low[i] in LINKING


def is_nobody(s: Words, i: int) -> bool:
    """Whether a subject that starts at `i` is none that thinks: that, it, there."""
    return s.tags[i] == THAT or s.low[i] in NOBODY
