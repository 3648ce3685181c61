"""Phrases around a cue, found in the string of tags: verb groups, subjects, noun phrases.

All positions are token indices; every search is bounded, so that a sentence of any length costs linear time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from onrecord.drafting.finding.sentence import Words
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
    Tags,
    skip,
    skip_left,
)
from onrecord.drafting.reading.tokens import Range

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
IN_SUBJECT = LINKED_NOMINAL | CIRCUMSTANCE | {PARTICIPLE, VERB, PRONOUN, OTHER}
CUT_BEFORE_SUBJECT = CONJUNCTION | {ADVERB, TIME}  # stand before a subject, and are no part of it
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


def verb_group_start(s: Words, i: int) -> int:
    """First token of the verb group that ends in the verb at `i`: adverbs and auxiliaries before it."""
    j, low = i, s.back(i, NEAR)
    while j > low and (s.tags[j - 1] in VERB_GROUP or in_verb_group(s, j - 1, i)):
        j -= 1
    return j


def in_verb_group(s: Words, j: int, i: int) -> bool:
    """Whether the word at `j` belongs to the group of the verb at `i` though it is no adverb: being, all, no longer."""
    word = s.low[j]
    if s.tags[j] == PARTICIPLE:
        return word in AUXILIARY_PARTICIPLES
    return (word == "no" and s.low[j + 1] == "longer") or (j + 1 < i and floats(s, j, AUXILIARY))


def floats(s: Words, j: int, behind: Tags) -> bool:
    """Whether `both`, `all` or `each` stands at `j`, behind a word of these tags."""
    return s.tags[j] == QUANTIFIER and s.low[j] in FLOATING and s.tags[j - 1] in behind


def skip_time_left(s: Words, j: int) -> int:
    """Position left of time words that stand between subject and verb (`on Monday`, `last week`)."""
    while j > s.first and (length := time_length(s, j)):
        j -= length
        j -= j > s.first and opens_time(s, j)
    return max(j, s.first)


def time_length(s: Words, j: int) -> int:
    """How many words that tell a time end at `j`: Monday, last week; 0 for none."""
    if s.tags[j] == TIME:
        return 1
    return 2 if s.low[j] in PERIODS and s.low[j - 1] in WHICH_PERIOD else 0


def opens_time(s: Words, j: int) -> bool:
    """Whether the word at `j` belongs to the time behind it: on Monday, late Monday."""
    return s.tags[j] == PREPOSITION or s.low[j] in TIME_OPENS


def subject(s: Words, i: int) -> Range | None:
    """Token range of the noun phrase or pronoun that is subject of the verb group starting at `i`."""
    if i <= s.first:
        return None
    j = skip_time_left(s, i - 1)
    j -= j > s.first and floats(s, j, BEFORE_FLOATING)
    return SUBJECTS.get(s.tags[j], no_subject)(s, j)


def no_subject(s: Words, j: int) -> Range | None:
    """Nothing: no subject ends with such a word."""
    return None


def pronoun(s: Words, j: int) -> Range | None:
    """The word alone."""
    return j, j + 1


def relative_pronoun(s: Words, j: int) -> Range | None:
    """`who` alone; nothing for which, whom."""
    return (j, j + 1) if s.low[j] == "who" else None


def phrase_before(s: Words, j: int) -> Range | None:
    """The noun phrase that ends at `j`, with a relative clause behind it if it has one."""
    return before_relative(s, j) or noun_phrase_left(s, j)


def before_bracket(s: Words, j: int) -> Range | None:
    """Subject with the bracket that closes at `j`: `the World Health Organization (WHO)`."""
    opened = s.tags.rfind(BRACKET, s.back(j, NEAR), j)
    inner = noun_phrase_left(s, opened - 1) if opened > s.first else None
    return (inner[0], j + 1) if inner else None


def before_insertion(s: Words, j: int) -> Range | None:
    """Subject before an insertion between commas or dashes that ends at `j`: `X, a former Y, said`."""
    for k in marks_left(s, j):
        found = before_mark(s, k)
        if found and VERB not in s.tags[found[0] : found[1]]:
            return found[0], k if s.tags[k + 1] == RELATIVE else j  # `, who …,` is the narrator's
    return None


def marks_left(s: Words, j: int) -> Iterator[int]:
    """Where the mark at `j` stands before it as well, the nearest first."""
    low = s.back(j, NEAR)
    k = s.tags.rfind(s.tags[j], low, j)
    while k > s.first:
        yield k
        k = s.tags.rfind(s.tags[j], low, k)


def before_mark(s: Words, k: int) -> Range | None:
    """The noun phrase or pronoun before the mark at `k`, if that can open an insertion."""
    if s.tags[k - 1] not in BEFORE_INSERTION or s.tags[k + 1] not in OPENS_INSERTION:
        return None
    return (k - 1, k) if s.tags[k - 1] == PRONOUN else noun_phrase_left(s, k - 1)


def before_relative(s: Words, j: int) -> Range | None:
    """Subject whose restrictive relative clause ends at `j`: `those who had seen him say`."""
    p = relative_left(s, j)
    found = noun_phrase_left(s, p - 1) if p > s.first and opens_relative(s, p, j) else None
    return (found[0], j + 1) if found and takes_relative(s, found[0], p) else None


def relative_left(s: Words, j: int) -> int:
    """Where the nearest relative pronoun or `that` stands before `j`; -1 for nowhere."""
    low = s.back(j, 25)
    return max(s.tags.rfind(RELATIVE, low, j), s.tags.rfind(THAT, low, j))


def takes_relative(s: Words, start: int, p: int) -> bool:
    """Whether the noun phrase at `start` can be told by the clause at `p`: by `that` only an indefinite one."""
    return s.low[p] == "who" or s.tags[start] in INDEFINITE


def opens_relative(s: Words, p: int, j: int) -> bool:
    """Whether `who` or `that` at `p` opens a relative clause, with a verb at once, that runs to `j`."""
    inside = s.tags[p + 1 : j + 1]
    if s.low[p] not in ("who", "that") or s.tags[p - 1] not in BEFORE_RELATIVE:
        return False
    return NOT_IN_A_RELATIVE.isdisjoint(inside) and not FINITE.isdisjoint(inside[:3])


SUBJECTS: dict[str, Callable[[Words, int], Range | None]] = {  # by the last tag of the subject
    **dict.fromkeys(PHRASE_END | ARTICLE | {GENITIVE, ADJECTIVE, PARTICIPLE, VERB, PREPOSITION}, phrase_before),
    **dict.fromkeys(INSERTING, before_insertion),
    CLOSING_BRACKET: before_bracket,
    PRONOUN: pronoun,
    RELATIVE: relative_pronoun,
}


def noun_phrase_left(s: Words, j: int) -> Range | None:
    """The noun phrase, with its prepositional phrases, that ends at `j`."""
    a = start_of_phrase(s.tags, s.back(j, NEAR), j)
    if a < j and opens_phrase_of_its_own(s, a):
        a = last_simple(s.tags, a, j)
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
