"""Body sentences that tell of nobody's speech: one statement of the publisher each, the whole sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from onrecord.drafting.reading.quotations import Quotations
from onrecord.drafting.rows.acts import clause
from onrecord.drafting.rows.hedges import commitment
from onrecord.drafting.rows.regions import Region, trimmed
from onrecord.source.sentences import Sentence

QUOTED = 0.5  # from this part in quote marks on, a sentence is somebody's words, though nobody was found
STOPS = " \t\n.!?…"


def narrated(
    text: str, sentences: Sequence[Sentence], spoken: Iterable[tuple[int, int]], quotations: Quotations, narrator: str
) -> Iterator[dict[str, Any]]:
    """Rows without ids for the body sentences that no span of `spoken` touches; what is quoted gives none."""
    starts = [sentence.start for sentence in sentences]
    for sentence in untouched(sentences, spoken):
        if sentence.role != "body" or quotations.share(sentence.start, sentence.end) >= QUOTED:
            continue
        span = trimmed(text, sentence.start, sentence.end, STOPS)
        if span[0] < span[1] and (row := made(text, sentences, starts, span, narrator)):
            yield row


def untouched(sentences: Iterable[Sentence], spans: Iterable[tuple[int, int]]) -> Iterator[Sentence]:
    """The sentences, in text order, that no span touches."""
    taken, at, reach = sorted(spans), 0, 0
    for sentence in sentences:
        while at < len(taken) and taken[at][0] < sentence.end:
            reach = max(reach, taken[at][1])
            at += 1
        if reach <= sentence.start:
            yield sentence


def made(
    text: str, sentences: Sequence[Sentence], starts: Sequence[int], span: tuple[int, int], narrator: str
) -> dict[str, Any] | None:
    region = Region(text, sentences, starts, [span])
    firm, shown = commitment(text, [span]), clause(text[slice(*span)])
    try:
        content, hedges = region.words(span), tuple(region.words(hedge) for hedge in firm.hedges)
    except ValueError:
        return None
    return {
        "sentence": region.cell,
        "attribution": "narrator",
        "speaker": narrator,
        "speaker_kind": "narrator",
        "cue_class": "none",
        "content_text": content,
        "speech_act": "report" if shown.event else "predict" if shown.time == "future" else "assert",
        "channel": "not_stated",
        "source_chain": (narrator,),
        "quote_type": "none",
        "polarity": "negative" if shown.negated else "positive",
        "certainty": firm.certainty,
        "hedge_text": hedges,
        "narrator_stance": "neutral",
        "time_referred": shown.time,
        "time_said": "not_stated",
        "frequency": "once",
        "counted": True,
        "confidence": "moderate",
        "coding_basis": "extracted",
        "rule": "draft:sentence_without_attribution",
    }
