"""One attribution as said by one speaker: what the columns of its row are read from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from onrecord.drafting.finding.cues import forms
from onrecord.drafting.reading.quotations import Quoted
from onrecord.drafting.rows.acts import act_of, speech_act
from onrecord.drafting.rows.channels import channel, channel_of_document, told_with
from onrecord.drafting.rows.clauses import Clause, clause
from onrecord.drafting.rows.drafted import HEADS
from onrecord.drafting.rows.hedges import Commitment, back_shifted, commitment, hedging_cue
from onrecord.drafting.rows.placed import Placed
from onrecord.drafting.rows.regions import Region, Regions
from onrecord.drafting.rows.row import StatementRow
from onrecord.drafting.rows.spans import Span, words_of
from onrecord.drafting.rows.targets import NOBODY, Target, target_of
from onrecord.drafting.rows.times import frequency, time_said
from onrecord.drafting.sources.actors import Actor
from onrecord.drafting.sources.resolution.cast import Mention, Resolved
from onrecord.drafting.sources.resolution.resolution import Resolution
from onrecord.english.verbs import BASE, PAST

UNSPECIFIED = Resolved("unspec", "pronoun", "low", "unspecified_holder")
ORDER = ("low", "moderate", "high")
STANCE = {"factive": "endorses", "distancing": "distances"}
SPEAKERS = frozenset(["i", "we"])  # what the speaker is called in its own words
PERFORMS = re.compile(r"\W*(?:I|we) (?:also |again |strongly |once more )?(\w+)\b", re.I)
PERFORMED = frozenset(["urge", "demand"])  # acts that are done by saying so
PRONOUNS = SPEAKERS | {"it", "he", "she", "they"}
NO_PERSON = frozenset(["body", "country", "document"])  # kinds of actors that are called `it`
POINTING = frozenset(["pronoun", "descriptor", "document"])  # forms of mentions that name nobody


@dataclass
class Saying:
    """An attribution with its content as quoted; `speaker` says it, through the actors of `chain`."""

    at: Placed
    quoted: Quoted
    speaker: Resolved
    chain: list[str]
    regions: Regions
    resolution: Resolution

    @cached_property
    def region(self) -> Region:
        """The sentences in which source, cue and content stand."""
        return self.regions.of([*self.at.item.source, *self.at.item.cue, *self.quoted.content])

    @cached_property
    def content(self) -> str:
        """The words of the content on one line."""
        return " ".join(words_of(self.at.text, self.quoted.content).split())

    @property
    def is_open(self) -> bool:
        """Whether nobody is known who says it."""
        return self.speaker is UNSPECIFIED

    @cached_property
    def told_after(self) -> list[Span]:
        """Each `would` of a clause behind a cue in the past that stands for `will`."""
        content, quotes = self.quoted.content, self.quoted.quotes
        past = self.at.drafts in ("clause", "addressee") and is_past(self.at.cue_words)
        return back_shifted(self.at.text, content, quotes) if past else []

    @cached_property
    def clause(self) -> Clause:
        """What the words of the content show."""
        found = clause(self.content, bool(self.told_after))
        of_a_noun = self.at.drafts == "object" and found.time == "hypothetical"  # a bill that would …
        return found._replace(time="present") if of_a_noun else found

    @cached_property
    def commitment(self) -> Commitment:
        """How firm the speaker is."""
        by_cue = hedging_cue(self.at.item.lemma, self.at.cue)
        found = commitment(self.at.text, self.quoted.content, by_cue, self.told_after)
        return Commitment("CT", ()) if self.at.drafts == "object" and found.certainty == "U" else found

    @property
    def stance(self) -> str:
        """What the narrator's cue tells of its own belief."""
        return STANCE.get(self.at.item.cue_class, "neutral")

    def act(self) -> str:
        """The speech act."""
        if self.at.drafts == "concern":
            return "express_concern"
        actor = self.resolution.actors.get(self.speaker.actor)
        own = actor is not None and is_called(self.clause.before, actor)
        return performed(self.content) or speech_act(self.at, self.clause, own, self.stance)

    def target(self) -> Target:
        """Whom it aims at; may make an actor."""
        start, end = self.quoted.content[0]
        words = Mention(self.at.text[start:end], start, self.regions.number(start))
        return NOBODY if self.is_open else target_of(self.resolution, self.at.item, words, self.speaker.actor)

    def channel(self) -> str:
        """How it was said."""
        if self.speaker.speaker_kind == "document":
            return channel_of_document(self.at.source_words)
        return channel(told_with(self.region.beside(self.quoted.content), self.behind()))

    def behind(self) -> str:
        """The words behind the content, where source and cue stand before it."""
        last = max(end for _, end in self.quoted.content)
        before = max(end for _, end in (*self.at.item.source, *self.at.item.cue))
        return self.at.text[last : self.region.end] if last > before else ""

    def flags(self) -> Iterator[str]:
        """What a reviewer should look at."""
        if self.at.sentence.role in HEADS and not self.is_open:
            yield "standfirst_only"
        yield from flags_of_source(self.speaker, bool(self.at.item.source))
        if self.quoted.insertions:
            yield "editorial_insertion"
        if self.at.drafts == "concern" or self.at.cue_words.endswith("ing"):
            yield "cue_not_finite"

    def row(self) -> StatementRow:
        """The row, without id and date; raises ValueError for a span that no cell can name."""
        item, quoted, words = self.at.item, self.quoted, self.region.words_or_none
        act, target = self.act(), self.target()
        return StatementRow(
            sentence=self.region.cell,
            attribution="unspecified" if self.is_open else "attributed",
            speaker=self.speaker.actor,
            speaker_kind=self.speaker.speaker_kind,
            speaker_text=words(item.source),
            cue_text=words(item.cue),
            cue_class=item.cue_class if item.cue_class != "none" else "neutral",
            content_text=self.region.words(*quoted.content),
            speech_act=act,
            channel=self.channel(),
            source_chain=tuple(dict.fromkeys([*self.chain, self.speaker.actor])),
            quote_type=quoted.type,
            quote_text=words(quoted.quotes),
            insertion_text=words(quoted.insertions),
            target=target.actor,
            target_valence=target.valence,
            polarity=self.clause.polarity,
            certainty=self.commitment.certainty,
            hedge_text=tuple(self.region.words(span) for span in self.commitment.hedges),
            narrator_stance=self.stance,
            time_referred=self.clause.time,
            time_said=time_said(self.at),
            frequency=frequency(self.at),
            confidence=min(item.confidence, self.speaker.confidence, key=ORDER.index),
            rule=f"draft:{item.rule}",
            flags=tuple(self.flags()),
        )


