"""Where the content of an attribution ends: before what the codebook leaves to the narrator (rule S6).

Content runs from mark to mark (`boundaries` says what a mark is) until one ends it; for each kind of mark a question
decides that. A clause and a noun phrase ask different questions.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from onrecord.drafting.finding.boundaries import (
    ends_at_comma,
    finite_cue,
    goes_back_to_source,
    goes_on_as_list,
    narrating_as,
)
from onrecord.drafting.finding.phrases import AUXILIARY_PARTICIPLES
from onrecord.drafting.finding.sentence import Words
from onrecord.drafting.reading.tags import (
    ADVERB,
    AND,
    AUXILIARY,
    BRACKET,
    BUT,
    CLAUSE_SIGN,
    CLOSING_BRACKET,
    COLON,
    COMMA,
    COMPLEMENTIZER,
    CONJUNCTION,
    DASH,
    FINITE,
    HEAD,
    MODAL,
    OPEN,
    PHRASE_OPENER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    SEMICOLON,
    SMALL_CLAUSE,
    STOP,
    SUBORDINATOR,
    TIME,
    TO,
    VERB,
    VERB_GROUP,
    one_of,
)
from onrecord.drafting.reading.tokens import Range

REACH = 150  # tokens that content may run without an end
CONTRASTING = frozenset(["while", "although", "whereas"])
SIGN = one_of(CLAUSE_SIGN)
CONTACT = re.compile(one_of(HEAD).pattern + one_of(PHRASE_OPENER).pattern)  # the man I saw
NEW_CLAUSE = frozenset({PRONOUN, VERB, MODAL})  # behind `but`
UNFINISHED = frozenset({TO, ADVERB})  # content that opens so is a clause from its first word on
JOINING = CONJUNCTION | COMPLEMENTIZER | {SUBORDINATOR, TO, COMMA}  # behind one a further verb is no second predicate

VERB_OR_JOINING = one_of(FINITE | JOINING)


class Content(NamedTuple):
    """Content that starts at token `start` of a sentence; no search goes beyond `limit`."""

    s: Words
    start: int
    limit: int


Question = Callable[[Content, int], bool]


class Ends:
    """The kinds of marks that can end content, each with the question whether the one at a position does."""

    def __init__(self, questions: dict[str, Question]):
        self.questions, self.marks = questions, one_of(questions)

    def end_of(self, s: Words, start: int) -> int:
        """End (exclusive) of the content that starts at token `start`."""
        content = Content(s, start, s.ahead(start, REACH))
        i = start
        while found := self.marks.search(s.tags, i, content.limit):
            p = found.start()
            i = behind(content, p)
            if self.questions[s.tags[p]](content, p):
                return i if s.tags[p] == OPEN else p
        return content.limit


def behind(content: Content, p: int) -> int:
    """Where to look on: behind the quotation or bracket that the mark at `p` opens, or behind the mark."""
    s = content.s
    if s.tags[p] == OPEN:
        return s.quote_at.get(p, (p, p + 1))[1]
    return behind_bracket(s.tags, p, content.limit) if s.tags[p] == BRACKET else p + 1


def behind_bracket(tags: str, p: int, limit: int) -> int:
    """Behind what the bracket at `p` opens, and behind a second closing one."""
    i = max(p, tags.find(CLOSING_BRACKET, p, limit)) + 1
    return i + (tags[i] == CLOSING_BRACKET)


def never(content: Content, p: int) -> bool:
    """Brackets belong to what they stand in."""
    return False


def inside(content: Content, p: int) -> bool:
    """A mark ends content unless it stands at its start."""
    return p > content.start


def at_sentence_end(content: Content, p: int) -> bool:
    """A stop ends content at the end of the sentence; elsewhere it belongs to a word."""
    return p >= content.s.last - 2 and p > content.start


def quotation_fills(content: Content, p: int) -> bool:
    """A quotation ends a phrase where it runs to its limit."""
    quote = content.s.quote_at.get(p)
    return quote is not None and quote[1] >= content.limit


def quotation_closes(content: Content, p: int) -> bool:
    """A quotation ends a clause where it runs to its limit, or with a comma that ends the clause."""
    quote = content.s.quote_at.get(p)
    if quote is None:
        return False
    behind_comma = content.s.tags[quote[1] - 2] == COMMA
    return quote[1] >= content.limit or (behind_comma and ends_at_comma(content.s, quote[1] - 1))


def comma_closes(content: Content, p: int) -> bool:
    """A comma ends a clause that has begun, unless it closes a fronted one (`although it rained, they …`)."""
    tags, start = content.s.tags, content.start
    if tags[start] == SUBORDINATOR and COMMA not in tags[start:p]:
        return False
    begun = tags[start] in UNFINISHED or SIGN.search(tags, start, p)
    return bool(begun) and ends_at_comma(content.s, p)


def and_closes(content: Content, p: int) -> bool:
    """`and` ends a clause where the verb behind it is the source's."""
    s = content.s
    return s.low[p] == "and" and goes_back_to_source(s, p + 1, s.tags[content.start] == TO)


