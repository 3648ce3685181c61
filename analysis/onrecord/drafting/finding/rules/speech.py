"""Reported and quoted speech: the source before, behind, or inside what is said."""

from __future__ import annotations

from onrecord.drafting.finding.clause import Clause, source_of
from onrecord.drafting.finding.contents import REACH, clause_end
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.phrases import before_insertion, noun_phrase_right, subject
from onrecord.drafting.finding.rule import rule
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
from onrecord.drafting.reading.tokens import Range, Tokens

SAYING = frozenset(["say", "quote", "tell"])
TIME_OPENERS = frozenset(["last", "this", "earlier", "late"])

ENDS_QUOTED = frozenset({COMMA, STOP, DASH})  # before a closing mark: the sentence goes on behind it
ENDS_CONTENT = ENDS_QUOTED | {CLOSE}
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
    t, source = clause.t, speaker_before(clause)
    if not source:
        return None
    edge, end = source[0] - 1, past_addressee(clause) if clause.has("tell") else clause.end
    if not ends_quotation(t, clause.first, edge, end) and not ends_clause(t, end, clause.last):
        return None
    interrupts = t.tags[edge] in (COMMA, CLOSE)
    more = content_after(t, end, clause.last) if interrupts else ()
    content = content_before(t, clause.first, edge, bool(more))
    return clause.found(source, content, *more) if content else None


def speaker_before(clause: Clause) -> Range | None:
    """The subject, with the noun phrase between a quotation and its comma: `“…,” a friend, Ann Lee, told`."""
    t, source = clause.t, subject(clause.t, clause.first, clause.start)
    if not source or t.low[source[0]] == "who":
        return None
    comma = source[0] - 1
    closed = t.tags.rfind(CLOSE, max(clause.first, comma - 8), comma) if t.tags[comma] == COMMA else -1
    apposition = t.tags[closed + 1 : comma] if closed >= 0 else ""
    return (closed + 1, source[1]) if apposition and APPOSITION.issuperset(apposition) else source


def past_addressee(clause: Clause) -> int:
    """Token behind the addressee of `told`."""
    return skip(clause.t.tags, clause.end, min(clause.last, clause.end + 20), ADDRESSED)


def ends_quotation(t: Tokens, first: int, edge: int, end: int) -> bool:
    """Whether a quotation that ends in a mark closes at `edge`, and a circumstance follows the cue at `end`."""
    quoted = edge > first and t.tags[edge] == CLOSE and t.tags[edge - 1] in ENDS_QUOTED
    return quoted and t.tags[end] in BEHIND_QUOTED_SAYING


def ends_clause(t: Tokens, i: int, last: int) -> bool:
    """Whether nothing that could be content follows the cue at once: a mark, a time, a place, an adverb."""
    if i >= last or t.tags[i] in ENDS_AT_ONCE:
        return True
    circumstance = t.tags[i] in BEHIND_SAYING or t.low[i] in TIME_OPENERS
    return circumstance and not clause_follows(t, i, last)


def clause_follows(t: Tokens, i: int, last: int) -> bool:
    """Whether a finite verb stands between `i` and the next mark: then that clause is what is said."""
    tags = t.tags
    for found in DECISIVE.finditer(tags, i, min(last, i + 30)):
        k, tag = found.start(), found[0]
        if tag == VERB and tags[k - 1] in IN_NOUN_PHRASE_BEFORE:
            continue
        opens_quotation = tag == OPEN and (k == i or tags[k - 1] in INTRODUCES)
        return opens_quotation or tag in CLAUSE_SIGN or tag == THAT
    return False


@rule(frames={"say"}, voices={"active"}, drafts="nothing", headlines=False)
def as_reported(clause: Clause) -> Found | None:
    """`As X reported, …`: the content is the main clause."""
    t, behind_as = clause.t, clause.first + 1
    source = subject(t, behind_as, clause.start) if t.low[clause.first] == "as" else None
    comma = skip(t.tags, clause.end, min(clause.last, clause.end + 8), BEHIND_REPORTED)
    if not source or source[0] != behind_as or t.tags[comma] != COMMA:
        return None
    return clause.found(source, (comma + 1, clause_end(t, comma + 1, clause.last)))


