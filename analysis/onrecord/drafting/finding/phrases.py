"""Phrases around a cue, found in the string of tags: verb groups, subjects, noun phrases.

All positions are token indices; every search is bounded, so that a sentence of any length costs linear time.
"""

from __future__ import annotations

from onrecord.drafting.finding.sentence import Words
from onrecord.drafting.reading.tags import (
    ADVERB,
    AMOUNT,
    AND,
    ARTICLE,
    AUXILIARY,
    BRACKET,
    CIRCUMSTANCE,
    CLOSING_BRACKET,
    CONJUNCTION,
    DETERMINER,
    HEAD,
    LINKED_NOMINAL,
    NAME,
    OF,
    OTHER,
    PARTICIPLE,
    PHRASE_END,
    PREPOSED,
    PREPOSITION,
    PRONOUN,
    QUANTIFIER,
    SMALL_CLAUSE,
    TIME,
    TO,
    VERB,
    skip,
    skip_left,
)
from onrecord.drafting.reading.tokens import Range

# nouns of those who are something to somebody: the ambassador to Japan
SENT_TO = frozenset(
    "ambassador ambassadors envoy envoys delegate delegates delegation representative representatives emissary "  # noqa: SIM905
    "adviser advisers advisor advisors aide aides assistant deputy secretary counsel counsellor counselor consultant "
    "consul observer observers liaison nuncio witness witnesses heir successor neighbour visitor visitors mission "
    "candidate contributor spokesman spokeswoman spokesperson commissioner legate attaché missionary".split()
)
NEAR = 40  # tokens that a subject may be long
ROUGHLY = frozenset(["about", "around", "over", "near"])  # before a number no prepositions

IN_SUBJECT = LINKED_NOMINAL | CIRCUMSTANCE | {PARTICIPLE, VERB, PRONOUN, OTHER}
CUT_BEFORE_SUBJECT = CONJUNCTION | {ADVERB, TIME, OTHER}  # stand before a subject, and are no part of it
HAS_SUBJECT = HEAD | AMOUNT | {PRONOUN, DETERMINER, PARTICIPLE}
VERBLESS = IN_SUBJECT - SMALL_CLAUSE
BARS_JOINING = AUXILIARY | {TO}
REDUCED = CIRCUMSTANCE | {OF, TO}  # behind a participle without auxiliary: the man seen in …
IN_NOUN_PHRASE = LINKED_NOMINAL | {TIME, PRONOUN}
JOINED_PHRASE = ARTICLE | {NAME, QUANTIFIER}  # behind `and`: a noun phrase as a whole
DANGLING = ARTICLE | {TIME, OF, AND}  # ends no noun phrase


def noun_phrase_left(s: Words, j: int) -> Range | None:
    """The noun phrase, with its prepositional phrases, that ends at `j`."""
    a = start_of_phrase(s.tags, s.back(j, NEAR), j)
    if a < j and opens_phrase_of_its_own(s, a):
        a = last_simple(s.tags, a, j)
    if a - 2 >= s.first and s.tags[a - 1] == TO and s.low[a - 2] in SENT_TO:
        a = (noun_phrase_left(s, a - 2) or (a, a))[0]
    return None if HAS_SUBJECT.isdisjoint(s.tags[a : j + 1]) else (a, j + 1)


def start_of_phrase(tags: str, low: int, j: int) -> int:
    """Where the noun phrase that ends at `j` starts: behind a verb, an adverb, a conjunction."""
    a = after_verb(tags, leftmost(tags, low, j), j + 1)
    return skip(tags, a, j + 1, CUT_BEFORE_SUBJECT)


def opens_phrase_of_its_own(s: Words, a: int) -> bool:
    """Whether a preposition stands at `a`, and none of those that belong to a number (about 20)."""
    return s.tags[a] == PREPOSITION and not (s.tags[a + 1] in AMOUNT and s.low[a] in ROUGHLY)


def leftmost(tags: str, low: int, j: int) -> int:
    """Where the words start that can belong to the noun phrase that ends at `j`; brackets are passed over."""
    a = j
    while a >= low and (tags[a] == CLOSING_BRACKET or goes_on_left(tags, low, a, j)):
        opened = tags.rfind(BRACKET, low, a) if tags[a] == CLOSING_BRACKET else a
        if opened < 0:
            break
        a = opened - 1
    return a + 1


def goes_on_left(tags: str, low: int, a: int, j: int) -> bool:
    """Whether the word at `a` can belong to the noun phrase that ends at `j`; a pronoun only ends one."""
    if tags[a] == AND:
        return joins_nouns(tags, low, a)
    return tags[a] in IN_SUBJECT and (tags[a] != PRONOUN or a == j)


def joins_nouns(tags: str, low: int, c: int) -> bool:
    """Whether the conjunction at `c` joins two noun phrases of one subject: no verb in the clause before it."""
    if c <= low or tags[c - 1] not in PHRASE_END:
        return False
    a = skip_left(tags, c, low, VERBLESS) - 1
    if a >= low and tags[a] in SMALL_CLAUSE:
        return tags[a] == PRONOUN and a == c - 1
    return a < low or tags[a] not in BARS_JOINING


def after_verb(tags: str, a: int, end: int) -> int:
    """Start of the phrase behind the last finite verb between `a` and `end`; reduced relatives stay in."""
    p = max(tags.rfind(VERB, a, end), tags.rfind(PRONOUN, a, end - 1))
    if p < 0 or p + 1 >= end:
        return a
    return a if tags[p] == VERB and p > a and tags[p + 1] in REDUCED else p + 1


def last_simple(tags: str, a: int, j: int) -> int:
    """Start of the last simple noun phrase of the range: behind its last preposition that is not `of`."""
    start = max(a, tags.rfind(PREPOSITION, a, j) + 1)
    d = max(tags.rfind(article, start, j + 1) for article in ARTICLE)
    return d if d > start and tags[d - 1] not in PREPOSED else start


def noun_phrase_right(s: Words, i: int) -> int:
    """End (exclusive) of the noun phrase that starts at `i`, with `of`- and other short prepositional phrases."""
    tags, k, end = s.tags, i, s.ahead(i, NEAR)
    while k < end and (tags[k] == BRACKET or goes_on_right(tags, i, k)):
        closed = tags.find(CLOSING_BRACKET, k, end) if tags[k] == BRACKET else k
        if closed < 0:
            break
        k = closed + 1
    return skip_left(tags, k, i, DANGLING)


def goes_on_right(tags: str, i: int, k: int) -> bool:
    """Whether the word at `k` belongs to the noun phrase that starts at `i`."""
    if tags[k] == AND:
        return tags[k + 1] in JOINED_PHRASE
    return tags[k] in IN_NOUN_PHRASE or (tags[k] == PARTICIPLE and k > i)