def but_closes(content: Content, p: int) -> bool:
    """`but` ends a clause where another one follows."""
    return p > content.start and content.s.tags[p + 1] in NEW_CLAUSE


def subordinator_closes(content: Content, p: int) -> bool:
    """while, although, whereas, and `as` where it opens a clause, are the narrator's."""
    s = content.s
    return p > content.start and (s.low[p] in CONTRASTING or narrating_as(s, p))


def list_is_over(content: Content, p: int) -> bool:
    """A comma ends a phrase unless it is a list that goes on."""
    return not goes_on_as_list(content.s, p, content.limit)


def predicate_follows(content: Content, p: int) -> bool:
    """`and` ends a phrase before a finite verb."""
    return finite_cue(content.s, p + 1, content.s.last)


def always(content: Content, p: int) -> bool:
    """`but` ends a phrase."""
    return True


def clause_follows(content: Content, p: int) -> bool:
    """A subordinator ends a phrase; `as` only where it opens a clause."""
    s = content.s
    return p > content.start and (s.low[p] != "as" or narrating_as(s, p))


def predicate_starts(content: Content, p: int) -> bool:
    """An auxiliary ends a phrase unless it belongs to a clause inside it: behind that, who, or `the man I …`."""
    s, start = content.s, content.start
    if p == start or s.low[p] in AUXILIARY_PARTICIPLES or s.tags[p - 1] in SMALL_CLAUSE:
        return False
    return COMPLEMENTIZER.isdisjoint(s.tags[start:p]) and not CONTACT.search(s.tags, start, p)


def time_follows(content: Content, p: int) -> bool:
    """A preposition ends a phrase before a time."""
    return p > content.start and content.s.tags[p + 1] == TIME


EITHER: dict[str, Question] = {BRACKET: never, STOP: at_sentence_end}
EITHER |= dict.fromkeys((SEMICOLON, CLOSING_BRACKET, DASH), inside)
CLAUSE_ENDS = Ends(
    EITHER
    | {
        OPEN: quotation_closes,
        COMMA: comma_closes,
        AND: and_closes,
        BUT: but_closes,
        SUBORDINATOR: subordinator_closes,
    }
)
PHRASE_ENDS = Ends(
    EITHER
    | {
        OPEN: quotation_fills,
        COLON: inside,
        COMMA: list_is_over,
        AND: predicate_follows,
        BUT: always,
        SUBORDINATOR: clause_follows,
        PREPOSITION: time_follows,
    }
    | dict.fromkeys(AUXILIARY, predicate_starts)
)


def clause_end(s: Words, start: int) -> int:
    """End (exclusive) of a clause as content, from token `start` on."""
    return CLAUSE_ENDS.end_of(s, start)


def phrase_end(s: Words, start: int) -> int:
    """End (exclusive) of a noun phrase with its complements, as content."""
    return PHRASE_ENDS.end_of(s, start)


def clause_at(s: Words, start: int) -> Range | None:
    """The clause that starts at `start`; None where none does."""
    end = clause_end(s, start)
    return (start, end) if end > start else None


def phrase_at(s: Words, start: int) -> Range | None:
    """The noun phrase that starts at `start`; None where none does."""
    end = phrase_end(s, start)
    return (start, end) if end > start else None


def embedded_end(s: Words, start: int, end: int) -> int:
    """End of a clause that itself stands before the verb of its sentence: `his claim that … has angered`."""
    joined, seen = True, False
    for found in VERB_OR_JOINING.finditer(s.tags, start, end):
        if found[0] in JOINING:
            joined = True
        elif not seen or joined or s.tags[found.start() - 1] in VERB_GROUP:
            joined, seen = False, True
        else:
            return found.start()
    return end


def without_insertions(s: Words, start: int, end: int) -> tuple[Range, ...]:
    """The range without relative clauses between commas (`the ruling, which …, shows`), which are the narrator's."""
    pieces: list[Range] = []
    i = start
    while inserted := relative_insertion(s, i, start, end):
        pieces.append((i, inserted[0]))
        i = inserted[1]
    return (*pieces, (i, end)) if i < end else tuple(pieces)


def relative_insertion(s: Words, i: int, start: int, end: int) -> Range | None:
    """The first relative clause from `i` on, with its commas, inside [`start`, `end`) and in no quotation."""
    opened = s.tags.find(COMMA + RELATIVE, i, end)
    closed = s.tags.find(COMMA, opened + 2, end - 1) if opened > start else -1
    outside = closed >= 0 and opened not in s.quote_at and closed not in s.quote_at
    return (opened, closed + 1) if outside else None
