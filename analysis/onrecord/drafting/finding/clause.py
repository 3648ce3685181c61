"""A cue in its clause, and the source that a verb in it has: its subject, or one that it shares."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.drafting.finding.cues import Cue
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.phrases import subject, verb_group_start
from onrecord.drafting.reading.tags import (
    ADVERB,
    CLOSING_BRACKET,
    COMMA,
    CONJUNCTION,
    FINITE,
    HEAD,
    NOUN,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN,
    STOP,
    SUBORDINATOR,
    VERB,
    one_of,
)
from onrecord.drafting.reading.tokens import Range, Tokens

DOCUMENTS = frozenset(
    "statement letter tweet email message memo ad video release note post resolution op-ed column".split()  # noqa: SIM905
)
FINITE_VERB = one_of(FINITE)
BEFORE_PARTICIPLE = HEAD | {CLOSING_BRACKET}  # what a participle belongs to where it follows at once
INTRODUCTORY = frozenset({SUBORDINATOR, PARTICIPLE, PREPOSITION})  # opens a clause or phrase that ends at its comma
MAKING_DOCUMENT = frozenset({VERB, NOUN, PARTICIPLE, ADVERB})  # issued a statement saying …: the issuer's words


class Clause(NamedTuple):
    """`cue` stands at tokens [`at`, `end`) of the sentence [`first`, `last`); its verb group starts at `start`.

    `voice` tells how it stands there (`onrecord.drafting.finding.voice.VOICES`). `shared` is the source of the cue
    before it in the sentence, if there is one; `headline` whether the sentence can be one.
    """

    t: Tokens
    cue: Cue
    first: int
    last: int
    start: int
    at: int
    end: int
    voice: str
    shared: Range | None
    headline: bool

    @property
    def before(self) -> str:
        """The tag before the verb group; a stop where the sentence starts with it."""
        return self.t.tags[self.start - 1] if self.start > self.first else STOP

    def has(self, *frames: str) -> bool:
        """Whether the cue has one of these frames."""
        return not self.cue.frames.isdisjoint(frames)

    def reaching(self, end: int) -> Clause:
        """The same with a cue that goes on up to token `end`."""
        return self._replace(end=end)

    def found(self, source: Range | None, *content: Range) -> Found:
        """What a rule gives that finds this content, and this source if any."""
        return Found((source,) if source else (), ((self.at, self.end),), content, self.cue)


def source_of(clause: Clause) -> Range | None:
    """The source of an active or participial cue; the one shared with the verb before where they are joined."""
    t, first, start, before = clause.t, clause.first, clause.start, clause.before
    if clause.voice == "participle":
        return near_participle(clause) or clause.shared or main_subject(t, first, start) or following_subject(clause)
    behind_comma = before == COMMA and t.tags[start - 2] != PRONOUN
    found = None if before in CONJUNCTION else subject(t, first, start)
    if found or not (before in CONJUNCTION or behind_comma):
        return found
    return clause.shared or main_subject(t, first, start)


def near_participle(clause: Clause) -> Range | None:
    """The noun phrase that a participle follows at once, or who made it where it is a document."""
    t, first = clause.t, clause.first
    near = subject(t, first, clause.start) if clause.before in BEFORE_PARTICIPLE else None
    made = near and near[0] > first and t.low[near[1] - 1] in DOCUMENTS and t.tags[near[0] - 1] in MAKING_DOCUMENT
    return (main_subject(t, first, near[0]) or near) if near and made else near


def main_subject(t: Tokens, first: int, end: int) -> Range | None:
    """Subject of the first finite verb of the sentence before `end` that has one."""
    i = first
    if t.tags[first] in INTRODUCTORY:
        i = max(i, t.tags.find(COMMA, first, min(end, first + 40)) + 1)
    verbs = (found.start() for found in FINITE_VERB.finditer(t.tags, i + 1, min(end, i + 60)))
    return next(filter(None, (subject(t, i, verb_group_start(t, i, k)) for k in verbs)), None)


def following_subject(clause: Clause) -> Range | None:
    """Subject of the main clause behind an introductory participle: `Noting that …, Tester added`."""
    t, start, last = clause.t, clause.start, clause.last
    comma = t.tags.find(COMMA, start, min(last, start + 60))
    verb = FINITE_VERB.search(t.tags, comma + 1, min(last, comma + 20)) if comma >= 0 else None
    return subject(t, comma + 1, verb_group_start(t, comma + 1, verb.start())) if verb else None
