"""One attribution as said by one speaker: what each column of its row is read from."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cached_property

from onrecord.drafting.finding.attributions import Attribution
from onrecord.drafting.finding.cues import PAST, forms
from onrecord.drafting.lexicon import any_of
from onrecord.drafting.reading.quotations import Quoted
from onrecord.drafting.rows.acts import CLAUSES, speech_act
from onrecord.drafting.rows.channels import channel, channel_of_document
from onrecord.drafting.rows.clauses import Clause, clause
from onrecord.drafting.rows.dates import Dated, said_when
from onrecord.drafting.rows.drafted import HEADS
from onrecord.drafting.rows.hedges import Commitment, Span, back_shifted, commitment
from onrecord.drafting.rows.regions import Region, Regions
from onrecord.drafting.rows.row import StatementRow
from onrecord.drafting.rows.targets import NOBODY, Target, target_of
from onrecord.drafting.sources.actors import Actor
from onrecord.drafting.sources.resolution.cast import Mention, Resolved
from onrecord.drafting.sources.resolution.resolution import Resolution

UNSPECIFIED = Resolved("unspec", "pronoun", "low", "unspecified_holder")
ORDER = ("low", "moderate", "high")
STANCE = {"factive": "endorses", "distancing": "distances"}
REPEATEDLY = re.compile(rf"\b{any_of('repeated')}\b", re.IGNORECASE)
PERFECT = re.compile(r"\b(?:has|have|had|[’']ve)\b", re.IGNORECASE)
SPEAKERS = frozenset(["i", "we"])  # what the speaker is called in its own words
PRONOUNS = SPEAKERS | {"it", "he", "she", "they"}
NO_PERSON = frozenset(["body", "country", "document"])  # kinds of actors that are called `it`
VERB_GROUP = 40  # code points before a cue in which its verb group stands


@dataclass
class Saying:
    """`item` with its content as quoted, said by `speaker` through the actors of `chain`, the publisher first."""

    regions: Regions
    resolution: Resolution
    published: datetime.date | None
    item: Attribution
    quoted: Quoted
    speaker: Resolved
    chain: list[str]

    @property
    def text(self) -> str:
        """The article's."""
        return self.regions.text

    @cached_property
    def region(self) -> Region:
        """The sentences in which source, cue and content stand."""
        return self.regions.of([*self.item.source, *self.item.cue, *self.quoted.content])

    @property
    def role(self) -> str:
        """That of the sentence in which the cue stands."""
        return self.regions.sentence(self.item.cue[0][0]).role

    @cached_property
    def content(self) -> str:
        """The words of the content on one line."""
        return " ".join(" ".join(self.text[start:end] for start, end in self.quoted.content).split())

    @property
    def cue(self) -> str:
        """The words of the cue in small letters."""
        return self.text[slice(*self.item.cue[0])].lower()

    @property
    def is_open(self) -> bool:
        """Whether nobody is known who says it."""
        return self.speaker.actor == "unspec"

    @cached_property
    def told_after(self) -> list[Span]:
        """Each `would` of a clause behind a cue in the past that stands for `will`."""
        form = forms().get(self.cue.partition(" ")[0])
        clausal = self.item.rule in CLAUSES or self.item.rule == "addressee_clause"
        past = clausal and form is not None and PAST in form.places
        return back_shifted(self.text, self.quoted.content, self.quoted.quotes) if past else []

    @cached_property
    def clause(self) -> Clause:
        """What the words of the content show."""
        return clause(self.content, bool(self.told_after))

    @cached_property
    def commitment(self) -> Commitment:
        """How firm the speaker is."""
        return commitment(self.text, self.quoted.content, self.item.cue[0], self.item.lemma, self.told_after)

    @property
    def stance(self) -> str:
        """What the narrator's cue tells of its own belief."""
        return STANCE.get(self.item.cue_class, "neutral")

    def act(self) -> str:
        """The speech act."""
        if self.item.rule == "noun_cue":
            return "express_concern"
        actor = self.resolution.actors.get(self.speaker.actor)
        own = actor is not None and is_called(self.clause.before, actor)
        return speech_act(self.item.lemma, self.item.rule, self.clause, own, self.stance)

    def target(self) -> Target:
        """Whom it aims at; may make an actor."""
        if self.is_open:
            return NOBODY
        start, end = self.quoted.content[0]
        words = Mention(self.text[start:end], start, self.regions.number(start))
        return target_of(self.resolution, self.item, words, self.speaker.actor)

    def channel(self) -> str:
        """How it was said."""
        if self.speaker.speaker_kind == "document" and self.item.source:
            return channel_of_document(self.text[slice(*self.item.source[0])])
        return channel(self.beside())

    def beside(self) -> str:
        """The words of the region outside the content."""
        starts = [self.region.start, *(end for _, end in self.quoted.content)]
        ends = [*(start for start, _ in self.quoted.content), self.region.end]
        return " ".join(self.text[start:end] for start, end in zip(starts, ends, strict=True))

    def said(self) -> Dated | None:
        """When it was said, where a time expression outside the content tells."""
        if not self.item.source:
            return None
        source, cue = self.item.source[-1], self.item.cue[-1]
        between = (source[1], cue[0]) if source[1] <= cue[0] else (cue[1], source[0])
        found = said_when(self.text, max(source[1], cue[1]), between, self.region.end, self.published)
        inside = found and any(start <= found.span[0] < end for start, end in self.item.content)
        return None if inside else found

    @property
    def verb_group(self) -> str:
        """The words before the cue that belong to it."""
        cue, source = self.item.cue[0][0], self.item.source
        start = source[-1][1] if source and source[-1][1] <= cue else cue
        return self.text[max(start, cue - VERB_GROUP) : cue]

    def time_said(self, dated: bool) -> str:
        """The codebook's word for when it was said; `dated`: a time expression tells."""
        if dated:
            return "dated"
        if REPEATEDLY.search(self.verb_group) or PERFECT.search(self.verb_group):
            return "vague_past"
        return "vague_present" if self.cue.endswith("s") and self.item.rule != "noun_cue" else "not_stated"

    def frequency(self) -> str:
        """The codebook's word for how often it was said."""
        if REPEATEDLY.search(self.verb_group):
            return "repeated"
        return "unspecified" if self.item.rule == "noun_cue" or PERFECT.search(self.verb_group) else "once"

    def flags(self) -> tuple[str, ...]:
        """What a reviewer should look at."""
        speaker = self.speaker
        found = {
            "standfirst_only": self.role in HEADS and not self.is_open,
            "unnamed_source": speaker.speaker_kind == "unnamed_individual",
            "anaphoric_source": speaker.form in ("pronoun", "descriptor", "document") and speaker.confidence != "high",
            "source_open": self.is_open and bool(self.item.source),
            "editorial_insertion": bool(self.quoted.insertions),
            "cue_not_finite": self.item.rule == "noun_cue" or self.cue.endswith("ing"),
        }
        return tuple(name for name, holds in found.items() if holds)

    def row(self, statement: str) -> StatementRow:
        """The row with this id, without its date; raises ValueError for a span that no cell can name."""
        item, quoted, words = self.item, self.quoted, self.region.words_or_none
        act, target = self.act(), self.target()
        return StatementRow(
            id=statement,
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
            polarity="negative" if self.clause.negated else "positive",
            certainty=self.commitment.certainty,
            hedge_text=tuple(self.region.words(span) for span in self.commitment.hedges),
            narrator_stance=self.stance,
            time_referred=self.clause.time,
            frequency=self.frequency(),
            confidence=min(item.confidence, self.speaker.confidence, key=ORDER.index),
            rule=f"draft:{item.rule}",
            flags=self.flags(),
        )


def is_called(subject: str, actor: Actor) -> bool:
    """Whether the subject of a content, in small letters, is its speaker."""
    if subject in PRONOUNS:
        return subject in SPEAKERS or (subject == "it") == (actor.kind in NO_PERSON)
    names = {alias.lower() for alias in (*actor.aliases, actor.name) if alias}
    return subject in names or (actor.kind == "country" and subject == "the country")
