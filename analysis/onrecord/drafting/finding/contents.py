"""Where the content of an attribution ends: before what the codebook leaves to the narrator (rule S6).

Content runs from mark to mark (`boundaries` says what a mark is) until one ends it; for each kind of mark a question
decides that. A clause and a noun phrase ask different questions.
"""

from __future__ import annotations

from onrecord.drafting.finding.ends import (
    Content,
    Question,
    always,
    and_closes,
    at_sentence_end,
    but_closes,
    clause_follows,
    comma_closes,
    dash_closes,
    inside,
    list_is_over,
    never,
    predicate_follows,
    predicate_starts,
    quotation_closes,
    quotation_fills,
    subordinator_closes,
    time_follows,
)
from onrecord.drafting.finding.sentence import Words
from onrecord.drafting.reading.tags import (
    AND,
    AUXILIARY,
    BRACKET,
    BUT,
    CLOSING_BRACKET,
    COLON,
    COMMA,
    COMPLEMENTIZER,
    CONJUNCTION,
    DASH,
    FINITE,
    OPEN,
    PREPOSITION,
    RELATIVE,
    SEMICOLON,
    STOP,
    SUBORDINATOR,
    TO,
    VERB_GROUP,
    one_of,
)
from onrecord.drafting.reading.tokens import Range

REACH = 150  # tokens that content may run without an end
JOINING = CONJUNCTION | COMPLEMENTIZER | {SUBORDINATOR, TO, COMMA}  # behind one a further verb is no second predicate

VERB_OR_JOINING = one_of(FINITE | JOINING)


class Ends:
    """The kinds of marks that can end content, each with the question whether the one at a position does."""

    def __init__(self, questions: dict[str, Question]):
        self.questions, self.marks = questions, one_of(questions)

    def end_of(self, s: Words, start: int) -> int:
        """End (exclusive) of the content that starts at token `start`."""
        content = Content(s, start, s.ahead(start, REACH))
        i = start
        while found := self.marks.search(s.tags, i, content.limit):
            i = behind(content, found.start())
            if self.questions[found[0]](content, found.start()):
                return i if found[0] == OPEN else found.start()
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


EITHER: dict[str, Question] = {BRACKET: never, STOP: at_sentence_end}
EITHER |= dict.fromkeys((SEMICOLON, CLOSING_BRACKET), inside)
EITHER[DASH] = dash_closes
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
