"""What follows a cue in its own clause: a clause, an infinitive, an object, a phrase after a preposition."""

# ruff: noqa: SIM905
from __future__ import annotations

from onrecord.drafting.finding.boundaries import skip_adverbs, subordinate
from onrecord.drafting.finding.clause import Clause, source_of
from onrecord.drafting.finding.contents import clause_end, phrase_end, without_insertions
from onrecord.drafting.finding.cues import FRAMES_OF_WORDS
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.phrases import NEAR, PERIODS
from onrecord.drafting.finding.rule import rule
from onrecord.drafting.reading.tags import (
    ADVERB,
    AMOUNT,
    AND,
    ARTICLE,
    AUXILIARY,
    BRACKET,
    BUT,
    CIRCUMSTANCE,
    COMMA,
    COMPLEMENTIZER,
    DETERMINER,
    FINITE,
    GENITIVE,
    LINKED_NOMINAL,
    NAME,
    OPEN,
    PARTICIPLE,
    PAUSE,
    PREPOSITION,
    PRONOUN,
    QUANTIFIER,
    REFERRING,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    VERB,
    WH,
    skip,
)

NEARER = frozenset("last this next ago earlier later before previous following same late early".split())
LENGTHS = frozenset("the a an few several couple of hour hours day days weeks months years minutes".split())
TIME_WORDS = NEARER | PERIODS | LENGTHS
WH_WORDS = frozenset(["if", "who", "which", "when", "where"])
BEFORE_THAT = 14  # tokens between a cue and its `that`, at most
FOLLOWED = frozenset({"active", "participle"})  # the voices of verbs that what follows belongs to

TIMING = AMOUNT | {TIME, ADVERB}
BEFORE_ANY_THAT = CIRCUMSTANCE | {TO, COMMA}  # what may stand between any cue and its `that`
ENDS_BEFORE_THAT = FINITE | (PAUSE - {COMMA}) | {THAT, RELATIVE, SUBORDINATOR, BUT, OPEN}
CLAUSE_OPENER = REFERRING | CIRCUMSTANCE | {WH, OPEN, PARTICIPLE, SUBORDINATOR, BRACKET}
PREDICATE_OPENER = FINITE | {ADVERB}
DOUBTFUL_OPENER = frozenset({PREPOSITION, PARTICIPLE, BRACKET})  # a clause only where a finite verb follows
BEFORE_VERB = frozenset({PRONOUN, NAME})
ADDRESSEE = (LINKED_NOMINAL - {QUANTIFIER}) | {PREPOSITION}
BEHIND_ADDRESSEE = frozenset({ADVERB, TIME})
SURE_CLAUSE_OPENER = frozenset({PRONOUN, TO, THAT, WH, OPEN})
POSSIBLE_CLAUSE_OPENER = frozenset({PREPOSITION, DETERMINER})
NO_INFINITIVE = ARTICLE | {NAME, PRONOUN}  # `to` before them is a preposition
OBJECT_OPENER = REFERRING | {PARTICIPLE, OPEN}


@rule(frames={"say", "clause", "tell", "that", "that_only"}, voices=FOLLOWED, drafts="clause", headlines=True)
def that_clause(clause: Clause) -> Found | None:
    """`X said on Friday that …`, `X told reporters that …`: a clause behind `that`."""
    t, that = clause.t, that_behind(clause)
    if that is None or not may_stand_before(clause, that):
        return None
    start = that + 1 + (t.tags[that + 1] == COMMA)
    end = clause_end(t, start, clause.last)
    return complement(clause, start, end) if end > start + 1 else None


def that_behind(clause: Clause) -> int | None:
    """Where the `that` of the cue stands, if it has one."""
    tags, k = clause.t.tags, clause.end
    end = min(clause.last - 1, k + BEFORE_THAT)
    inserted = tags[k] == COMMA  # said, however, that
    if inserted:
        k = max(k, tags.find(COMMA + THAT, k + 1, k + 6) + 1)
    k = next((p for p in range(k, end) if tags[p] in ENDS_BEFORE_THAT), end)
    return k if k < end and tags[k] == THAT and (inserted or tags[k - 1] != COMMA) else None


def may_stand_before(clause: Clause, that: int) -> bool:
    """Whether what stands between cue and `that` leaves them together: nobody, an addressee, a time or place."""
    circumstance = that == clause.end or clause.t.tags[clause.end] in BEFORE_ANY_THAT
    return circumstance or clause.has("tell") or is_when(clause, that)


def is_when(clause: Clause, end: int) -> bool:
    """Whether all that stands between cue and `end` tells a time: `last week`, `two days ago`, `the previous day`."""
    t, between = clause.t, range(clause.end, end)
    if t.tags[end + 1] in FINITE or NEARER.isdisjoint(t.low[clause.end : end]):
        return False
    return all(t.low[k] in TIME_WORDS or t.tags[k] in TIMING for k in between)


@rule(frames={"say", "clause"}, voices=FOLLOWED, drafts="clause", headlines=True)
def bare_clause(clause: Clause) -> Found | None:
    """`X said Y has …`, `X believes Y is …`: a clause without `that`."""
    k = past_circumstance(clause)
    if k >= clause.last or not can_open_clause(clause, k):
        return None
    sure = clause.has("say") and clause.t.tags[k] not in DOUBTFUL_OPENER
    return complement(clause, k, clause_end(clause.t, k, clause.last)) if sure or is_clause(clause, k) else None


