"""`According to X`, before or behind what X says."""

from __future__ import annotations

from onrecord.drafting.finding.clause import Clause
from onrecord.drafting.finding.contents import clause_end
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.phrases import NEAR, ROUGHLY, noun_phrase_right
from onrecord.drafting.finding.rule import ANY, rule
from onrecord.drafting.finding.sentence import Words
from onrecord.drafting.reading.tags import (
    AND,
    ARTICLE,
    AUXILIARY,
    BRACKET,
    CLAUSE_SIGN,
    CLOSING_BRACKET,
    COLON,
    COMMA,
    CONJUNCTION,
    DETERMINER,
    FINITE,
    GENITIVE,
    INSERTING,
    NAME,
    NOUN,
    NUMBER,
    OPEN,
    PARTICIPLE,
    PAUSE,
    PREPOSITION,
    QUOTE_MARK,
    RELATIVE,
    SEMICOLON,
    SUBORDINATOR,
    THAT,
    TIME,
    VERB,
    skip,
)
from onrecord.drafting.reading.tokens import Range

BEFORE_COMMA = frozenset({COMMA, SUBORDINATOR, RELATIVE, PARTICIPLE, VERB, TIME})  # goes on with the source
JOINED_BY_COMMA = CONJUNCTION | {COMMA}  # opens no content
PARTED = PAUSE | QUOTE_MARK | {SUBORDINATOR, RELATIVE}
BEFORE_QUOTATION = frozenset({COMMA, NAME, COLON})
BEFORE_ITS_WORDS = 5  # tokens between a source and its words, at most
APPOSITION = 14  # tokens that one may be long
NAME_WORDS = frozenset({NAME, GENITIVE})
CITING = frozenset(["citing", "quoting"])
NOT_IN_A_SOURCE = PAUSE | QUOTE_MARK | {SUBORDINATOR}
CLAUSES_OF_A_SOURCE = frozenset({RELATIVE, THAT})


@rule(frames=ANY, voices={"according"}, drafts="clause", headlines=True)
def according_to(clause: Clause) -> Found | None:
    """`According to X, …` and `…, according to X`; `in the words of X, “…”`."""
    begin, end = clause.end, with_apposition(clause.s, source_end(clause.s, clause.end))
    if end <= begin or in_passing(clause, end):
        return None
    content = content_of(clause, end) if clause.cue.lemma == "according to" else quotation_near(clause.s, end)
    return clause.found((begin, end), *content) if sum(b - a for a, b in content) >= 2 else None


def quotation_near(s: Words, end: int) -> tuple[Range, ...]:
    """`in the words of X, QC, “…”`: the quotation behind the source, before anything else is said."""
    opened = s.find(OPEN, end, BEFORE_ITS_WORDS)
    near = opened >= 0 and BEFORE_QUOTATION.issuperset(s.tags[end:opened])
    return (s.quote_at[opened],) if near and opened in s.quote_at else ()


def in_passing(clause: Clause, end: int) -> bool:
    """Whether the sentence goes on on both sides without a mark: whose words those are, nothing tells."""
    s = clause.s
    parted = clause.at <= s.first + 1 or s.tags[clause.at - 1] in PARTED or s.tags[end] in PARTED
    return not parted and end < s.last - 1


def with_apposition(s: Words, end: int) -> int:
    """The end of the source with what its commas set off: `the spokesman, Ann Lee,`, `Reuters, citing two envoys,`."""
    closed = s.find(COMMA, end + 1, APPOSITION) if end < s.last and s.tags[end] == COMMA else -1
    inside = s.tags[end + 1 : closed] if closed > 0 else ""
    named = len(inside) > 1 and NAME_WORDS.issuperset(inside) and s.tags[end - 1] == NOUN
    role = s.tags[end - 1] == NAME and inside[:1] == DETERMINER and is_role(s, inside, closed)
    return closed if named or role or s.low[end + 1] in CITING else end


def is_role(s: Words, inside: str, closed: int) -> bool:
    """Whether the words between two commas have no verb and are no list: `Lund, the mayor of Ulm, the dam holds`."""
    listed = AND in s.tags[closed : closed + 8] and FINITE.isdisjoint(s.tags[closed : closed + 4])
    return FINITE.isdisjoint(inside) and not listed and s.tags[closed + 1] != AND


