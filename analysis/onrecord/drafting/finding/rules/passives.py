"""Passive cues: with the source behind `by`, or with a source that the text does not give."""

from __future__ import annotations

from onrecord.drafting.finding.boundaries import skip_adverbs
from onrecord.drafting.finding.clause import Clause
from onrecord.drafting.finding.contents import clause_end, phrase_end
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.phrases import noun_phrase_right, subject
from onrecord.drafting.finding.rule import ANY, rule
from onrecord.drafting.reading.tags import (
    OF,
    OPEN,
    PARTICIPLE,
    PAUSE,
    PREPOSITION,
    RELATIVE,
    THAT,
    TIME,
    TO,
)
from onrecord.drafting.reading.tokens import Range

REACH_OF_BY = 13  # tokens behind the verb among which `by` stands
ENDS_BEFORE_BY = PAUSE | {OPEN, RELATIVE, THAT}
NO_AGENT = frozenset({PARTICIPLE, TIME})  # by doing so, by Monday
GOES_ON = frozenset({OF, TO, PREPOSITION})  # accused by X of …
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
    told = subject(clause.t, clause.first, clause.start)
    return told if told and clause.t.tags[told[0]] != RELATIVE else None


def agent_of(clause: Clause) -> Range | None:
    """The noun phrase behind `by`; what a verb takes with `of` is no part of it (accused by X of Y)."""
    t, start = clause.t, skip_adverbs(clause.t.tags, clause.end)
    end = min(clause.last - 1, start + REACH_OF_BY)
    by = next((k for k in range(start, end) if t.low[k] == "by" or t.tags[k] in ENDS_BEFORE_BY), end)
    if by >= end or t.low[by] != "by" or t.tags[by + 1] in NO_AGENT:
        return None
    stop = noun_phrase_right(t, by + 1, clause.last)
    of = t.tags.find(OF, by + 1, stop) if clause.has("of") else -1
    stop = of if of > 0 else stop
    return (by + 1, stop) if stop > by + 1 else None


def told_behind(clause: Clause, agent: int, end: int) -> tuple[Range, ...]:
    """What is told between the verb and the `by` before `agent`, else behind the agent, which ends at `end`."""
    t = clause.t
    if agent - 1 > clause.end:
        return ((clause.end, agent - 1),)
    if end < clause.last and t.tags[end] in GOES_ON and t.tags[end + 1] != TIME:
        return ((end, phrase_end(t, end, clause.last)),)
    return ()


@rule(frames={"to_be"}, voices={"passive"}, drafts="nothing", headlines=False)
def agentless_passive(clause: Clause) -> Found | None:
    """`X is expected to …`, `X is known as …`: somebody expects it, and the text does not say who."""
    t, k = clause.t, skip_adverbs(clause.t.tags, clause.end)
    told = told_of(clause)
    if not told or k >= clause.last or t.low[k] not in ROLES:
        return None
    end = clause_end(t, k, clause.last)
    return clause.found(None, told, (k, end)) if end > k + 1 else None
