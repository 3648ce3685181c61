"""All tables of a draft, from the text: one step after the other, nothing written."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from onrecord.drafting.finding.attributions import attributions_in
from onrecord.drafting.finding.framing import framed
from onrecord.drafting.reading.tokens import Tokens
from onrecord.drafting.rows.mentions import places, sources
from onrecord.drafting.rows.narrator import narrated, untouched
from onrecord.drafting.rows.positions import positions
from onrecord.drafting.rows.regions import number_of
from onrecord.drafting.rows.repeats import mark_repeats
from onrecord.drafting.rows.statements import Drafted, Statements
from onrecord.drafting.sources import actors as actor_rows
from onrecord.drafting.sources.resolution import Resolution
from onrecord.source.sentences import Sentence

PLURAL_COUNTRY = re.compile(r"United |Netherlands|Philippines|Bahamas|Gambia|Maldives|.* (?:Republic|Islands)$")
UNREAD = "a word of reporting that no rule reads"
Rows = dict[str, list[dict[str, Any]]]


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
    mark_repeats(drafted)
    issues, held = positions(drafted, resolution.actors, names(resolution))
    statements = in_order(drafted, list(narration(text, sentences, drafted, making, narrator)), sentences)
    renumber(statements, drafted, held)
    mentioned = sources(text, drafted)
    where, there = places(text, sentences, making.starts, len(mentioned) + 1) if sentences else ([], [])
    rows = {
        "actors": actors(resolution, statements),
        "issues": issues,
        "statements": statements,
        "positions": held,
        "mentions": [*mentioned, *there],
        "places": where,
        "dates": [one.date for one in drafted if one.date],
    }
    return Tables(rows, making.left_out)


def narration(text: str, sentences: Sequence[Sentence], drafted: Sequence[Drafted], making: Statements, narrator: str):
    """Rows of the publisher for the sentences that tell of no speech; those that do, undrafted, are left out."""
    spoken = [*((one.region.start, one.region.end) for one in drafted), *making.unsaid]
    numbers = {number_of(making.starts, start) for start in framed(making.quotations.tokens)}
    frames = [sentences[number] for number in sorted(numbers) if sentences[number].role == "body"]
    missed = list(untouched(frames, spoken))
    if missed:
        making.left_out[UNREAD] = [sentence.id for sentence in missed]
    spoken += [(sentence.start, sentence.end) for sentence in missed]
    return narrated(text, sentences, spoken, making.quotations, narrator)


def names(resolution: Resolution) -> dict[str, str]:
    """How a proposition names an actor: only those whose name needs no article or stands for itself."""
    return {
        actor.id: f"the {actor.name}" if takes_article(actor) else actor.name
        for actor in resolution.actors.values()
        if actor.kind in ("country", "person") and actor.named
    }


def takes_article(actor: actor_rows.Actor) -> bool:
    return actor.kind == "country" and PLURAL_COUNTRY.match(actor.name) is not None


def in_order(drafted: Sequence[Drafted], narrated_rows: list[dict[str, Any]], sentences: Sequence[Sentence]):
    """All statements in the order of their sentences, those of sources first."""
    place = {sentence.id: number for number, sentence in enumerate(sentences)}
    rows = [*(one.row for one in drafted), *narrated_rows]
    return sorted(rows, key=lambda row: place[row["sentence"].partition("-")[0]])


def renumber(statements: list[dict[str, Any]], drafted: Sequence[Drafted], held: list[dict[str, Any]]) -> None:
    """Give the statements ids in text order, and take them over where rows refer to them."""
    width = max(2, len(str(len(statements))))
    new = {}
    for number, row in enumerate(statements, 1):
        if "id" in row:
            new[row["id"]] = f"st-{number:0{width}d}"
        row["id"] = f"st-{number:0{width}d}"
    for row in statements:
        row["repeat_of"] = new.get(row.get("repeat_of"))
    for row in held:
        row["evidence"] = tuple(new[one] for one in row["evidence"])
    for one in drafted:
        if one.date:
            one.date["attaches_to"] = f"time_said {one.row['id']}"


def actors(resolution: Resolution, statements: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The actors that some statement names, in the order of their first words."""
    used = {name for row in statements for name in (row["speaker"], row.get("target"), *row["source_chain"]) if name}
    found = [actor for actor in resolution.actors.values() if actor.id in used]
    for actor in found:
        known = f"the {actor.name}".casefold() in resolution.text.casefold()
        if takes_article(actor) or (actor.kind in ("body", "group", "name") and known):
            actor.aliases.setdefault(f"the {actor.name}")  # as running text names it
    states = {actor.country: actor.id for actor in found if actor.kind == "country"}
    return [actor_rows.row(actor, states) for actor in sorted(found, key=lambda actor: actor.at)]
