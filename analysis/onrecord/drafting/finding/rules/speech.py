"""Reported and quoted speech: the source before, behind, or inside what is said."""

from __future__ import annotations

from onrecord.drafting.finding.clause import Clause, source_of
from onrecord.drafting.finding.contents import REACH, clause_end
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.phrases import before_insertion, noun_phrase_right, subject
from onrecord.drafting.finding.rule import rule
from onrecord.drafting.finding.sentence import Words
from onrecord.drafting.reading.tags import (
    ADJECTIVE,
    AND,
    BRACKET,
    CIRCUMSTANCE,
    CLAUSE_SIGN,
    CLOSE,
    COLON,
    COMMA,
    CONJUNCTION,
    DASH,
    DETERMINER,
    FINITE,
    HEAD,
    LINKED_NOMINAL,
    NOMINAL,
    NOUN,
    OF,
    OPEN,
    PARTICIPLE,
    PAUSE,
    PREPOSITION,
    PRONOUN,
    REFERRING,
    RELATIVE,
    SEMICOLON,
    STOP,
    SUBORDINATOR,
    THAT,
    TO,
    VERB,
    one_of,
    skip,
)
from onrecord.drafting.reading.tokens import Range

SAYING = frozenset(["say", "quote", "tell"])
TIME_OPENERS = frozenset(["last", "this", "earlier", "late"])

ENDS_QUOTED = frozenset({COMMA, STOP, DASH})  # before a closing mark: the sentence goes on behind it
ENDS_CONTENT = ENDS_QUOTED | {CLOSE}
ENDS_SENTENCE = frozenset({COMMA, STOP})  # before a closing mark: nothing goes on behind it
INTERRUPTED = frozenset({COMMA, CLOSE})
INTRODUCES = frozenset({COMMA, COLON})  # before an opening mark
INTRODUCES_REST = PAUSE - {SEMICOLON}
PARTS_QUOTATIONS = frozenset({COLON, SEMICOLON})
NEVER_OPENS = CONJUNCTION | {COMMA, STOP}
APPOSITION = NOMINAL | {OF}
MARKS_END = PAUSE | {BRACKET}
BEHIND_SAYING = CIRCUMSTANCE | {TO, PARTICIPLE, AND}
BEHIND_QUOTED_SAYING = BEHIND_SAYING | {OF}
ENDS_AT_ONCE = MARKS_END | {SUBORDINATOR, CLOSE}
BEHIND_REPORTED = CIRCUMSTANCE | HEAD | {TO, DETERMINER}
ADDRESSED = LINKED_NOMINAL | {PRONOUN, PREPOSITION, AND}
IN_NOUN_PHRASE_BEFORE = frozenset({NOUN, DETERMINER, ADJECTIVE, AND})  # a verb behind them may be a noun
BETWEEN_BARRED = FINITE | {THAT, RELATIVE}  # between a cue and its quotation: another clause
REST_OPENER = (REFERRING - {ADJECTIVE}) | FINITE
SUBCLAUSE_OPENER = frozenset({THAT, RELATIVE, SUBORDINATOR})
QUOTATION_OR_END = one_of({OPEN, STOP, SEMICOLON})
DECISIVE = one_of(MARKS_END | CLAUSE_SIGN | SUBCLAUSE_OPENER | {OPEN})


@rule(frames=SAYING, voices={"active"}, drafts="clause", headlines=True)
def trailing_speech(clause: Clause) -> Found | None:
    """`…, X said`: the content stands before the source, whose verb ends a clause; it may go on behind."""
    s, source = clause.s, speaker_before(clause)
    end = past_addressee(clause) if clause.has("tell") else clause.end
    if not source or not (ends_quotation(s, source[0] - 1, end) or ends_clause(s, end)):
        return None
    edge = source[0] - 1
    more = content_after(s, end) if s.tags[edge] in INTERRUPTED else ()
    content = content_before(s, edge, bool(more))
    return clause.found(source, content, *more) if content else None


