"""The rows of mentions: the words by which the draft's sources are named."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.drafting.rows.drafted import Drafted
from onrecord.drafting.rows.row import MentionRow


def mentions(drafted: Iterable[Drafted]) -> list[MentionRow]:
    """One row for each source that names or points to an actor, in text order."""
    first: dict[tuple[tuple[int, int], str], Drafted] = {}
    for one in drafted:
        if one.item.source and one.row.attribution == "attributed":
            first.setdefault((one.item.source[0], one.speaker.actor), one)
    return [row(one, number) for number, one in enumerate(first.values(), 1)]


def row(one: Drafted, number: int) -> MentionRow:
    """The mention of a statement's source."""
    return MentionRow(
        id=f"m{number:03d}",
        sentence=one.region.cell,
        text=one.region.words(one.item.source[0]),
        kind="actor",
        entity=one.speaker.actor,
        form=one.speaker.form,
        confidence=one.speaker.confidence,
        rule="draft:source",
    )
