"""The rows of mentions: the words by which the draft's sources are named."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress

from onrecord.drafting.rows.drafted import Drafted
from onrecord.drafting.rows.regions import Regions
from onrecord.drafting.rows.row import MentionRow
from onrecord.drafting.rows.spans import Span, holds
from onrecord.drafting.sources.people import Person
from onrecord.drafting.sources.resolution.resolution import Resolution


def mentions(drafted: Iterable[Drafted]) -> list[MentionRow]:
    """One row for each source that names or points to an actor, in text order."""
    attributed = (one for one in drafted if one.item.source and one.row.attribution == "attributed")
    return [row(one, number) for number, one in enumerate(each_source_once(attributed), 1)]


def introductions(drafted: Sequence[Drafted], cast: Resolution, regions: Regions, first: int) -> list[MentionRow]:
    """Rows, numbered from `first`, of where the text brings a speaker in by role and name, and no statement begins."""
    taken = [one.at.source for one in drafted if one.item.source]
    rows: list[MentionRow] = []
    for actor in dict.fromkeys(one.speaker.actor for one in drafted):
        named = brought_in(cast, actor)
        if named and not holds(taken, named.start):
            with suppress(ValueError):  # words that no cell can name
                rows.append(introduction(actor, named, regions, first + len(rows)))
    return rows


def brought_in(cast: Resolution, actor: str) -> Person | None:
    """Where a person's full name first stands behind a role; None where it never does."""
    known = cast.actors.get(actor)
    named = known.name if known and known.kind == "person" and known.named else ""
    return next((one for one in cast.individuals.people.found if one.title and one.name == named), None)


def introduction(actor: str, named: Person, regions: Regions, number: int) -> MentionRow:
    """The mention of a person by role and name; raises ValueError where no cell can name the words."""
    span = (named.start - len(named.title) - 1, named.start + len(named.name))
    region = regions.of([span])
    return MentionRow(
        id=f"m{number:03d}",
        sentence=region.cell,
        text=region.words(span),
        kind="actor",
        entity=actor,
        form="proper_name",
        confidence="moderate",
        rule="draft:introduced",
    )


def each_source_once(drafted: Iterable[Drafted]) -> Iterable[Drafted]:
    """The first of the statements that have the same words as source, and the same actor."""
    first: dict[tuple[Span, str], Drafted] = {}
    for one in drafted:
        first.setdefault((one.at.source, one.speaker.actor), one)
    return first.values()


def row(one: Drafted, number: int) -> MentionRow:
    """The mention of a statement's source."""
    return MentionRow(
        id=f"m{number:03d}",
        sentence=one.region.cell,
        text=one.region.words(one.at.source),
        kind="actor",
        entity=one.speaker.actor,
        form=one.speaker.form,
        confidence=one.speaker.confidence,
        rule="draft:source",
    )