def speaker_before(clause: Clause) -> Range | None:
    """The subject, with the noun phrase between a quotation and its comma: `“…,” a friend, Ann Lee, told`."""
    s, source = clause.s, clause.subject()
    if not source or s.low[source[0]] == "who":
        return None
    return apposition_start(s, source[0] - 1) or source[0], source[1]


def apposition_start(s: Words, comma: int) -> int:
    """Where the noun phrase starts that fills the room between a quotation and this comma; 0 for none."""
    closed = s.tags.rfind(CLOSE, s.back(comma, 8), comma) if s.tags[comma] == COMMA else -1
    between = s.tags[closed + 1 : comma] if closed >= 0 else ""
    return closed + 1 if between and APPOSITION.issuperset(between) else 0


def past_addressee(clause: Clause) -> int:
    """Token behind the addressee of `told`."""
    return skip(clause.s.tags, clause.end, clause.s.ahead(clause.end, 20), ADDRESSED)


def ends_quotation(s: Words, edge: int, end: int) -> bool:
    """Whether a quotation that ends in a mark closes at `edge`, and a circumstance follows the cue at `end`."""
    quoted = edge > s.first and s.tags[edge] == CLOSE and s.tags[edge - 1] in ENDS_QUOTED
    return quoted and s.tags[end] in BEHIND_QUOTED_SAYING


def ends_clause(s: Words, i: int) -> bool:
    """Whether nothing that could be content follows the cue at once: a mark, a time, a place, an adverb."""
    if i >= s.last or s.tags[i] in ENDS_AT_ONCE:
        return True
    circumstance = s.tags[i] in BEHIND_SAYING or s.low[i] in TIME_OPENERS
    return circumstance and not clause_follows(s, i)


def clause_follows(s: Words, i: int) -> bool:
    """Whether a finite verb stands between `i` and the next mark: then that clause is what is said."""
    signs = (found.start() for found in DECISIVE.finditer(s.tags, i, s.ahead(i, 30)))
    k = next((k for k in signs if s.tags[k] != VERB or s.tags[k - 1] not in IN_NOUN_PHRASE_BEFORE), -1)
    if s.tags[k] == OPEN:
        return k == i or s.tags[k - 1] in INTRODUCES
    return s.tags[k] in CLAUSE_SIGN or s.tags[k] == THAT


@rule(frames={"say"}, voices={"active"}, drafts="nothing", headlines=False)
def as_reported(clause: Clause) -> Found | None:
    """`As X reported, …`: the content is the main clause."""
    s, behind_as = clause.s, clause.s.first + 1
    source = subject(s.starting(behind_as), clause.start) if s.low[s.first] == "as" else None
    comma = skip(s.tags, clause.end, s.ahead(clause.end, 8), BEHIND_REPORTED)
    if not source or source[0] != behind_as or s.tags[comma] != COMMA:
        return None
    return clause.found(source, (comma + 1, clause_end(s, comma + 1)))


@rule(frames=SAYING, voices={"active"}, drafts="clause", headlines=True)
def inverted_speech(clause: Clause) -> Found | None:
    """`…, said X`: verb before source, both behind the content."""
    s, edge = clause.s, clause.at - 1
    if clause.start != clause.at or edge < s.first or not can_invert(clause, edge):
        return None
    content, end = content_before(s, edge), noun_phrase_right(s, clause.end)
    if not content or end == clause.end:
        return None
    return clause.found((clause.end, end), content, *quotation_after(s, end))


def can_invert(clause: Clause, edge: int) -> bool:
    """Whether the cue may stand before its source, behind the quotation or the comma at `edge`."""
    s = clause.s
    if clause.behind not in REFERRING:
        return False
    if s.tags[edge] == CLOSE:
        return clause.cue.lemma != "tell"
    quoted = edge - 1 in s.quote_at or clause.behind != PRONOUN
    return s.tags[edge] == COMMA and quoted and not clause.has("tell") and not before_insertion(s, edge)


