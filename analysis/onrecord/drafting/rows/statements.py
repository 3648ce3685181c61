"""From attributions to statements: which of them are drafted, by whom, and through whom they are told."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.drafting.finding.asking import OWN_QUOTATION
from onrecord.drafting.finding.attributions import Attribution
from onrecord.drafting.finding.registry import RULES
from onrecord.drafting.lexicon import listed
from onrecord.drafting.reading.quotations import Quotations, Quoted
from onrecord.drafting.reading.tokens import Tokens
from onrecord.drafting.rows import dates
from onrecord.drafting.rows.acts import act_of
from onrecord.drafting.rows.content import can_be_printed, content_of
from onrecord.drafting.rows.drafted import HEADS, Drafted
from onrecord.drafting.rows.gates import barred, is_told_by_another
from onrecord.drafting.rows.placed import Placed
from onrecord.drafting.rows.pointing import PLURAL, points_away
from onrecord.drafting.rows.regions import Regions
from onrecord.drafting.rows.saying import UNSPECIFIED, Saying
from onrecord.drafting.rows.spans import Span
from onrecord.drafting.rows.times import date_of
from onrecord.drafting.sources.mentions.names import CAPITAL_WORD
from onrecord.drafting.sources.resolution.cast import Mention, Resolved
from onrecord.drafting.sources.resolution.resolution import Resolution
from onrecord.source.sentences import Sentence

NAME_BEFORE_WHO = re.compile(rf"((?:{CAPITAL_WORD} ){{1,4}}{CAPITAL_WORD}),?\s+$")
LEFT_OPEN = ("he", "she", "it", "they", "the statement", "the 67-year-old")  # sources that may be nobody that is known
RELAYED = (
    "say",
    "tell",
    "add",
    "state",
    "believe",
    "claim",
    "intend",
    "deny",
    "argue",
    "recommend",
)  # lemmas of speech that another relates
NOBODY = "the source is nobody that speaks"
NAMING = frozenset(["call", "name", "dub", "term", "label"])  # a machine called …
PICTURE = re.compile(r"\b(?:photo|photograph|footage|video|image|picture|map|film)s?\b", re.IGNORECASE)
LEADS_IN = re.compile(r"(?:I|We|It|You|They|He|She|There|This|That)\b[^.,:;“”\"]{1,60}\s[“\"]?", re.IGNORECASE)
CALLED_IT = frozenset(["body", "country", "document", "name"])  # kinds of actors that `it` can mean
OPENING = 3  # code points before a source that opens a content


class Holder(NamedTuple):
    """An attribution that goes on, and who says it; nobody where it is not drafted."""

    at: Placed
    speakers: list[Resolved]

    def holds(self, item: Attribution) -> bool:
        """Whether the cue of `item` stands in the content."""
        return self.at.in_content(item.cue[0][0])

    def reaches(self, item: Attribution) -> bool:
        """Whether the content goes on behind the start of the cue of `item`; cues come in text order."""
        return max((end for _, end in self.at.item.content), default=0) > item.cue[0][0]


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
        self.resolution, self.narrator, self.published = resolution, narrator, published
        self.regions = Regions(tokens.text, sentences)
        self.quotations = Quotations(tokens)
        self.left_out: dict[str, list[str]] = {}
        self.unsaid: list[Span] = []
        self.made: list[Drafted] = []
        self.dates = 0

    def make(self, items: Sequence[Attribution]) -> list[Drafted]:
        """The statements of these attributions, in text order; what stands inside another's content is that one's."""
        going_on: list[Holder] = []
        for item in items:
            going_on = [holder for holder in going_on if holder.reaches(item)]
            holders = [holder for holder in going_on if holder.holds(item)]
            at = Placed(self.regions.text, item, self.regions.sentence(item.cue[0][0]))
            reason = self.why_not(at) or held(at, holders)
            speakers = self.speakers(at)  # of one that is not drafted, too: `it` may point back to it
            reason = reason or self.points_elsewhere(at, speakers)
            going_on.append(Holder(at, [] if reason else speakers))
            self.take(going_on[-1], holders, reason or NOBODY)
        return self.made

    def take(self, new: Holder, holders: list[Holder], reason: str) -> None:
        """Draft what its speakers say; leave it out, for this `reason` or for its words, where nothing comes of it.

        What only says that another says something gives way, and stays in the other's chain.
        """
        made = self.drafted(new, holders)
        gone = {id(holder.at.item) for holder in holders} if made else ()
        self.made = [*(one for one in self.made if id(one.item) not in gone), *made]
        if not made:
            self.leave_out(new.at, "its words cannot be told apart" if new.speakers else reason)

    def leave_out(self, at: Placed, reason: str) -> None:
        """Note an attribution that makes no statement, unless it is a deed and no speech: `offered products`."""
        named = at.item.lemma in NAMING and at.item.rule == "object_phrase" and reason == NOBODY
        if at.item.quote_type == "none" and (named or at.item.lemma in listed("deed") or is_depicted(at)):
            return
        self.left_out.setdefault(reason, []).append(at.sentence.id)
        self.unsaid += [*at.item.source, *at.item.cue, *at.item.content]

    def why_not(self, at: Placed) -> str:
        """Why an attribution may not be drafted, whoever says it; '' where it may."""
        item, start = at.item, (at.item.source or at.item.cue)[0][0]
        if at.sentence.role in HEADS and not RULES[item.rule].headlines:
            return "a headline's cue"
        if not at.sentence.start <= start < at.sentence.end and item.rule != "inverted_speech":
            return "source in another sentence"
        return barred(at, self.shared_until(item))

    def shared_until(self, item: Attribution) -> int | None:
        """Where the statement before ends that shares the source of `item` (`confirmed X and said Y`)."""
        if not self.made or not item.source or self.made[-1].item.source != item.source:
            return None
        before = self.made[-1].item
        return max(end for _, end in (*before.content, *before.cue))

    def speakers(self, at: Placed) -> list[Resolved]:
        """Whom the source names; nobody given is the unspecified holder; an open pronoun, too (rule S8)."""
        if not at.item.source:
            return [UNSPECIFIED]
        words, start = named_by(at)
        found = self.resolution.resolve(Mention(words, start, self.regions.number(start)))
        return found or ([UNSPECIFIED] if words.lower().strip() in LEFT_OPEN else [])

    def points_elsewhere(self, at: Placed, speakers: list[Resolved]) -> str:
        """Why nobody can follow what is said, since it or its speaker points elsewhere; '' where one can."""
        if speakers == [UNSPECIFIED] and at.item.source and at.drafts == "infinitive":
            return "a plan of whom nothing tells"
        actors = [actor for one in speakers if (actor := self.resolution.actors.get(one.actor))]
        called_it = not at.cue_words.endswith("ing") and any(actor.kind in CALLED_IT for actor in actors)
        persons = any(actor.kind in ("person", "name") and actor.named for actor in actors)
        away = points_away(at, called_it) and not self.goes_on(at, speakers)
        return "a pronoun that nobody can follow" if away or (persons and _opens_with_a_plural(at)) else ""

    def goes_on(self, at: Placed, speakers: list[Resolved]) -> bool:
        """Whether a statement stands before in this sentence, or the same speaker's at the end of the one before it."""
        if not self.made:
            return False
        last, number = self.made[-1], self.regions.number(at.cue.start)
        back = number - self.regions.number(last.region.end - 1)
        return back <= 0 or (back == 1 and any(one.actor == last.speaker.actor for one in speakers))

    def drafted(self, new: Holder, holders: list[Holder]) -> list[Drafted]:
        """The statements of an attribution, one for each speaker; none where its words cannot be printed."""
        quoted = self.quoted(new.at) if new.speakers else None
        if quoted is None:
            return []
        chain = [self.narrator, *(one.actor for holder in holders for one in holder.speakers[:1])]
        sayings = (Saying(new.at, quoted, one, chain, self.regions, self.resolution) for one in new.speakers)
        return [made for saying in sayings if (made := self.one(saying))]

    def quoted(self, at: Placed) -> Quoted | None:
        """The content with its quotations, None where it cannot be printed."""
        quoted = self.quotations.of(self.with_its_opening(at, content_of(at)))
        if quoted is None or not can_be_printed(at.text, quoted):
            return None
        return self.quotations.without_scare_quotes(quoted, at.item.cue[-1][1], at.drafts == "clause")

    def with_its_opening(self, at: Placed, content: list[Span]) -> list[Span]:
        """The content with the words that lead into a quotation begun in a sentence before: `We need to “make …`."""
        if not content or at.item.rule not in OWN_QUOTATION or content[0][0] >= at.sentence.start:
            return content
        first = self.regions.sentence(content[0][0]).start
        leads = LEADS_IN.fullmatch(self.regions.text, first, content[0][0])
        return [(first, content[0][1]), *content[1:]] if leads else content

    def one(self, saying: Saying) -> Drafted | None:
        """The statement with its date; None where a span is one that no cell can name."""
        try:
            made = Drafted(saying.row(), saying.region, saying.at, saying.speaker, saying.content)
            self.date(made)
        except ValueError:
            return None
        return made

    def date(self, made: Drafted) -> None:
        """Give the statement its date, where words tell when it was said; raises ValueError as `Region.words`."""
        said = date_of(made.at, made.region.end, self.published)
        if said:
            self.dates += 1
            made.date = dates.row(said, f"d-{self.dates:02d}", made.region.cell, made.region.words(said.span))
            made.row.date, made.row.time_said = made.date.id, "dated"


