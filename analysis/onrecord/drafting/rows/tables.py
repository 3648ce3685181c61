"""All tables of a draft, from the text: one step after the other, nothing written."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from onrecord.drafting.finding.attributions import attributions_in
from onrecord.drafting.finding.framing import framed
from onrecord.drafting.reading.quotations import Quotations
from onrecord.drafting.reading.tokens import Tokens
from onrecord.drafting.rows.actors import actor_rows, takes_article
from onrecord.drafting.rows.drafted import Drafted
from onrecord.drafting.rows.issues import Issues
from onrecord.drafting.rows.mentions import introductions, mentions
from onrecord.drafting.rows.narrator import narrated, untouched
from onrecord.drafting.rows.places import place_rows
from onrecord.drafting.rows.positions import positions
from onrecord.drafting.rows.regions import Regions
from onrecord.drafting.rows.repeats import mark_repeats
from onrecord.drafting.rows.row import DateRow, Row, StatementRow
from onrecord.drafting.rows.statements import Statements
from onrecord.drafting.sources.mentions.names import CAPITAL_WORD
from onrecord.drafting.sources.resolution.resolution import Resolution
from onrecord.source.sentences import Sentence

VOICED = "words in quote marks, or a speaker's turn, that no rule gives to anybody"
NAME = rf"{CAPITAL_WORD}(?: {CAPITAL_WORD})"
TURN = re.compile(  # `Q: …`, `HOLT: …`, `Anna Holt: …`, and a name behind a dash: `— Commissioner Holt, Ulm`
    rf"\W{{0,3}}(?:{NAME}{{0,3}}:\s|[—–-]{{1,2}}\s*{NAME}{{0,9}}(?:, [^.!?]{{1,80}})?\W*$)"
)
UNREAD = "a word of reporting that no rule reads"
ORDER = ("actors", "issues", "statements", "positions", "mentions", "places", "dates")
Rows = dict[str, list[dict[str, Any]]]  # table → its rows, column → value: each column has a type of its own


class Tables(NamedTuple):
    """`rows` by table, and the sentences of the attributions that were left out, by reason."""

    rows: Rows
    left_out: dict[str, list[str]]


def tables(
    text: str,
    sentences: Sequence[Sentence],
    *,
    narrator: str,
    publisher: str = "",
    published: datetime.date | None = None,
    taken: set[str] | None = None,
) -> Tables:
    """The draft of an article whose publisher is the actor `narrator`; raises nothing, whatever the text.

    `taken` are ids of actors that the draft may not give.
    """
    tokens = Tokens(text, sentences)
    resolution = Resolution(tokens, sentences, {narrator, "unspec"} | (taken or set()), publisher)
    making = Statements(tokens, sentences, resolution, narrator, published)
    drafted = making.make(attributions_in(tokens)) if sentences else []
    statements = in_order([*(one.row for one in drafted), *narration(making, drafted)], sentences)
    number(statements)
    rows = {
        "statements": statements,
        **resting_on(drafted, resolution),
        **mentioned(drafted, making.regions, resolution),
    }
    rows["actors"] = actor_rows(resolution, statements)
    return Tables({name: [vars(row) for row in rows[name]] for name in ORDER}, making.left_out)


def resting_on(drafted: Sequence[Drafted], resolution: Resolution) -> dict[str, Sequence[Row]]:
    """The rows of issues, positions and dates, which refer to statements that have their ids."""
    mark_repeats(drafted)
    issues, held = positions(drafted, Issues(resolution.actors, names(resolution)))
    return {"issues": issues, "positions": held, "dates": list(attached_dates(drafted))}


def attached_dates(drafted: Iterable[Drafted]) -> Iterator[DateRow]:
    """The rows of dates, each with the statement that it dates."""
    for one in drafted:
        if one.date:
            one.date.attaches_to = f"time_said {one.row.id}"
            yield one.date


def mentioned(drafted: Sequence[Drafted], regions: Regions, cast: Resolution) -> dict[str, Sequence[Row]]:
    """The rows of mentions, those of sources first, and of places."""
    sources = mentions(drafted)
    sources += introductions(drafted, cast, regions, len(sources) + 1)
    places, there = place_rows(regions, len(sources) + 1)
    return {"mentions": [*sources, *there], "places": places}


def narration(making: Statements, drafted: Sequence[Drafted]) -> Iterator[StatementRow]:
    """Rows of the publisher for the sentences that tell of no speech; those that do, undrafted, are left out."""
    spoken = [*((one.region.start, one.region.end) for one in drafted), *making.unsaid]
    missed = list(untouched(frames(making), spoken))
    if missed:
        making.left_out[UNREAD] = [sentence.id for sentence in missed]
    voiced = list(untouched(voices(making), spoken))
    if voiced:
        making.left_out[VOICED] = [sentence.id for sentence in voiced]
    told = [*spoken, *((sentence.start, sentence.end) for sentence in (*missed, *voiced))]
    return narrated(making.regions, told, making.quotations, making.narrator)


def frames(making: Statements) -> list[Sentence]:
    """The body sentences that hold a word of reporting."""
    regions = making.regions
    numbers = {regions.number(start) for start in framed(making.quotations.tokens)}
    return [regions.sentences[number] for number in sorted(numbers) if regions.sentences[number].role == "body"]


def voices(making: Statements) -> list[Sentence]:
    """The body sentences that are somebody's words by their marks alone, though no rule tells whose."""
    sentences, quotations = making.regions.sentences, making.quotations
    found, before, goes_on = [], "", False
    for sentence in sentences:
        goes_on = goes_on and not new_paragraph(making.regions.text, sentence.start)
        opens = opens_turn(before, sentence)
        if sentence.role == "body" and (goes_on or opens or is_voiced(sentence, quotations)):
            found.append(sentence)
        goes_on, before = goes_on or opens, sentence.text
    return found


def new_paragraph(text: str, start: int) -> bool:
    """Whether a line break stands before the code point `start`."""
    return "\n" in text[max(0, start - 3) : start]


def opens_turn(before: str, sentence: Sentence) -> bool:
    """Whether a speaker's turn opens with the sentence, up to the end of its paragraph: by its label, or by a colon."""
    behind_colon = before.rstrip().endswith(":")
    return behind_colon or (TURN.match(sentence.text) is not None and ":" in sentence.text)


def is_voiced(sentence: Sentence, quotations: Quotations) -> bool:
    """Whether a sentence holds a quotation, is a speaker's name, or announces words by a colon."""
    announces = sentence.text.rstrip().endswith(":") or TURN.match(sentence.text) is not None
    return announces or quotations.quotes_in(sentence.start, sentence.end)


def names(resolution: Resolution) -> dict[str, str]:
    """How a proposition names an actor: only those whose name needs no article or stands for itself."""
    return {
        actor.id: f"the {actor.name}" if takes_article(actor) else actor.name
        for actor in resolution.actors.values()
        if actor.kind in ("country", "person") and actor.named
    }


def in_order(statements: list[StatementRow], sentences: Sequence[Sentence]) -> list[StatementRow]:
    """The statements in the order of their sentences; of those in one, the order stays."""
    place = {sentence.id: number for number, sentence in enumerate(sentences)}
    return sorted(statements, key=lambda row: place[row.sentence.partition("-")[0]])


def number(statements: Sequence[StatementRow]) -> None:
    """Give the statements ids in their order."""
    width = max(2, len(str(len(statements))))
    for n, row in enumerate(statements, 1):
        row.id = f"st-{n:0{width}d}"
