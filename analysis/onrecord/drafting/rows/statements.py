"""From attributions to statements: which of them are drafted, by whom, and through whom they are told."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.drafting.finding.attributions import Attribution
from onrecord.drafting.reading.quotations import Quotations
from onrecord.drafting.rows import dates
from onrecord.drafting.rows.acts import CLAUSES
from onrecord.drafting.rows.content import can_be_printed, content_of
from onrecord.drafting.rows.drafted import HEADS, Drafted
from onrecord.drafting.rows.gates import barred
from onrecord.drafting.rows.regions import Regions
from onrecord.drafting.rows.saying import UNSPECIFIED, Saying
from onrecord.drafting.sources.resolution.cast import Mention, Resolved
from onrecord.drafting.sources.resolution.resolution import Resolution
from onrecord.source.sentences import Sentence

HEAD_RULES = frozenset(["bare_clause", "that_clause", "according_to", "trailing_speech", "inverted_speech"])
LEFT_OPEN = ("he", "she", "it", "they", "the statement", "the 67-year-old")  # sources that may be nobody that is known
RELAYED = ("say", "tell", "add", "state")  # lemmas of speech that another relates
OPENING = 3  # code points before a source that opens a content


class Holder(NamedTuple):
    """An attribution that goes on, and who says it; nobody where it is not drafted."""

    item: Attribution
    speakers: list[Resolved]


class Statements:
    """Makes the statements of one article.

    `left_out` names, by reason, the sentences of the attributions that make none; `unsaid` are the spans of those.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        resolution: Resolution,
        narrator: str,
        published: datetime.date | None,
    ):
        self.text, self.resolution, self.narrator, self.published = text, resolution, narrator, published
        self.regions = Regions(text, sentences)
        self.quotations = Quotations(text, sentences)
        self.left_out: dict[str, list[str]] = {}
        self.unsaid: list[tuple[int, int]] = []
        self.made: list[Drafted] = []
        self.dated = 0

    def make(self, items: Sequence[Attribution]) -> list[Drafted]:
        """The statements of these attributions, in text order; what stands inside another's content is that one's."""
        going_on: list[Holder] = []
        for item in items:
            going_on = [holder for holder in going_on if reaches(holder.item, item)]
            holders = [holder for holder in going_on if inside(item, holder.item)]
            reason = self.why_not(item) or held(item, holders)
            speakers = self.speakers(item)  # of one that is not drafted, too: `it` may point back to it
            reason = reason or ("" if speakers else "the source is nobody that speaks")
            holder = Holder(item, [] if reason else speakers)
            going_on.append(holder)
            made = self.drafted(holder, holders)
            if not made:
                self.leave_out(item, reason or "its words cannot be told apart")
            self.put(made, holders)
        return self.made

    def put(self, made: list[Drafted], holders: list[Holder]) -> None:
        """Add statements; one that only says that another says something gives way, and stays in the other's chain."""
        gone = {id(holder.item) for holder in holders} if made else set()
        self.made = [*(one for one in self.made if id(one.item) not in gone), *made]

    def leave_out(self, item: Attribution, reason: str) -> None:
        """Note an attribution that makes no statement."""
        self.left_out.setdefault(reason, []).append(self.regions.sentence(item.cue[0][0]).id)
        self.unsaid += [*item.source, *item.cue, *item.content]

    def why_not(self, item: Attribution) -> str:
        """Why an attribution may not be drafted, whoever says it; '' where it may."""
        at = (item.source or item.cue)[0][0]
        sentence = self.regions.sentence(item.cue[0][0])
        if sentence.role in HEADS and item.rule not in HEAD_RULES and item.rule != "noun_cue":
            return "a headline's cue"
        if not sentence.start <= at < sentence.end and item.rule != "inverted_speech":
            return "source in another sentence"
        return barred(self.text, item, sentence.start, sentence.end, self.shared_until(item))

    def shared_until(self, item: Attribution) -> int | None:
        """Where the statement before ends that shares the source of `item` (`confirmed X and said Y`)."""
        if not self.made or not item.source:
            return None
        before = self.made[-1].item
        return max(end for _, end in (*before.content, *before.cue)) if before.source == item.source else None

    def speakers(self, item: Attribution) -> list[Resolved]:
        """Whom the source names; nobody given is the unspecified holder; an open pronoun, too (rule S8)."""
        if not item.source:
            return [UNSPECIFIED]
        start, end = item.source[0]
        words = self.text[start:end]
        found = self.resolution.resolve(Mention(words, start, self.regions.number(start)))
        return found or ([UNSPECIFIED] if words.lower().strip() in LEFT_OPEN else [])

    def drafted(self, holder: Holder, others: list[Holder]) -> list[Drafted]:
        """The statements of an attribution, one for each speaker; none where its words cannot be printed.

        `others` are those inside whose content it stands.
        """
        item, speakers = holder
        quoted = self.quotations.of(content_of(self.text, item)) if speakers else None
        if quoted is None or not can_be_printed(self.text, quoted):
            return []
        quoted = self.quotations.without_scare_quotes(quoted, item.cue[-1][1], item.rule in CLAUSES)
        chain = [self.narrator, *(one.actor for other in others for one in other.speakers[:1])]
        sayings = (
            Saying(self.regions, self.resolution, self.published, item, quoted, speaker, chain) for speaker in speakers
        )
        return [made for saying in sayings if (made := self.one(saying))]

    def one(self, saying: Saying) -> Drafted | None:
        """The statement with its date; None where a span is one that no cell can name."""
        try:
            row = saying.row(f"st-{len(self.made) + 1:02d}")
            made = Drafted(row, saying.region, saying.item, saying.speaker, saying.content, saying.role)
            self.date(made, saying)
        except ValueError:
            return None
        return made

    def date(self, made: Drafted, saying: Saying) -> None:
        """Give the statement its date, where words tell when it was said; raises ValueError as `Region.words`."""
        said = saying.said()
        made.row.time_said = saying.time_said(said is not None)
        if said:
            self.dated += 1
            made.date = dates.row(said, f"d-{self.dated:02d}", made.region.cell, made.region.words(said.span))
            made.row.date = made.date.id


def reaches(outer: Attribution, item: Attribution) -> bool:
    """Whether the content of `outer` goes on behind the start of `item`; cues come in text order."""
    return max((end for _, end in outer.content), default=0) > item.cue[0][0]


def inside(item: Attribution, other: Attribution) -> bool:
    """Whether the cue of `item` stands in what `other` gives as content."""
    return any(start <= item.cue[0][0] < end for start, end in other.content)


def held(item: Attribution, holders: list[Holder]) -> str:
    """Why what stands inside another's content is no statement; '' where it is, or where it does not stand there."""
    return "inside another's content" if holders and not relayed(item, holders) else ""


def relayed(item: Attribution, holders: list[Holder]) -> bool:
    """Whether `item` is the speech that its only holder relates, source first: `according to X, Y said that …`."""
    if len(holders) != 1 or not holders[0].speakers or not item.source:
        return False
    start = min(start for start, _ in holders[0].item.content)
    return item.lemma in RELAYED and item.source[0][0] - start <= OPENING
