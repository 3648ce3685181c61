"""`According to X`, before or behind what X says."""

from __future__ import annotations

from onrecord.drafting.finding.clause import Clause
from onrecord.drafting.finding.contents import clause_end
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.phrases import NEAR, noun_phrase_right
from onrecord.drafting.finding.rule import ANY, rule
from onrecord.drafting.reading.tags import (
    AUXILIARY,
    BRACKET,
    CLAUSE_SIGN,
    CLOSING_BRACKET,
    COMMA,
    CONJUNCTION,
    FINITE,
    INSERTING,
    PARTICIPLE,
    PAUSE,
    QUOTE_MARK,
    RELATIVE,
    SUBORDINATOR,
    THAT,
    TIME,
    VERB,
    skip,
)
from onrecord.drafting.reading.tokens import Range, Tokens

BEFORE_COMMA = frozenset({COMMA, SUBORDINATOR, RELATIVE, PARTICIPLE, VERB, TIME})  # goes on with the source
JOINED_BY_COMMA = CONJUNCTION | {COMMA}  # opens no content
NOT_IN_A_SOURCE = PAUSE | QUOTE_MARK | {SUBORDINATOR}
CLAUSES_OF_A_SOURCE = frozenset({RELATIVE, THAT})


@rule(frames=ANY, voices={"according"}, drafts="clause", headlines=True)
def according_to(clause: Clause) -> Found | None:
    """`According to X, …` and `…, according to X`."""
    begin, end = clause.end, source_end(clause.t, clause.end, clause.last)
    if end <= begin:
        return None
    opens = clause.at <= clause.first + 1
    content = content_behind(clause.t, end, clause.last) if opens else content_around(clause, end)
    return clause.found((begin, end), *content) if sum(b - a for a, b in content) >= 2 else None


def content_behind(t: Tokens, end: int, last: int) -> tuple[Range, ...]:
    """`According to X, …`: the clause, or the whole quotation, behind the comma."""
    start = end
    if t.tags[end] in BEFORE_COMMA:
        start = t.tags.find(COMMA, end, min(last, end + 25)) + 1 or end
    if start >= last:
        return ()
    opened, closed = t.quote_at.get(start, (start, start))
    return ((start, max(clause_end(t, start, last), closed if opened == start else start)),)


def content_around(clause: Clause, end: int) -> tuple[Range, ...]:
    """`…, according to X, …`: what stands before, and what goes on behind."""
    t, last = clause.t, clause.last
    before = content_before(clause)
    more = end + 1 if end < last and t.tags[end] == COMMA else last
    if more >= last - 4:
        return (before,)
    behind = (more, clause_end(t, more, last))
    if t.tags[before[1] - 1] == RELATIVE:  # which, according to X, …
        return (behind,)
    is_phrase = CLAUSE_SIGN.isdisjoint(t.tags[max(before[0], before[1] - NEAR) : before[1]])
    return (before, behind) if t.tags[more] in FINITE or is_phrase else (before,)


def content_before(clause: Clause) -> Range:
    """From the start of the sentence, or of the quotation that runs up to it, to the cue or the mark before it."""
    t, first = clause.t, clause.first
    edge = clause.at - (t.tags[clause.at - 1] in INSERTING)
    start = min(first, t.quote_at.get(edge - 1, (first, edge))[0])
    return skip(t.tags, start, edge, JOINED_BY_COMMA), edge


def source_end(t: Tokens, begin: int, last: int) -> int:
    """End of the source: its noun phrase alone where a finite verb shows that a comma is missing behind it."""
    end = before_mark(t, begin, last)
    inside = t.tags[begin:end]
    clause_inside = not AUXILIARY.isdisjoint(inside) and CLAUSES_OF_A_SOURCE.isdisjoint(inside)
    return noun_phrase_right(t, begin, last) if clause_inside else end


def before_mark(t: Tokens, begin: int, last: int) -> int:
    """End of the noun phrase at `begin`, with its phrases and relatives, before the next mark."""
    k = begin
    while k < min(last, begin + 30) and t.tags[k] not in NOT_IN_A_SOURCE:
        if t.tags[k] == BRACKET:
            k = max(k, t.tags.find(CLOSING_BRACKET, k, last))
        k += 1
    return k
