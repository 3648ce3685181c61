"""Reported and quoted speech: the source before, behind, or inside what is said."""

from __future__ import annotations

from onrecord.drafting.finding.clause import Clause, source_of
from onrecord.drafting.finding.contents import REACH, clause_end
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.phrases import noun_phrase_right
from onrecord.drafting.finding.rule import rule
from onrecord.drafting.finding.sentence import Words
from onrecord.drafting.finding.subjects import OPENS_SUBJECT, before_insertion, subject
from onrecord.drafting.reading.tags import (
    ADJECTIVE,
    ADVERB,
    AND,
    BRACKET,
    CIRCUMSTANCE,
    CLAUSE_SIGN,
    CLOSE,
    COLON,
    COMMA,
    COMPLEMENTIZER,
    CONJUNCTION,
    DASH,
    DETERMINER,
    FINITE,
    HEAD,
    LINKED_NOMINAL,
    NAME,
    NOMINAL,
    NOUN,
    NUMBER,
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
NAME_WORDS = frozenset({NAME})
BEHIND_ROLE = frozenset({PREPOSITION, TO})
ENDS_ROLE = frozenset({COMMA, STOP, SEMICOLON, OPEN, COLON, DASH})
MARKS_END = PAUSE | {BRACKET}
BEHIND_SAYING = CIRCUMSTANCE | {TO, PARTICIPLE, AND}
BEHIND_QUOTED_SAYING = BEHIND_SAYING | {OF}
ENDS_AT_ONCE = MARKS_END | {SUBORDINATOR, CLOSE}
BEHIND_REPORTED = CIRCUMSTANCE | HEAD | {TO, DETERMINER}
ADDRESSED = LINKED_NOMINAL | {PRONOUN, PREPOSITION, AND}
IN_NOUN_PHRASE_BEFORE = frozenset({NOUN, DETERMINER, ADJECTIVE, AND})  # a verb behind them may be a noun
BETWEEN_BARRED = FINITE | {THAT, RELATIVE}  # between a cue and its quotation: another clause
REST_OPENER = (REFERRING - {ADJECTIVE}) | FINITE | {ADVERB, PREPOSITION}
SUBCLAUSE_OPENER = frozenset({THAT, RELATIVE, SUBORDINATOR})
SAID_CLAUSE = CLAUSE_SIGN | {THAT}
QUOTATION_OR_END = one_of({OPEN, STOP, SEMICOLON})
DECISIVE = one_of(MARKS_END | CLAUSE_SIGN | SUBCLAUSE_OPENER | {OPEN})


@rule(frames=SAYING, voices={"active"}, drafts="clause", headlines=True)
def trailing_speech(clause: Clause) -> Found | None:
    """`…, X said`: the content stands before the source, whose verb ends a clause; it may go on behind."""
    source, end = speaker_before(clause), past_addressee(clause)
    if not source or not ends_saying(clause.s, source[0] - 1, end):
        return None
    edge = source[0] - 1
    more = content_after(clause.s, end) if clause.s.tags[edge] in INTERRUPTED else ()
    content = content_before(clause.s, edge, bool(more))
    return clause.found(source, content, *more) if content else None


def ends_saying(s: Words, edge: int, end: int) -> bool:
    """Whether nothing that could be content follows the cue, which ends at `end`; the source starts behind `edge`."""
    return ends_quotation(s, edge, end) or ends_clause(s, end)


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
    """Token behind the cue, and behind the addressee of `told`."""
    s, end = clause.s, clause.end
    if not clause.has("tell"):
        return end
    gathered = 2 * (s.low[end] == "those" and s.tags[end + 1] == VERB)  # told those gathered
    return skip(s.tags, end + gathered, s.ahead(end, 20), ADDRESSED)


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
    k = first_sign(s, i)
    if s.tags[k] == OPEN:
        return k == i or s.tags[k - 1] in INTRODUCES
    return s.tags[k] in SAID_CLAUSE


def first_sign(s: Words, i: int) -> int:
    """Where the first mark, verb or opening of a clause stands from `i` on; a verb behind an article may be a noun."""
    signs = (found.start() for found in DECISIVE.finditer(s.tags, i, s.ahead(i, 30)))
    return next((k for k in signs if s.tags[k] != VERB or s.tags[k - 1] not in IN_NOUN_PHRASE_BEFORE), -1)


@rule(frames={"say", "tell"}, voices={"active"}, drafts="clause", headlines=False)
def as_reported(clause: Clause) -> Found | None:
    """`As X reported, …`: the content is the main clause."""
    s, source = clause.s, source_behind_as(clause)
    comma = skip(s.tags, clause.end, s.ahead(clause.end, 8), BEHIND_REPORTED)
    if not source or s.tags[comma] != COMMA or s.tags[comma + 1] == OPEN:
        return None
    return clause.found(source, (comma + 1, clause_end(s, comma + 1)))


def source_behind_as(clause: Clause) -> Range | None:
    """The subject that follows an `as` which opens the sentence."""
    start = clause.s.first + 1
    source = subject(clause.s.starting(start), clause.start) if clause.s.low[start - 1] == "as" else None
    return source if source and source[0] == start else None


@rule(frames={"say", "clause"}, voices={"active"}, drafts="nothing", headlines=False)
def relative_speech(clause: Clause) -> Found | None:
    """`…, which X said was late`, `what she believes is fair`: the relative word, and what goes on behind the cue."""
    s, source = clause.s, clause.subject()
    before = source[0] - 1 if source else s.first - 1
    if not source or before < s.first or s.tags[before] not in COMPLEMENTIZER or not goes_on_as_verb(s, clause.end):
        return None
    return clause.found(source, (before, before + 1), (clause.end, clause_end(s, clause.end)))


def goes_on_as_verb(s: Words, i: int) -> bool:
    """Whether a finite verb stands at `i`, so that the clause lacks its subject there."""
    return s.tags[i] in FINITE and (s.tags[i] != VERB or s.low[i].endswith("ed"))


@rule(frames=SAYING, voices={"active"}, drafts="clause", headlines=True)
def inverted_speech(clause: Clause) -> Found | None:
    """`…, said X`: verb before source, both behind the content."""
    s, edge = clause.s, clause.at - 1
    content = content_before(s, edge) if clause.start == clause.at and can_invert(clause, edge) else None
    behind = clause.end + (s.low[clause.end] == "lead")
    end = with_role_behind(s, behind, noun_phrase_right(s, behind)) if content else clause.end
    if not content or end == clause.end:
        return None
    return clause.found((clause.end, end), content, *quotation_after(s, end))


def with_role_behind(s: Words, start: int, end: int) -> int:
    """Where a name [`start`, `end`) ends with the role that its comma sets off: `said Ann Lee, the mayor of Ulm.`"""
    names = NAME_WORDS.issuperset(s.tags[start:end]) and s.tags[end] == COMMA
    first = end + 3 if s.tags[end + 1 : end + 3] == NUMBER + COMMA else end + 1  # Ann Lee, 45, a farmer
    last = role_end(s, first) if names and s.tags[first] in OPENS_SUBJECT else end
    role = last > first and s.tags[last] in ENDS_ROLE and not HEAD.isdisjoint(s.tags[first:last])
    return last if role and FINITE.isdisjoint(s.tags[first:last]) else end


def role_end(s: Words, first: int) -> int:
    """Where a role that opens at `first` ends, with one phrase behind a preposition: `a spokesman for the army`."""
    last = noun_phrase_right(s, first)
    further = noun_phrase_right(s, last + 1) if last > first and s.tags[last] in BEHIND_ROLE else last
    return further if further > last + 1 else last


def can_invert(clause: Clause, edge: int) -> bool:
    """Whether the cue may stand before its source, behind the quotation or the comma at `edge`."""
    opens_source = clause.behind in REFERRING or clause.s.low[clause.end] == "lead"  # said lead author Ann Lee
    if not opens_source or edge < clause.s.first:
        return False
    if clause.s.tags[edge] == CLOSE:
        return clause.cue.lemma != "tell"
    return clause.s.tags[edge] == COMMA and can_invert_behind_comma(clause, edge)


def can_invert_behind_comma(clause: Clause, edge: int) -> bool:
    """A verb of telling may not; a pronoun follows only a quotation; an insertion makes it another's."""
    s = clause.s
    if clause.has("tell") or (clause.behind == PRONOUN and edge - 1 not in s.quote_at):
        return False
    return edge - 1 in s.quote_at or before_insertion(s, edge) is None


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
    k = opening_mark(clause.s, clause.end, 16)
    quote = clause.s.quote_at.get(k)
    return (k, quote[1]) if quote and introduces(clause, k) and not is_inserted(clause, *quote) else None


def is_inserted(clause: Clause, start: int, end: int) -> bool:
    """Whether a quotation is a name that a clause behind the cue gives in commas: `says the film, “…”, was cut`."""
    s = clause.s
    has_subject = start - 1 > clause.end and s.tags[start - 1] == COMMA
    mark = end if s.tags[end] == COMMA else end - 2  # `“…”,` and `“…,”`
    return has_subject and s.tags[mark] == COMMA and s.tags[max(end, mark + 1)] in FINITE


def introduces(clause: Clause, k: int) -> bool:
    """Whether the cue introduces what opens at `k`: behind a comma or colon, and no other clause between."""
    tags, start = clause.s.tags, clause.end
    if k > start and tags[k - 1] not in INTRODUCES:
        return False
    return all(tags[p] not in BETWEEN_BARRED or tags[p - 1] == COMMA for p in range(start, k))


def opening_mark(s: Words, i: int, reach: int) -> int:
    """Where a quotation opens in the same sentence, at most `reach` tokens on; -1 for nowhere."""
    found = s.search(QUOTATION_OR_END, i, reach)
    return found.start() if found and found[0] == OPEN else -1


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
    quote, end = quotation_at(s, edge), edge + (s.tags[edge] == CLOSE)
    start = skip(s.tags, content_start(s, quote), end, NEVER_OPENS)
    enough = start < end if goes_on else says_something(s, start, end, quote)
    return (start, end) if enough else None


def quotation_at(s: Words, edge: int) -> Range | None:
    """The quotation that closes with the mark at `edge`, or before it."""
    return s.quote_at.get(edge if s.tags[edge] == CLOSE else edge - 1)


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
    k = opening_mark(s, i, 30)
    return (s.quote_at[k],) if k in s.quote_at and s.tags[k - 1] in INTRODUCES_REST else ()
