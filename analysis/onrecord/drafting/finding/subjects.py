"""The verb group of a cue, and the subject before it.

All positions are token indices; every search is bounded, so that a sentence of any length costs linear time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from onrecord.drafting.finding.phrases import NEAR, noun_phrase_left
from onrecord.drafting.finding.sentence import Words
from onrecord.drafting.reading.tags import (
    ADJECTIVE,
    AMOUNT,
    AND,
    ARTICLE,
    AUXILIARY,
    BRACKET,
    CIRCUMSTANCE,
    CLOSING_BRACKET,
    COMMA,
    DETERMINER,
    FINITE,
    GENITIVE,
    HEAD,
    INSERTING,
    NAME,
    NOMINAL,
    NOUN,
    OF,
    PARTICIPLE,
    PAUSE,
    PHRASE_END,
    PREPOSED,
    PREPOSITION,
    PRONOUN,
    QUANTIFIER,
    QUOTE_MARK,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    VERB,
    VERB_GROUP,
    WH,
    Tags,
    skip_left,
)
from onrecord.drafting.reading.tokens import Range

FLOATING = frozenset(["both", "all", "each"])
PERIODS = frozenset(
    "week month year summer fall autumn winter spring weekend night morning afternoon evening".split()  # noqa: SIM905
)
WHICH_PERIOD = frozenset(["last", "this", "next", "late", "early", "earlier"])
TIME_OPENS = frozenset(["earlier", "late", "early"])
GOES = frozenset(["go", "goes", "went", "gone", "going"])
AUXILIARY_PARTICIPLES = frozenset(["being", "having"])
BEFORE_FLOATING = HEAD | {PRONOUN, TIME, CLOSING_BRACKET}  # the ministers all said
BEFORE_INSERTION = PHRASE_END | {GENITIVE}
OPENS_INSERTION = NOMINAL | CIRCUMSTANCE | {OF, RELATIVE, WH, PARTICIPLE, VERB, SUBORDINATOR}
BEFORE_RELATIVE = HEAD | {QUANTIFIER, CLOSING_BRACKET, GENITIVE}
OPENS_SUBJECT = frozenset({NAME, DETERMINER, ADJECTIVE, NOUN})
NOT_IN_A_RELATIVE = PAUSE | QUOTE_MARK
INDEFINITE = AMOUNT | {DETERMINER}  # those that …, many that …


def verb_group_start(s: Words, i: int) -> int:
    """First token of the verb group that ends in the verb at `i`: adverbs and auxiliaries before it."""
    j, low = i, s.back(i, NEAR)
    while j > low and (length := length_left(s, j, i)):
        j -= length
    return j


def length_left(s: Words, j: int, i: int) -> int:
    """How many words right before `j` belong to the group of the verb at `i`; 0 for none."""
    if s.tags[j - 1] in VERB_GROUP or in_verb_group(s, j - 1, i):
        return 1
    return 3 if j == i and goes_on_to(s, i) else 0


def goes_on_to(s: Words, i: int) -> bool:
    """Whether `went on to` stands before the verb at `i`: it is what the subject does next."""
    return i - 3 >= s.first and s.tags[i - 1] == TO and s.low[i - 2] == "on" and s.low[i - 3] in GOES


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
    found = before_relative(s, j) or noun_phrase_left(s, j)
    return with_role_before(s, with_names_before(s, behind_named(s, found))) if found else None


def behind_named(s: Words, found: Range) -> Range:
    """The phrase with the role that `named` joins to it: `a student named …`."""
    start, end = found
    named = start - 2 >= s.first and s.low[start - 1] in ("named", "called") and s.tags[start - 2] == NOUN
    whole = noun_phrase_left(s, start - 2) if named else None
    return (whole[0], end) if whole and NAME in s.tags[start:end] else found


def with_role_before(s: Words, found: Range) -> Range:
    """The name with the role before it, where that stands alone between marks: `Norway’s minister, Ann Lee, said`."""
    start, end = found
    if start - 2 <= s.first or s.tags[start - 1] != COMMA or end - start < 2 or set(s.tags[start:end]) != {NAME}:
        return found
    role = noun_phrase_left(s, start - 2)
    return (role[0], end) if role and opens_with_role(s, role) else found


def opens_with_role(s: Words, role: Range) -> bool:
    """Whether a phrase that opens the sentence, or stands behind a comma, belongs to somebody: `Norway’s minister`."""
    begin, end = role
    alone = begin == s.first or s.tags[begin - 1] == COMMA
    return alone and GENITIVE in s.tags[begin:end] and AND not in s.tags[begin:end] and s.tags[end - 1] in HEAD


def with_names_before(s: Words, found: Range) -> Range:
    """The phrase with the names before it, where it ends a list of names: `Ann Lee, Bo Dahl and Cy Egg`."""
    start, end = found
    if s.tags[start] != NAME or AND not in s.tags[start:end]:
        return found
    while start - 2 > s.first and s.tags[start - 2 : start] == NAME + COMMA:
        start = skip_left(s.tags, start - 1, s.first, frozenset({NAME}))
    return start, end


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
            found = named_before(s, found) or found
            return found[0], k if s.tags[k + 1] == RELATIVE else j  # `, who …,` is the narrator's
    return before_stray_comma(s, j)


def before_stray_comma(s: Words, j: int) -> Range | None:
    """The noun phrase that is all of the sentence before the comma at `j`, which parts it from its verb."""
    alone = s.tags[j] == COMMA and s.tags[s.first] in OPENS_SUBJECT and COMMA not in s.tags[s.first : j]
    found = noun_phrase_left(s, j - 1) if alone else None
    is_all = found is not None and found[1] - found[0] > 1 and is_one_phrase(s, j, found[0])
    return (s.first, j) if is_all else None


def is_one_phrase(s: Words, j: int, start: int) -> bool:
    """Whether nothing but a noun phrase, which goes on at `start`, stands before token `j` of the sentence."""
    linked = start == s.first or s.tags[start - 1] in PREPOSED
    return linked and FINITE.isdisjoint(s.tags[s.first : j]) and NAME in s.tags[s.first : j]


def named_before(s: Words, role: Range) -> Range | None:
    """The name whose role, behind a comma, a phrase is: `Ann Lee, head of prints at the museum, Lyon, said`."""
    comma = role[0] - 1
    if comma <= s.first or s.tags[comma] != COMMA or s.tags[comma - 1] != NAME or s.tags[role[0]] == NAME:
        return None
    return noun_phrase_left(s, comma - 1)


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
