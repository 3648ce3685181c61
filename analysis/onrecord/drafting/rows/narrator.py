"""Body sentences that tell of nobody's speech: one statement of the publisher each, the whole sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from onrecord.drafting.reading.quotations import Quotations
from onrecord.drafting.rows.clauses import Clause, clause
from onrecord.drafting.rows.hedges import commitment
from onrecord.drafting.rows.regions import Regions
from onrecord.drafting.rows.row import StatementRow
from onrecord.drafting.rows.spans import Span, trimmed
from onrecord.source.sentences import Sentence

STOPS = ".!?…"


def narrated(regions: Regions, spoken: Iterable[Span], quotations: Quotations, narrator: str) -> Iterator[StatementRow]:
    """Rows without ids for the body sentences that no span of `spoken` touches; what is quoted gives none."""
    for sentence in untouched(regions.sentences, spoken):
        if sentence.role == "body" and not quotations.quotes_in(sentence.start, sentence.end):
            yield from told(regions, sentence, narrator)


def untouched(sentences: Iterable[Sentence], spans: Iterable[Span]) -> Iterator[Sentence]:
    """The sentences, in text order, that no span touches."""
    taken, at, reach = sorted(spans), 0, 0
    for sentence in sentences:
        while at < len(taken) and taken[at][0] < sentence.end:
            reach = max(reach, taken[at][1])
            at += 1
        if reach <= sentence.start:
            yield sentence


def told(regions: Regions, sentence: Sentence, narrator: str) -> Iterator[StatementRow]:
    """The row of one sentence; none where it has no words, or words that no cell can name."""
    span = trimmed(regions.text, (sentence.start, sentence.end), STOPS)
    if span[0] < span[1]:
        with suppress(ValueError):
            yield row(regions, span, narrator)


def row(regions: Regions, span: Span, narrator: str) -> StatementRow:
    """The publisher's statement in these words; raises ValueError where no cell can name them."""
    region, firm = regions.of([span]), commitment(regions.text, [span])
    shown = clause(regions.text[slice(*span)])
    return StatementRow(
        sentence=region.cell,
        attribution="narrator",
        speaker=narrator,
        speaker_kind="narrator",
        content_text=region.words(span),
        speech_act=act(shown),
        source_chain=(narrator,),
        polarity=shown.polarity,
        certainty=firm.certainty,
        hedge_text=tuple(region.words(hedge) for hedge in firm.hedges),
        time_referred=shown.time,
        confidence="moderate",
        rule="draft:sentence_without_attribution",
    )


def act(shown: Clause) -> str:
    """What the publisher does by a plain sentence."""
    if shown.event:
        return "report"
    return "predict" if shown.time == "future" else "assert"