def held(at: Placed, holders: list[Holder]) -> str:
    """Why what another tells is no statement; '' where it is one, or where nobody else tells it."""
    if holders:
        return "" if relayed(at.item, holders) else "inside another's content"
    return "told by another who is not read" if is_told_by_another(at) else ""


def named_by(at: Placed) -> tuple[str, int]:
    """The words that name the source, and where they start; of `who` those before it, where they are a name."""
    start = at.source.start
    if at.source_words.lower() == "who" and (found := NAME_BEFORE_WHO.search(at.text[at.sentence.start : start])):
        return found[1], at.sentence.start + found.start(1)
    return at.source_words, start


def is_depicted(at: Placed) -> bool:
    """Whether a picture shows something: `photos of the scene showed debris`."""
    return at.item.lemma == "show" and bool(at.item.source) and PICTURE.search(at.source_words) is not None


def is_asked_for(lemma: str) -> bool:
    """Whether the cue asks for what its content tells: `demanded that the company say` is no saying of the company."""
    return act_of(lemma).act in ("demand", "urge") or lemma in ("insist", "suggest")


def relayed(item: Attribution, holders: list[Holder]) -> bool:
    """Whether `item` is the speech that its only holder relates, source first: `according to X, Y said that …`."""
    if len(holders) != 1 or not holders[0].speakers or not item.source or is_asked_for(holders[0].at.item.lemma):
        return False
    start = min(start for start, _ in holders[0].at.item.content)
    return item.lemma in RELAYED and item.source[0][0] - start <= OPENING


def _opens_with_a_plural(at: Placed) -> bool:
    """Whether a reported clause begins with a plural pronoun."""
    clause = at.drafts == "clause" and bool(at.item.content) and at.item.quote_type != "direct"
    return clause and PLURAL.match(at.text, at.content.start) is not None