def performed(content: str) -> str:
    """The act that the speaker's own words name, where they open so: `We urge …`, `I ask …`; '' for any other."""
    found = PERFORMS.match(content)
    form = forms().get(found[1].lower()) if found else None
    given = act_of(form.verb.lemma).act if form and form.verb and BASE in form.places else "assert"
    return given if given in PERFORMED else ""


def is_past(cue: str) -> bool:
    """Whether a cue in small letters is, or opens with, a verb in the past."""
    form = forms().get(cue.partition(" ")[0])
    return form is not None and PAST in form.places


def is_called(subject: str, actor: Actor) -> bool:
    """Whether the subject of a content, in small letters, is its speaker."""
    if subject in PRONOUNS:
        return subject in SPEAKERS or (subject == "it") == (actor.kind in NO_PERSON)
    if actor.kind == "country" and subject == "the country":
        return True
    return bool(subject) and subject in (name.lower() for name in (actor.name, *actor.aliases))


def flags_of_source(speaker: Resolved, given: bool) -> Iterator[str]:
    """What a reviewer should look at in who says it; `given`: the text gives a source."""
    if speaker.speaker_kind == "unnamed_individual":
        yield "unnamed_source"
    if speaker.form in POINTING and speaker.confidence != "high":
        yield "anaphoric_source"
    if given and speaker is UNSPECIFIED:
        yield "source_open"
