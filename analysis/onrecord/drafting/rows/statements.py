"""From attributions to rows of statements: who says what, in whose words, how firmly, when, and to whom."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from onrecord.drafting.finding.attributions import Attribution
from onrecord.drafting.finding.cues import forms
from onrecord.drafting.finding.registry import RULES
from onrecord.drafting.reading.quotations import Quotations, Quoted
from onrecord.drafting.reading.tokens import Tokens
from onrecord.drafting.rows import dates
from onrecord.drafting.rows.acts import CLAUSES, clause, speech_act
from onrecord.drafting.rows.channels import channel
from onrecord.drafting.rows.gates import ADJUNCT, barred
from onrecord.drafting.rows.hedges import back_shifted, commitment
from onrecord.drafting.rows.regions import Region, number_of, trimmed
from onrecord.drafting.rows.targets import target_of
from onrecord.drafting.sources.resolution import Resolution, Resolved
from onrecord.english.verbs import PAST
from onrecord.source.sentences import Sentence

UNSPECIFIED = Resolved("unspec", "pronoun", "low", "unspecified_holder")
ORDER = ("low", "moderate", "high")
STANCE = {"factive": "endorses", "distancing": "distances"}
HEADS = ("headline", "standfirst")
REPEATEDLY = re.compile(r"\b(?:repeatedly|again and again|often|frequently|always)\b", re.IGNORECASE)
PERFECT = re.compile(r"\b(?:has|have|had|[’']ve)\b", re.IGNORECASE)
OWN = frozenset(["it", "he", "she", "they", "i", "we"])


@dataclass
class Drafted:
    """A statement's row, and what positions, mentions and repeats need of it."""

    row: dict[str, Any]
    region: Region
    item: Attribution
    speaker: Resolved
    content: str
    role: str
    date: dict[str, Any] | None = None
    words: frozenset[str] = field(default_factory=frozenset)


