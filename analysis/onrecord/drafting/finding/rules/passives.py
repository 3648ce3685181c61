"""Passive cues: with the source behind `by`, or with a source that the text does not give."""

from __future__ import annotations

from onrecord.drafting.finding.boundaries import skip_adverbs
from onrecord.drafting.finding.clause import Clause
from onrecord.drafting.finding.contents import clause_end, phrase_end
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.phrases import noun_phrase_left, noun_phrase_right
from onrecord.drafting.finding.rule import ANY, rule
from onrecord.drafting.finding.sentence import Words
from onrecord.drafting.reading.tags import (
    AND,
    COMMA,
    HEAD,
    OF,
    OPEN,
    PARTICIPLE,
    PAUSE,
    PREPOSITION,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    THAT,
    TIME,
    TO,
    WH,
    skip_left,
)
from onrecord.drafting.reading.tokens import Range

REACH_OF_BY = 13  # tokens behind the verb among which `by` stands
ENDS_BEFORE_BY = PAUSE | {OPEN, RELATIVE, THAT}
NO_AGENT = frozenset({PARTICIPLE, TIME})  # by doing so, by Monday
GOES_ON = frozenset({OF, TO, PREPOSITION})  # accused by X of …
SEEMING = frozenset(["appear", "seem"])
ASKING = frozenset(["if", "whether", "who", "which", "what", "how", "why", "when", "where"])
BEFORE_ASKED = frozenset({STOP, SUBORDINATOR, WH, COMMA, AND})
REACH_OF_QUESTION = 40  # tokens that a question may run to its comma
KNOWN_BEFORE = frozenset(["as", "for"])
BEFORE_KNOWN = HEAD | {COMMA}
ROLES = frozenset(["to", "as", "of", "about"])  # is expected to, is known as


@rule(frames=ANY, voices={"passive"}, drafts="nothing", headlines=False)
def passive_agent(clause: Clause) -> Found | None:
    """`Y was accused by X of …`, `… was first reported by X`."""
    agent, told = agent_of(clause), told_of(clause)
    if not agent or not told:
        return None
    return clause.found(agent, told, *told_behind(clause, *agent))


def told_of(clause: Clause) -> Range | None:
    """The subject, of which something is told; None for a relative pronoun."""
    told = clause.subject()
    return told if told and clause.s.tags[told[0]] != RELATIVE else None


def agent_of(clause: Clause) -> Range | None:
    """The noun phrase behind `by`; what a verb takes with `of` is no part of it (accused by X of Y)."""
    begin = behind_by(clause)
    if not begin:
        return None
    end = noun_phrase_right(clause.s, begin)
    of = clause.s.tags.find(OF, begin, end) if clause.has("of") else -1
    return (begin, of if of >= 0 else end) if end > begin else None


def behind_by(clause: Clause) -> int:
    """The token behind the `by` of the verb, which an agent can follow; 0 where there is none."""
    s, start = clause.s, skip_adverbs(clause.s.tags, clause.end)
    by = first_by(s, start, min(s.last - 1, start + REACH_OF_BY))
    return by + 1 if by >= 0 and s.tags[by + 1] not in NO_AGENT else 0


def first_by(s: Words, start: int, end: int) -> int:
    """Where `by` stands before any mark or clause; -1 for nowhere."""
    found = next((k for k in range(start, end) if s.low[k] == "by" or s.tags[k] in ENDS_BEFORE_BY), -1)
    return found if s.low[found] == "by" else -1


def told_behind(clause: Clause, agent: int, end: int) -> tuple[Range, ...]:
    """What is told between the verb and the `by` before `agent`, else behind the agent, which ends at `end`."""
    s = clause.s
    if agent - 1 > clause.end:
        return ((clause.end, agent - 1),)
    goes_on = end < s.last and s.tags[end] in GOES_ON and s.tags[end + 1] != TIME
    return ((end, phrase_end(s, end)),) if goes_on else ()


@rule(frames={"to_be"}, voices={"passive"}, drafts="nothing", headlines=False)
def agentless_passive(clause: Clause) -> Found | None:
    """`X is expected to …`, `X is known as …`: somebody expects it, and the text does not say who."""
    s, k = clause.s, skip_adverbs(clause.s.tags, clause.end)
    told = told_of(clause)
    end = clause_end(s, k) if k < s.last and s.low[k] in ROLES else k
    return clause.found(None, told, (k, end)) if told and end > k + 1 else None


@rule(frames={"to_be"}, voices={"active"}, drafts="nothing", headlines=False)
def reduced_passive(clause: Clause) -> Found | None:
    """`the group of contests known as …`: what a phrase is called, by nobody named."""
    s, k = clause.s, clause.end
    if s.low[clause.at] != "known" or s.low[k] not in KNOWN_BEFORE or s.before(clause.start) not in BEFORE_KNOWN:
        return None
    told = noun_phrase_left(s, skip_left(s.tags, clause.start, s.first, frozenset({COMMA})) - 1)
    return (
        clause.reaching(k + 1).found(None, told, (k + 1, phrase_end(s, k + 1))) if told and told[0] < told[1] else None
    )


@rule(frames={"to_be"}, voices={"active"}, drafts="nothing", headlines=False)
def seeming(clause: Clause) -> Found | None:
    """`X appears to …`: so it seems to somebody, and the text does not say to whom."""
    told = told_of(clause) if clause.cue.lemma in SEEMING and clause.behind == TO else None
    return clause.found(None, told, (clause.end, clause_end(clause.s, clause.end))) if told else None


@rule(frames={"wh"}, voices={"active"}, drafts="nothing", headlines=False)
def asked_about(clause: Clause) -> Found | None:
    """`Asked if …, X said`, `when asked about …`: a question, and nobody who is named as asking."""
    s, end = clause.s, clause.end
    if s.low[clause.at] != "asked" or s.before(clause.start) not in BEFORE_ASKED:
        return None
    if s.low[end] == "about":
        return clause.reaching(end + 1).found(None, (end + 1, phrase_end(s, end + 1)))
    comma = s.find(COMMA, end, REACH_OF_QUESTION)
    opens = s.tags[end] == WH or s.low[end] in ASKING
    return clause.found(None, (end, comma)) if opens and comma > end + 1 else None
