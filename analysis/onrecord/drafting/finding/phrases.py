"""Phrases around a cue, found in the string of tags: verb groups, subjects, noun phrases.

All positions are token indices; every search is bounded, so that a sentence of any length costs linear time.
"""

from __future__ import annotations

from onrecord.drafting.reading.tags import (
    ADJECTIVE,
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
    FINITE,
    GENITIVE,
    HEAD,
    INSERTING,
    LINKED_NOMINAL,
    NAME,
    NOMINAL,
    OF,
    OTHER,
    PARTICIPLE,
    PAUSE,
    PHRASE_END,
    POSSESSIVE,
    PREPOSED,
    PREPOSITION,
    PRONOUN,
    QUANTIFIER,
    QUOTE_MARK,
    RELATIVE,
    SMALL_CLAUSE,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    VERB,
    VERB_GROUP,
    WH,
    skip,
    skip_left,
)
from onrecord.drafting.reading.tokens import Range, Tokens

NEAR = 40  # tokens that a subject may be long
FLOATING = frozenset(["both", "all", "each"])
PERIODS = frozenset(
    "week month year summer fall autumn winter spring weekend night morning afternoon evening".split()  # noqa: SIM905
)
WHICH_PERIOD = frozenset(["last", "this", "next", "late", "early", "earlier"])
TIME_OPENS = frozenset(["earlier", "late", "early"])
AUXILIARY_PARTICIPLES = frozenset(["being", "having"])
ROUGHLY = frozenset(["about", "around", "over", "near"])  # before a number no prepositions

BEFORE_FLOATING = HEAD | {PRONOUN, TIME, CLOSING_BRACKET}  # the ministers all said
SUBJECT_END = PHRASE_END | ARTICLE | {GENITIVE, ADJECTIVE, PARTICIPLE, VERB, PREPOSITION}
IN_SUBJECT = LINKED_NOMINAL | CIRCUMSTANCE | {PARTICIPLE, VERB, PRONOUN, OTHER}
SUBJECT_OPENERS_CUT = CONJUNCTION | {ADVERB, TIME}  # stand before a subject, and are no part of it
HAS_SUBJECT = HEAD | AMOUNT | {PRONOUN, DETERMINER, PARTICIPLE}
BEFORE_INSERTION = PHRASE_END | {GENITIVE}
OPENS_INSERTION = NOMINAL | CIRCUMSTANCE | {RELATIVE, WH, PARTICIPLE, VERB, SUBORDINATOR}
BEFORE_RELATIVE = HEAD | {QUANTIFIER, CLOSING_BRACKET, GENITIVE}
NOT_IN_A_RELATIVE = PAUSE | QUOTE_MARK
INDEFINITE = AMOUNT | {DETERMINER}  # those that …, many that …
VERBLESS = IN_SUBJECT - SMALL_CLAUSE
BARS_JOINING = AUXILIARY | {TO}
REDUCED = CIRCUMSTANCE | {OF, TO}  # behind a participle without auxiliary: the man seen in …
IN_NOUN_PHRASE = LINKED_NOMINAL | {TIME, PRONOUN}
JOINED_PHRASE = ARTICLE | {NAME, QUANTIFIER}  # behind `and`: a noun phrase as a whole
DANGLING = ARTICLE | {TIME, OF, AND}  # ends no noun phrase


def verb_group_start(t: Tokens, first: int, i: int) -> int:
    """First token of the verb group that ends in the verb at `i`: adverbs and auxiliaries before it."""
    j, low = i, max(first, i - NEAR)
    while j > low and (t.tags[j - 1] in VERB_GROUP or in_verb_group(t, j - 1, i)):
        j -= 1
    return j


def in_verb_group(t: Tokens, j: int, i: int) -> bool:
    """Whether the word at `j` belongs to the group of the verb at `i` though it is no adverb: being, all, no longer."""
    word = t.low[j]
    if t.tags[j] == PARTICIPLE:
        return word in AUXILIARY_PARTICIPLES
    floating = t.tags[j] == QUANTIFIER and word in FLOATING and j + 1 < i and t.tags[j - 1] in AUXILIARY
    return floating or (word == "no" and t.low[j + 1] == "longer")


def skip_time_left(t: Tokens, first: int, j: int) -> int:
    """Position left of time words that stand between subject and verb (`on Monday`, `last week`)."""
    while j > first:
        long = time_length(t, j)
        if not long:
            break
        j -= long
        if j > first and (t.tags[j] == PREPOSITION or t.low[j] in TIME_OPENS):
            j -= 1
    return max(j, first)


def time_length(t: Tokens, j: int) -> int:
    """How many words that tell a time end at `j`: Monday, last week; 0 for none."""
    if t.tags[j] == TIME:
        return 1
    return 2 if t.low[j] in PERIODS and t.low[j - 1] in WHICH_PERIOD else 0