@rule(frames=SAYING, voices={"active", "participle"}, drafts="clause", headlines=False)
def quote_after_cue(clause: Clause) -> Found | None:
    """`X said: “…”`, `X said, “…”`, `X told reporters “…”`: direct words behind the cue."""
    s, quote = clause.s, introduced_quotation(clause)
    source = source_of(clause) if quote else None
    if not quote or not source or s.before(source[0]) == CLOSE:
        return None
    return clause.found(source, (quote[0], end_of_quoted(s, *quote)))


def introduced_quotation(clause: Clause) -> Range | None:
    """The quotation that the cue introduces, from its opening mark on."""
    s, start = clause.s, clause.end
    found = s.search(QUOTATION_OR_END, start, 16)
    k = found.start() if found and found[0] == OPEN else -1
    if k < 0 or not (k == start or s.tags[k - 1] in INTRODUCES):
        return None
    barred = any(s.tags[p] in BETWEEN_BARRED and s.tags[p - 1] != COMMA for p in range(start, k))
    return (k, s.quote_at[k][1]) if k in s.quote_at and not barred else None


def end_of_quoted(s: Words, start: int, end: int) -> int:
    """Where content ends that opens with the quotation [start, end): its clause may go on behind it."""
    goes_on = end < s.last - 1 and s.tags[end] not in MARKS_END and s.tags[end - 2] not in ENDS_SENTENCE
    return max(end, clause_end(s, start)) if goes_on else end


def content_before(s: Words, edge: int, goes_on: bool = False) -> Range | None:
    """The clause or quotation that ends at the comma or quote mark at `edge`.

    A phrase without a verb is content only where the content goes on behind the cue.
    """
    if edge < s.first or not ends_content(s, edge):
        return None
    closed = s.tags[edge] == CLOSE
    quote, end = s.quote_at.get(edge - (not closed)), edge + closed
    start = skip(s.tags, content_start(s, quote), end, NEVER_OPENS)
    if end <= start:
        return None
    return (start, end) if goes_on or says_something(s, start, end, quote) else None


def says_something(s: Words, start: int, end: int, quote: Range | None) -> bool:
    """Whether what stands there is a quotation, or has a verb."""
    return end - start > 1 and (quote is not None or not CLAUSE_SIGN.isdisjoint(s.tags[max(start, end - REACH) : end]))


def ends_content(s: Words, edge: int) -> bool:
    """Whether the mark at `edge` can end content; a stop only inside a quotation."""
    return s.tags[edge] in ENDS_CONTENT and (s.tags[edge] != STOP or edge in s.quote_at)


def content_start(s: Words, quote: Range | None) -> int:
    """The start of the sentence, or of the quotation from an earlier one or behind a colon."""
    if not quote or quote[0] == s.first:
        return s.first
    return quote[0] if quote[0] < s.first or s.tags[quote[0] - 1] in PARTS_QUOTATIONS else s.first


def content_after(s: Words, i: int) -> tuple[Range, ...]:
    """The rest of an interrupted quotation or clause: `“…,” X said, “…”`, `…, X said, is …`."""
    rest = rest_of_clause(s, i + 1) if s.tags[i] == COMMA and i < s.last else None
    return (rest,) if rest else quotation_after(s, i)


def rest_of_clause(s: Words, start: int) -> Range | None:
    """The clause that goes on at `start`: it has a verb."""
    end = clause_end(s, start) if s.tags[start] in REST_OPENER else start
    return None if FINITE.isdisjoint(s.tags[start:end]) else (start, end)


def quotation_after(s: Words, i: int) -> tuple[Range, ...]:
    """The quotation that goes on behind the cue in the same sentence, if one does."""
    found = s.search(QUOTATION_OR_END, i, 30)
    k = found.start() if found and found[0] == OPEN else -1
    return (s.quote_at[k],) if k in s.quote_at and s.tags[k - 1] in INTRODUCES_REST else ()
