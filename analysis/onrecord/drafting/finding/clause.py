"""A cue in its clause, and the source that a verb in it has: its subject, or one that it shares."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.drafting.finding.cues import Cue
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.sentence import Words
from onrecord.drafting.finding.subjects import skip_time_left, subject, verb_group_start
from onrecord.drafting.reading.tags import (
    ADVERB,
    CLOSING_BRACKET,
    COMMA,
    CONJUNCTION,
    FINITE,
    HEAD,
    NOUN,
    PARTICIPLE,
    PREPOSED,
    PREPOSITION,
    PRONOUN,
    SUBORDINATOR,
    VERB,
    one_of,
)
from onrecord.drafting.reading.tokens import Range

DOCUMENTS = frozenset(
    "statement letter tweet email message memo ad video release note post resolution op-ed column".split()  # noqa: SIM905
)
FINITE_VERB = one_of(FINITE)
BEFORE_PARTICIPLE = HEAD | {CLOSING_BRACKET}  # what a participle belongs to where it follows at once
INTRODUCTORY = frozenset({SUBORDINATOR, PARTICIPLE, PREPOSITION})  # opens a clause or phrase that ends at its comma
MAKING_DOCUMENT = frozenset({VERB, NOUN, PARTICIPLE, ADVERB})  # issued a statement saying …: the issuer's words


class Clause(NamedTuple):
    """`cue` stands at tokens [`at`, `end`) of its sentence; its verb group starts at `start`.

    `voice` tells how it stands there (`onrecord.drafting.finding.voice.VOICES`). `shared` is the source of the cue
    before it in the sentence, if there is one.
    """

    s: Words
    cue: Cue
    start: int
    at: int
    end: int
    voice: str
    shared: Range | None = None

    @property
    def behind(self) -> str:
        """The tag of the word behind the cue."""
        return self.s.tags[self.end]

    def has(self, *frames: str) -> bool:
        """Whether the cue has one of these frames."""
        return not self.cue.frames.isdisjoint(frames)

    def subject(self) -> Range | None:
        """The subject of the cue."""
        return subject(self.s, self.start)

    def reaching(self, end: int) -> Clause:
        """The same with a cue that goes on up to token `end`."""
        return self._replace(end=end)

    def found(self, source: Range | None, *content: Range) -> Found:
        """What a rule gives that finds this content, and this source if any."""
        return Found((source,) if source else (), ((self.at, self.end),), content, self.cue)


def source_of(clause: Clause) -> Range | None:
    """The source of an active or participial cue; the one shared with the verb before where they are joined."""
    if clause.voice == "participle":
        return source_of_participle(clause)
    s, before = clause.s, skip_time_left(clause.s, clause.start - 1)
    conjoined = before >= s.first and s.tags[before] in CONJUNCTION
    found = None if conjoined else clause.subject()
    return found or (shared_source(clause) if conjoined or is_behind_comma(clause) else None)


def shared_source(clause: Clause) -> Range | None:
    """The source of the verb before, or the main subject of the sentence."""
    return clause.shared or main_subject(clause.s, clause.start)


def is_behind_comma(clause: Clause) -> bool:
    """Whether a comma stands before the verb group, and no pronoun before that."""
    return clause.s.before(clause.start) == COMMA and clause.s.tags[clause.start - 2] != PRONOUN


def source_of_participle(clause: Clause) -> Range | None:
    """What the participle follows, or the subject of its sentence: `X blamed Y, accusing …`, `Noting …, X added`."""
    near = clause.subject() if clause.s.before(clause.start) in BEFORE_PARTICIPLE else None
    if near:
        return maker(clause.s, near) or near
    return shared_source(clause) or following_subject(clause)


def maker(s: Words, document: Range) -> Range | None:
    """Who made what [start, end) names, where that is a document: `X issued a statement saying …`."""
    start, end = document
    head = next((k for k in range(start, end) if s.tags[k + 1] in PREPOSED), end - 1)
    is_made = start > s.first and s.low[min(head, end - 1)] in DOCUMENTS and s.tags[start - 1] in MAKING_DOCUMENT
    return main_subject(s, start) if is_made else None


def main_subject(s: Words, end: int) -> Range | None:
    """Subject of the first finite verb of the sentence before `end` that has one."""
    main = main_clause(s, end)
    verbs = (found.start() for found in FINITE_VERB.finditer(s.tags, main.first + 1, min(end, main.first + 60)))
    return next(filter(None, (subject_of_verb(main, k) for k in verbs)), None)


def main_clause(s: Words, end: int) -> Words:
    """The sentence without an introductory clause or phrase, which ends at a comma before `end`."""
    comma = s.tags.find(COMMA, s.first, min(end, s.first + 40)) if s.tags[s.first] in INTRODUCTORY else -1
    return s.starting(comma + 1) if comma >= 0 else s


def subject_of_verb(s: Words, k: int) -> Range | None:
    """Subject of the verb at `k`."""
    return subject(s, verb_group_start(s, k))


def following_subject(clause: Clause) -> Range | None:
    """Subject of the main clause behind an introductory participle: `Noting that …, Tester added`."""
    s, comma = clause.s, clause.s.find(COMMA, clause.start, 60)
    verb = FINITE_VERB.search(s.tags, comma + 1, s.ahead(comma, 20)) if comma >= 0 else None
    return subject_of_verb(s.starting(comma + 1), verb.start()) if verb else None
