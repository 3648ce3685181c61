"""The rows of mentions: the words by which the draft's sources are named."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.drafting.rows.drafted import Drafted
from onrecord.drafting.rows.row import MentionRow
from onrecord.drafting.rows.spans import Span


def mentions(drafted: Iterable[Drafted]) -> list[MentionRow]:
    """One row for each source that names or points to an actor, in text order."""
    attributed = (one for one in drafted if one.item.source and one.row.attribution == "attributed")
    return [row(one, number) for number, one in enumerate(each_source_once(attributed), 1)]


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