def ends_a_source(s: Words, begin: int, k: int) -> bool:
    """Whether the clause starts at `k` without a comma: behind a noun at an article, or with a measure."""
    starts = k > begin and s.tags[k] in ARTICLE
    behind_name = starts and s.tags[k - 1] == NAME
    behind_noun = starts and s.tags[k - 1] == NOUN and s.find(COMMA, k, APPOSITION) < 0  # no report the ministry wrote,
    return behind_name or behind_noun or is_a_measure(s, k)


def is_a_measure(s: Words, k: int) -> bool:
    """Whether a preposition with an amount stands at `k`, which belongs to no source: `about 100 miles off`."""
    return s.tags[k] == PREPOSITION and s.tags[k + 1] == NUMBER and s.low[k] in ROUGHLY


def content_of(clause: Clause, end: int) -> tuple[Range, ...]:
    """What the source, which ends at `end`, says."""
    opens = clause.at <= clause.s.first + 1 or clause.s.tags[clause.at - 1] == SEMICOLON
    return content_behind(clause.s, end) if opens else content_around(clause, end)


def source_end(s: Words, begin: int) -> int:
    """End of the source: its noun phrase alone where a finite verb shows that a comma is missing behind it."""
    end = before_mark(s, begin)
    inside = s.tags[begin:end]
    clause_inside = not AUXILIARY.isdisjoint(inside) and CLAUSES_OF_A_SOURCE.isdisjoint(inside)
    return noun_phrase_right(s, begin) if clause_inside else end


def before_mark(s: Words, begin: int) -> int:
    """End of the noun phrase at `begin`, with its phrases and relatives, before the next mark."""
    k, end = begin, s.ahead(begin, 30)
    while k < end and s.tags[k] not in NOT_IN_A_SOURCE and not ends_a_source(s, begin, k):
        closed = s.tags.find(CLOSING_BRACKET, k, s.last) if s.tags[k] == BRACKET else k
        k = max(k, closed) + 1
    return k


def content_behind(s: Words, end: int) -> tuple[Range, ...]:
    """`According to X, …`: the clause, or the whole quotation, behind the comma."""
    start = (s.find(COMMA, end, 25) + 1 or end) if s.tags[end] in BEFORE_COMMA else end
    return ((start, max(clause_end(s, start), quotation_end(s, start))),) if start < s.last else ()


def quotation_end(s: Words, start: int) -> int:
    """Where the quotation ends that opens at `start`; `start` where none does."""
    opened, closed = s.quote_at.get(start, (start, start))
    return closed if opened == start else start


def content_around(clause: Clause, end: int) -> tuple[Range, ...]:
    """`…, according to X, …`: what stands before, and what goes on behind."""
    tags, before, behind = clause.s.tags, content_before(clause), goes_on_behind(clause.s, end)
    if not behind:
        return (before,)
    if tags[before[1] - 1] == RELATIVE:  # which, according to X, …
        return (behind,)
    return (before, behind) if tags[behind[0]] in FINITE or is_verbless(tags, *before) else (before,)


def is_verbless(tags: str, start: int, end: int) -> bool:
    """Whether what ends there has no verb, so that the clause is not over."""
    return CLAUSE_SIGN.isdisjoint(tags[max(start, end - NEAR) : end])


def content_before(clause: Clause) -> Range:
    """From the start of the sentence, or of the quotation that runs up to it, to the cue or the mark before it."""
    s = clause.s
    edge = clause.at - (s.tags[clause.at - 1] in INSERTING)
    parted = behind_semicolon(s, edge)
    start = min(parted, s.quote_at.get(edge - 1, (parted, edge))[0])
    return skip(s.tags, start, edge, JOINED_BY_COMMA), edge


def behind_semicolon(s: Words, edge: int) -> int:
    """Behind the last semicolon before `edge` outside of quotations; the start of the sentence where there is none."""
    found = s.tags.rfind(SEMICOLON, s.first, edge)
    while found >= 0 and found in s.quote_at:
        found = s.tags.rfind(SEMICOLON, s.first, found)
    return max(s.first, found + 1)


def goes_on_behind(s: Words, end: int) -> Range | None:
    """The clause behind the source and its comma, unless the sentence is as good as over."""
    more = end + 1
    behind_comma = end < s.last and s.tags[end] == COMMA
    return (more, clause_end(s, more)) if behind_comma and more < s.last - 4 else None