class Statements:
    """Makes the statements of one article.

    `left_out` names, by reason, the sentences of the attributions that make none; `unsaid` are the spans of those.
    """

    def __init__(
        self,
        tokens: Tokens,
        sentences: Sequence[Sentence],
        resolution: Resolution,
        narrator: str,
        published: datetime.date | None,
    ):
        self.text, self.sentences, self.resolution = tokens.text, sentences, resolution
        self.narrator, self.published = narrator, published
        self.starts = [sentence.start for sentence in sentences]
        self.quotations = Quotations(tokens)
        self.left_out: dict[str, list[str]] = {}
        self.unsaid: list[tuple[int, int]] = []
        self.made: list[Drafted] = []
        self.dated = 0

    def make(self, items: Sequence[Attribution]) -> list[Drafted]:
        """The statements of these attributions, in text order; what stands inside another's content is that one's."""
        outer: list[tuple[Attribution, list[Resolved]]] = []
        for item in items:
            outer = [pair for pair in outer if reaches(pair[0], item)]
            holders = [pair for pair in outer if inside(item, pair[0])]
            reason = self.why_not(item) or (
                "inside another's content" if holders and not through(item, holders) else ""
            )
            speakers = self.speakers(item)  # of one that is not drafted, too: `it` may point back to it
            speakers = [] if reason else speakers
            outer.append((item, speakers))
            if not reason and not speakers:
                reason = "the source is nobody that speaks"
            made = [] if reason else self.rows(item, speakers, [one for pair in holders for one in pair[1][:1]])
            if not made:
                self.leave_out(item, reason or "its words cannot be told apart")
            self.replace_outer(holders, made)
            self.made += made
        return self.made

    def leave_out(self, item: Attribution, reason: str) -> None:
        sentence = self.sentences[number_of(self.starts, item.cue[0][0])]
        self.left_out.setdefault(reason, []).append(sentence.id)
        self.unsaid += [*item.source, *item.cue, *item.content]

    def why_not(self, item: Attribution) -> str:
        at = (item.source or item.cue)[0][0]
        sentence = self.sentences[number_of(self.starts, item.cue[0][0])]
        if sentence.role in HEADS and not RULES[item.rule].headlines:
            return "a headline's cue"
        if not sentence.start <= at < sentence.end and item.rule != "inverted_speech":
            return "source in another sentence"
        return barred(self.text, item, sentence.start, sentence.end, self.shared_until(item))

    def shared_until(self, item: Attribution) -> int | None:
        """Where the statement before ends that shares the source of `item` (`confirmed X and said Y`)."""
        if not self.made or not item.source:
            return None
        before = self.made[-1].item
        return max(b for _, b in (*before.content, *before.cue)) if before.source == item.source else None

    def speakers(self, item: Attribution) -> list[Resolved]:
        """Whom the source names; nobody given is the unspecified holder; an open pronoun, too (rule S8)."""
        if not item.source:
            return [UNSPECIFIED]
        start, end = item.source[0]
        words, number = self.text[start:end], number_of(self.starts, start)
        found = self.resolution.resolve(words, start, number)
        open_pronoun = words.lower().strip() in ("he", "she", "it", "they", "the statement", "the 67-year-old")
        return found or ([UNSPECIFIED] if open_pronoun else [])

    def replace_outer(self, holders: list[tuple[Attribution, list[Resolved]]], made: list[Drafted]) -> None:
        """A statement that only says that another says something gives way to it, and stays in its chain."""
        if made and holders:
            gone = {id(pair[0]) for pair in holders}
            self.made = [one for one in self.made if id(one.item) not in gone]

    def rows(self, item: Attribution, speakers: list[Resolved], chain: list[Resolved]) -> list[Drafted]:
        quoted = self.quotations.of(self.content(item))
        if quoted is None or not self.fit(item, quoted):
            return []
        quoted = self.quotations.without_scare_quotes(quoted, item.cue[-1][1], item.rule in CLAUSES)
        made = [self.row(item, quoted, speaker, chain) for speaker in speakers]
        return [one for one in made if one]

    def content(self, item: Attribution) -> list[tuple[int, int]]:
        """The content's pieces, closed up to the cue where words between belong to what is said."""
        text, pieces = self.text, [trimmed(self.text, *piece) for piece in item.content]
        behind = item.cue[-1][1]
        begin, end = pieces[0]
        if item.source and item.source[0][0] >= behind:
            behind = item.source[-1][1]
        gap = text[behind:begin] if begin > behind else ""
        addressed = item.rule == "addressee_clause" and re.match(r"(?:not )?to\b", text[begin:end])
        opening = item.rule == "bare_clause" and re.search(r"\w", gap) and not ADJUNCT.fullmatch(gap)
        if addressed or opening:
            begin = trimmed(text, behind, end)[0]
        return [span for span in [(begin, end), *pieces[1:]] if span[0] < span[1]]

    def fit(self, item: Attribution, quoted: Quoted) -> bool:
        """Whether the content is one that can be printed as what is said: some words, brackets closed."""
        words = " ".join(self.text[a:b] for a, b in quoted.content)
        balanced = all(words.count(a) == words.count(b) for a, b in ("()", "[]"))
        enough = len(re.findall(r"\w+", words)) >= (1 if quoted.type == "direct" else 2)
        return bool(quoted.content) and balanced and enough and not re.match(r"(?:that|to)\W*$", words)

    def row(self, item: Attribution, quoted: Quoted, speaker: Resolved, chain: list[Resolved]) -> Drafted | None:
        text = self.text
        spans = [*item.source, *item.cue, *quoted.content]
        region = Region(text, self.sentences, self.starts, spans)
        role = self.sentences[number_of(self.starts, item.cue[0][0])].role
        content = " ".join(" ".join(text[a:b] for a, b in quoted.content).split())
        would = back_shifted(text, quoted.content, quoted.quotes) if self.told_after(item) else []
        shown = clause(content, bool(would))
        unspecified = speaker.actor == "unspec"
        stance = STANCE.get(item.cue_class, "neutral")
        own = self.is_own(shown.before, speaker)
        act = (
            "express_concern"
            if item.rule == "noun_cue"
            else speech_act(item.lemma, item.rule, content, shown, own, stance)
        )
        firm = commitment(text, quoted.content, item.cue[0], item.lemma, would)
        said = self.when(item, region)
        target, valence = (
            (None, None)
            if unspecified
            else target_of(self.resolution, text, item, act, quoted.content, speaker, region)
        )
        number = len(self.made) + 1
        try:
            row = {
                "id": f"st-{number:02d}",
                "sentence": region.cell,
                "attribution": "unspecified" if unspecified else "attributed",
                "speaker": speaker.actor,
                "speaker_kind": speaker.speaker_kind,
                "speaker_text": region.words(*item.source) if item.source else None,
                "cue_text": region.words(*item.cue),
                "cue_class": item.cue_class if item.cue_class != "none" else "neutral",
                "content_text": region.words(*quoted.content),
                "speech_act": act,
                "channel": channel(self.beside(region, quoted), self.document(item, speaker)),
                "source_chain": tuple(dict.fromkeys([self.narrator, *(one.actor for one in chain), speaker.actor])),
                "quote_type": quoted.type,
                "quote_text": region.words(*quoted.quotes) if quoted.quotes else None,
                "insertion_text": region.words(*quoted.insertions) if quoted.insertions else None,
                "target": target,
                "target_valence": valence,
                "polarity": "negative" if shown.negated else "positive",
                "certainty": firm.certainty,
                "hedge_text": tuple(region.words(span) for span in self.in_order(firm.hedges)),
                "narrator_stance": stance,
                "time_referred": shown.time,
                **self.time_said(item, said),
                "counted": True,
                "repeat_of": None,
                "confidence": self.confidence(item, speaker),
                "coding_basis": "extracted",
                "rule": f"draft:{item.rule}",
                "flags": tuple(self.flags(item, speaker, quoted, role)),
            }
            date = self.date_row(said, region, row) if said else None
        except ValueError:  # a span that no cell can name
            return None
        return Drafted(row, region, item, speaker, content, role, date, significant(content))

    def told_after(self, item: Attribution) -> bool:
        """Whether the content is a clause behind a cue in the past, so that `will` became `would`."""
        known = forms().get(self.text[slice(*item.cue[0])].lower().partition(" ")[0])
        clausal = item.rule in CLAUSES or item.rule == "addressee_clause"
        return clausal and known is not None and PAST in known.places

    @staticmethod
    def in_order(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        return sorted(spans)

    def is_own(self, subject: str, speaker: Resolved) -> bool:
        """Whether the subject of the content, in small letters, is the speaker."""
        actor = self.resolution.actors.get(speaker.actor)
        if actor is None:
            return False
        if subject in OWN:
            return subject in ("i", "we") or (subject == "it") == (actor.kind in ("body", "country", "document"))
        names = [alias.lower() for alias in (*actor.aliases, actor.name) if alias]
        if actor.kind == "country":
            names.append("the country")
        return subject in names

    def when(self, item: Attribution, region: Region) -> dates.Dated | None:
        if not item.source:
            return None
        source, cue = item.source[-1], item.cue[-1]
        behind = max(source[1], cue[1])
        between = (source[1], cue[0]) if source[1] <= cue[0] else (cue[1], source[0])
        found = dates.said_when(self.text, behind, between, region.end, self.published)
        inside = found and any(a <= found.start < b for a, b in item.content)
        return None if inside else found

    def time_said(self, item: Attribution, said: dates.Dated | None) -> dict[str, Any]:
        """time_said and frequency, by the words of the verb group."""
        start = item.source[-1][1] if item.source and item.source[-1][1] <= item.cue[0][0] else item.cue[0][0]
        group = self.text[max(start, item.cue[0][0] - 40) : item.cue[0][0]]
        repeated, perfect = bool(REPEATEDLY.search(group)), bool(PERFECT.search(group))
        cue = self.text[slice(*item.cue[0])].lower()
        if said:
            time = "dated"
        elif repeated or perfect:
            time = "vague_past"
        else:
            time = "vague_present" if cue.endswith("s") and item.rule != "noun_cue" else "not_stated"
        noun = item.rule == "noun_cue"
        return {
            "time_said": time,
            "frequency": "repeated" if repeated else "unspecified" if perfect or noun else "once",
        }

    def date_row(self, said: dates.Dated, region: Region, row: dict[str, Any]) -> dict[str, Any]:
        self.dated += 1
        made = dates.row(said, f"d-{self.dated:02d}", region.cell, region.words((said.start, said.end)), row["id"])
        row["date"] = made["id"]
        return made

    def document(self, item: Attribution, speaker: Resolved) -> str:
        return self.text[slice(*item.source[0])] if speaker.speaker_kind == "document" and item.source else ""

    def beside(self, region: Region, quoted: Quoted) -> str:
        """The words of the region outside the content."""
        pieces, at = [], region.start
        for start, end in quoted.content:
            pieces.append(self.text[at:start])
            at = end
        return " ".join([*pieces, self.text[at : region.end]])

    def confidence(self, item: Attribution, speaker: Resolved) -> str:
        return min(item.confidence, speaker.confidence, key=ORDER.index)

    def flags(self, item: Attribution, speaker: Resolved, quoted: Quoted, role: str) -> list[str]:
        """What a reviewer should look at."""
        cue = self.text[slice(*item.cue[0])].lower()
        found = {
            "standfirst_only": role in HEADS and speaker.actor != "unspec",
            "unnamed_source": speaker.speaker_kind == "unnamed_individual",
            "anaphoric_source": speaker.form in ("pronoun", "descriptor", "document") and speaker.confidence != "high",
            "source_open": speaker.actor == "unspec" and bool(item.source),
            "editorial_insertion": bool(quoted.insertions),
            "cue_not_finite": item.rule == "noun_cue" or cue.endswith("ing"),
        }
        return [name for name, holds in found.items() if holds]


def reaches(outer: Attribution, item: Attribution) -> bool:
    """Whether the content of `outer` goes on behind the start of `item`; cues come in text order."""
    return max((b for _, b in outer.content), default=0) > item.cue[0][0]


def inside(item: Attribution, other: Attribution) -> bool:
    """Whether the cue of `item` stands in what `other` gives as content."""
    return any(a <= item.cue[0][0] < b for a, b in other.content)


def through(item: Attribution, holders: list[tuple[Attribution, list[Resolved]]]) -> bool:
    """Whether `item` is the speech that its only holder relates, source first: `according to X, Y said that …`."""
    if len(holders) != 1 or not holders[0][1] or not item.source or "say" not in (item.lemma, "say"):
        return False
    outer = holders[0][0]
    content_start = min(a for a, _ in outer.content)
    return item.lemma in ("say", "tell", "add", "state") and item.source[0][0] - content_start <= 3


COMMON = re.compile(
    r"\b(?:the|a|an|of|to|in|on|at|for|and|or|that|it|its|is|was|be|been|by|with|from|as|has|have|had)\b"
)


def significant(words: str) -> frozenset[str]:
    """The words that tell one proposition from another, for finding repeats and merging."""
    return frozenset(re.findall(r"\w{2,}", COMMON.sub(" ", words.lower())))