def subject(t: Tokens, first: int, i: int) -> Range | None:
    """Token range of the noun phrase or pronoun that is subject of the verb group starting at `i`."""
    if i <= first:
        return None
    j = skip_floating_left(t, first, skip_time_left(t, first, i - 1))
    tag = t.tags[j]
    if tag == CLOSING_BRACKET:
        return before_bracket(t, first, j)
    if tag == PRONOUN or (tag == RELATIVE and t.low[j] == "who"):
        return j, j + 1
    if tag in INSERTING:
        return before_insertion(t, first, j)
    return (before_relative(t, first, j) or noun_phrase_left(t, first, j)) if tag in SUBJECT_END else None


def skip_floating_left(t: Tokens, first: int, j: int) -> int:
    """Position left of a quantifier behind its noun: `the ministers all`."""
    floating = t.tags[j] == QUANTIFIER and t.low[j] in FLOATING and j > first
    return j - (floating and t.tags[j - 1] in BEFORE_FLOATING)


def before_bracket(t: Tokens, first: int, j: int) -> Range | None:
    """Subject with the bracket that closes at `j`: `the World Health Organization (WHO)`."""
    opened = t.tags.rfind(BRACKET, max(first, j - NEAR), j)
    inner = noun_phrase_left(t, first, opened - 1) if opened > first else None
    return (inner[0], j + 1) if inner else None


def before_insertion(t: Tokens, first: int, j: int) -> Range | None:
    """Subject before an insertion between commas or dashes that ends at `j`: `X, a former Y, said`."""
    tags, mark, low = t.tags, t.tags[j], max(first, j - NEAR)
    k = tags.rfind(mark, low, j)
    while k > first:
        if tags[k - 1] in BEFORE_INSERTION and tags[k + 1] in OPENS_INSERTION:
            found = noun_phrase_left(t, first, k - 1) if tags[k - 1] != PRONOUN else (k - 1, k)
            if found and VERB not in tags[slice(*found)]:
                return found[0], k if tags[k + 1] == RELATIVE else j  # `, who …,` is the narrator's
        k = tags.rfind(mark, low, k)
    return None


def before_relative(t: Tokens, first: int, j: int) -> Range | None:
    """Subject whose restrictive relative clause ends at `j`: `those who had seen him say`."""
    low = max(first, j - 25)
    p = max(t.tags.rfind(RELATIVE, low, j), t.tags.rfind(THAT, low, j))
    if p <= first or not opens_relative(t, p, j):
        return None
    found = noun_phrase_left(t, first, p - 1)
    if found and (t.low[p] == "who" or t.tags[found[0]] in INDEFINITE):
        return found[0], j + 1
    return None


def opens_relative(t: Tokens, p: int, j: int) -> bool:
    """Whether `who` or `that` at `p` opens a relative clause, with a verb at once, that runs to `j`."""
    inside = t.tags[p + 1 : j + 1]
    if t.low[p] not in ("who", "that") or t.tags[p - 1] not in BEFORE_RELATIVE:
        return False
    return NOT_IN_A_RELATIVE.isdisjoint(inside) and not FINITE.isdisjoint(inside[:3])


def noun_phrase_left(t: Tokens, first: int, j: int) -> Range | None:
    """The noun phrase, with its prepositional phrases, that ends at `j`."""
    tags = t.tags
    a = after_verb(tags, leftmost(tags, max(first, j - NEAR), j), j + 1)
    a = skip(tags, a, j + 1, SUBJECT_OPENERS_CUT)
    if a < j and tags[a] == PREPOSITION and not (tags[a + 1] in AMOUNT and t.low[a] in ROUGHLY):
        a = last_simple(tags, a, j)
    return None if HAS_SUBJECT.isdisjoint(tags[a : j + 1]) else (a, j + 1)


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
    p = tags.rfind(PREPOSITION, a, j)
    start = p + 1 if p >= 0 else a
    d = max(tags.rfind(DETERMINER, start, j + 1), tags.rfind(POSSESSIVE, start, j + 1))
    return d if d > start and tags[d - 1] not in PREPOSED else start


def noun_phrase_right(t: Tokens, i: int, end: int) -> int:
    """End (exclusive) of the noun phrase that starts at `i`, with `of`- and other short prepositional phrases."""
    tags, k, end = t.tags, i, min(end, i + NEAR)
    while k < end and (tags[k] == BRACKET or in_noun_phrase(tags, i, k)):
        closed = tags.find(CLOSING_BRACKET, k, end) if tags[k] == BRACKET else k
        if closed < 0:
            break
        k = closed + 1
    return skip_left(tags, k, i, DANGLING)


def in_noun_phrase(tags: str, i: int, k: int) -> bool:
    """Whether the word at `k` goes on the noun phrase that starts at `i`."""
    tag = tags[k]
    return tag in IN_NOUN_PHRASE or (tag == PARTICIPLE and k > i) or (tag == AND and tags[k + 1] in JOINED_PHRASE)
