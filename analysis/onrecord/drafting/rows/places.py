"""The rows of places that the text surely speaks of, and of their mentions."""

from __future__ import annotations

from contextlib import suppress

from onrecord.drafting.rows.regions import Regions
from onrecord.drafting.rows.row import MentionRow, PlaceRow
from onrecord.drafting.sources.mentions.countries import name_of
from onrecord.drafting.sources.mentions.places import Place, places

RULE = "draft:country_behind_in"


def place_rows(regions: Regions, first: int) -> tuple[list[PlaceRow], list[MentionRow]]:
    """Rows of places and, numbered from `first`, of their mentions."""
    found: dict[str, PlaceRow] = {}
    mentioned: list[MentionRow] = []
    for place in places(regions.text, regions.sentences):
        with suppress(ValueError):  # words that no cell can name
            mentioned.append(mention(regions, place, first + len(mentioned)))
            found.setdefault(place.iso, row(place.iso))
    return list(found.values()), mentioned


def row(iso: str) -> PlaceRow:
    """The country's row."""
    return PlaceRow(id=place_id(iso), name=name_of(iso), country=iso, confidence="high", rule=RULE)


def mention(regions: Regions, place: Place, number: int) -> MentionRow:
    """The row of one mention; raises ValueError where no cell can name its words."""
    region = regions.of([place.span])
    return MentionRow(
        id=f"m{number:03d}",
        sentence=region.cell,
        text=region.words(place.span),
        kind="place",
        entity=place_id(place.iso),
        form="proper_name",
        confidence="high",
        rule=RULE,
    )


def place_id(iso: str) -> str:
    """The id of a country as a place."""
    return f"pl-{iso.lower()}"