def past_circumstance(clause: Clause) -> int:
    """Token behind time, place and medium between cue and complement: `said on Thursday that`."""
    tags, k = clause.t.tags, clause.end
    while k < clause.last:
        if tags[k] == ADVERB or (tags[k] == TIME and tags[k + 1] != GENITIVE):
            k += 1
        elif tags[k] == PREPOSITION and tags[k + 1] == TIME:
            k += 2
        else:
            break
    return k


def can_open_clause(clause: Clause, k: int) -> bool:
    """Whether a clause without `that` can start at `k`; `that` is a pronoun there, a preposition has one behind it."""
    tags = clause.t.tags
    if tags[k] == THAT:
        return tags[k + 1] in PREDICATE_OPENER
    return tags[k] in CLAUSE_OPENER and (tags[k] != PREPOSITION or PRONOUN in tags[k : k + 12])


def is_clause(clause: Clause, k: int) -> bool:
    """Whether a finite verb follows a noun phrase at `k` before any mark."""
    tags = clause.t.tags
    for p in range(k, min(clause.last, k + 25)):
        if tags[p] in PAUSE or tags[p] in COMPLEMENTIZER or (tags[p] == VERB and tags[p - 1] == AND):
            return False
        if p > k and (tags[p] in AUXILIARY or (tags[p] == VERB and tags[p - 1] in BEFORE_VERB)):
            return True
    return False


@rule(frames={"tell"}, voices=FOLLOWED, drafts="addressee", headlines=False)
def addressee_clause(clause: Clause) -> Found | None:
    """`X told Y he would …`: an addressee, then a clause without `that`."""
    t, k = clause.t, behind_addressee(clause)
    not_to = t.low[k] == "not" and t.tags[k + 1] == TO
    if not not_to and (not clause.end < k < clause.last or not opens_told_clause(clause, k)):
        return None
    return complement(clause, k, clause_end(t, k, clause.last))


def behind_addressee(clause: Clause) -> int:
    """Token behind the addressee, and the adverbs and times behind it; `not` stays with the infinitive."""
    t, last = clause.t, clause.last
    if t.tags[clause.end] == PRONOUN and clause.end + 1 < last:
        k = clause.end + 1
    else:
        k = skip(t.tags, clause.end, min(last, clause.end + NEAR), ADDRESSEE)
    while k < last and t.tags[k] in BEHIND_ADDRESSEE and t.low[k] != "not":
        k += 1
    return k


def opens_told_clause(clause: Clause, k: int) -> bool:
    """Whether what is told starts at `k`."""
    tag = clause.t.tags[k]
    return tag in SURE_CLAUSE_OPENER or (tag in POSSIBLE_CLAUSE_OPENER and is_clause(clause, k))


@rule(frames={"inf"}, voices=FOLLOWED, drafts="infinitive", headlines=False)
def infinitive(clause: Clause) -> Found | None:
    """`X vowed to …`, `X plans to …`."""
    t, k = clause.t, skip_adverbs(clause.t.tags, clause.end)
    if t.tags[k] != TO or t.tags[k + 1] in NO_INFINITIVE:
        return None
    k -= t.low[k - 1] == "not"
    return complement(clause, k, clause_end(t, k, clause.last))


@rule(frames={"wh", "say", "obj", "clause"}, voices=FOLLOWED, drafts="clause", headlines=False)
def wh_clause(clause: Clause) -> Found | None:
    """`X asked whether …`, `X knows what …`."""
    t, k = clause.t, clause.end
    if t.tags[k] != WH and t.low[k] not in WH_WORDS:
        return None
    return complement(clause, k, clause_end(t, k, clause.last))


@rule(frames=FRAMES_OF_WORDS, voices=FOLLOWED, drafts="object", headlines=False)
def prepositional(clause: Clause) -> Found | None:
    """`X called for …`, `X spoke about …`."""
    t, k = clause.t, skip_adverbs(clause.t.tags, clause.end)
    if k >= clause.last or t.low[k] not in clause.cue.frames & FRAMES_OF_WORDS:
        return None
    found = complement(clause, k + 1, phrase_end(t, k + 1, clause.last))
    cue = ((clause.at, k + 1),) if k == clause.end else ((clause.at, clause.end), (k, k + 1))
    return found._replace(cue=cue) if found else None


@rule(frames={"obj"}, voices=FOLLOWED, drafts="object", headlines=False)
def object_phrase(clause: Clause) -> Found | None:
    """`X backs …`, `X criticised …`, `X accused Y of …`: a noun phrase, and no clause where the cue takes one."""
    t, k = clause.t, skip_adverbs(clause.t.tags, clause.end)
    if k >= clause.last or t.tags[k] not in OBJECT_OPENER or (clause.has("clause") and is_clause(clause, k)):
        return None
    return complement(clause, k, phrase_end(t, k, clause.last))


def complement(clause: Clause, start: int, end: int) -> Found | None:
    """What is found where [start, end) is the content; a clause behind `While X says` ends at its comma."""
    t = clause.t
    if subordinate(t, clause.first, clause.at):
        comma = t.tags.find(COMMA, start, end)
        end = comma if comma > 0 else end
    source = source_of(clause) if end > start else None
    if not source or source[0] >= start:
        return None
    return clause.found(source, *without_insertions(t, start, end))