@rule(frames=SAYING, voices={"active"}, drafts="clause", headlines=True)
def inverted_speech(clause: Clause) -> Found | None:
    """`…, said X`: verb before source, both behind the content."""
    t, edge = clause.t, clause.at - 1
    if clause.start != clause.at or edge < clause.first or not can_invert(clause, edge):
        return None
    content, end = content_before(t, clause.first, edge), noun_phrase_right(t, clause.end, clause.last)
    if not content or end == clause.end:
        return None
    return clause.found((clause.end, end), content, *quotation_after(t, end, clause.last))


def can_invert(clause: Clause, edge: int) -> bool:
    """Whether the cue may stand before its source, behind the quotation or the comma at `edge`."""
    t = clause.t
    if t.tags[clause.end] not in REFERRING:
        return False
    if t.tags[edge] == CLOSE:
        return clause.cue.lemma != "tell"
    if t.tags[edge] != COMMA or clause.has("tell") or before_insertion(t, clause.first, edge):
        return False
    return t.tags[clause.end] != PRONOUN or edge - 1 in t.quote_at


@rule(frames=SAYING, voices={"active", "participle"}, drafts="clause", headlines=False)
def quote_after_cue(clause: Clause) -> Found | None:
    """`X said: “…”`, `X said, “…”`, `X told reporters “…”`: direct words behind the cue."""
    t, k = clause.t, opening_mark(clause)
    quote = t.quote_at.get(k)
    source = source_of(clause) if quote else None
    if not quote or not source or (source[0] > clause.first and t.tags[source[0] - 1] == CLOSE):
        return None
    end = quote[1]
    if end < clause.last - 1 and t.tags[end] not in MARKS_END and t.tags[end - 2] not in (COMMA, STOP):
        end = max(end, clause_end(t, k, clause.last))
    return clause.found(source, (k, end))


def opening_mark(clause: Clause) -> int:
    """Where the quotation opens that the cue introduces; -1 where there is none."""
    tags = clause.t.tags
    found = QUOTATION_OR_END.search(tags, clause.end, min(clause.last, clause.end + 16))
    k = found.start() if found and found[0] == OPEN else -1
    if any(tags[p] in BETWEEN_BARRED and tags[p - 1] != COMMA for p in range(clause.end, k)):
        return -1
    return k if k == clause.end or tags[k - 1] in INTRODUCES else -1


def content_before(t: Tokens, first: int, edge: int, goes_on: bool = False) -> Range | None:
    """The clause or quotation that ends at the comma or quote mark at `edge`.

    A phrase without a verb is content only where the content goes on behind the cue.
    """
    closed = t.tags[edge] == CLOSE
    if edge < first or not ends_content(t, edge):
        return None
    quote = t.quote_at.get(edge if closed else edge - 1)
    end = edge + closed
    start = skip(t.tags, content_start(t, first, quote), end, NEVER_OPENS)
    if end <= start or (end - start < 2 and not goes_on):
        return None
    says = quote or goes_on or not CLAUSE_SIGN.isdisjoint(t.tags[max(start, end - REACH) : end])
    return (start, end) if says else None


def ends_content(t: Tokens, edge: int) -> bool:
    """Whether the mark at `edge` can end content; a stop only inside a quotation."""
    return t.tags[edge] in ENDS_CONTENT and (t.tags[edge] != STOP or edge in t.quote_at)


def content_start(t: Tokens, first: int, quote: Range | None) -> int:
    """The start of the sentence, or of the quotation from an earlier one or behind a colon."""
    if not quote or quote[0] == first:
        return first
    return quote[0] if quote[0] < first or t.tags[quote[0] - 1] in PARTS_QUOTATIONS else first


def content_after(t: Tokens, i: int, last: int) -> tuple[Range, ...]:
    """The rest of an interrupted quotation or clause: `“…,” X said, “…”`, `…, X said, is …`."""
    if t.tags[i] == COMMA and i < last and t.tags[i + 1] in REST_OPENER:
        end = clause_end(t, i + 1, last)
        if not FINITE.isdisjoint(t.tags[i + 1 : end]):
            return ((i + 1, end),)
    return quotation_after(t, i, last)


def quotation_after(t: Tokens, i: int, last: int) -> tuple[Range, ...]:
    """The quotation that goes on behind the cue in the same sentence, if one does."""
    found = QUOTATION_OR_END.search(t.tags, i, min(last, i + 30))
    quote = t.quote_at.get(found.start()) if found and found[0] == OPEN else None
    return (quote,) if found and quote and t.tags[found.start() - 1] in INTRODUCES_REST else ()
