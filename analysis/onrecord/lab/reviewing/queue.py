"""The rows that no person has reviewed, in the order in which one would review them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from onrecord.coding.changing.referring import references_of
from onrecord.coding.reading import Coding
from onrecord.coding.storing.sheet import Cells
from onrecord.coding.vocabularies import UNREVIEWED

# What briefings rest on most comes first; statements and positions are one tier.
TIERS = {
    "statements": 0,
    "positions": 0,
    "actors": 1,
    "issues": 2,
    "events": 3,
    "relations": 4,
    "tensions": 5,
    "dates": 6,
    "places": 7,
    "mentions": 8,
    "notes": 9,
}
DOUBT = {"low": 0, "moderate": 1, "": 1, "high": 2}  # a row that says nothing of its confidence is not taken for sure
NAMED_AT = ("entity", "speaker", "issue")  # where these name a row, the text speaks of it


class RowKey(NamedTuple):
    """A row: ids alone are never enough to address one."""

    table: str
    id: str


def rows(coding: Coding) -> dict[RowKey, Cells]:
    """Every row that is to be reviewed or was, in the order of the files."""
    return {
        RowKey(table, record.cells["id"]): record.cells
        for table in TIERS
        for record in coding.records.get(table, ())
        if record.cells.get("id")
    }


def is_open(coding: Coding, cells: Cells) -> bool:
    """Whether no person has reviewed the row: its basis, or else the case's, says so."""
    default = coding.article.coding_basis if coding.article else ""
    return (cells.get("coding_basis") or default) in UNREVIEWED


def left(coding: Coding) -> dict[str, tuple[int, int]]:
    """Table -> rows that are open, rows in all; tables with rows only."""
    found: dict[str, tuple[int, int]] = {}
    for key, cells in rows(coding).items():
        opened, total = found.get(key.table, (0, 0))
        found[key.table] = (opened + is_open(coding, cells), total + 1)
    return found


def queue(coding: Coding, order: str = "doubt") -> list[RowKey]:
    """The open rows: least sure first within each tier (`doubt`), or as the article runs (`text`)."""
    found = rows(coding)
    starts = _starts(coding, found)
    place = {key: number for number, key in enumerate(found)}

    def rank(key: RowKey) -> tuple[float, ...]:
        doubt = DOUBT.get(found[key].get("confidence", ""), 0)
        where = starts.get(key, float("inf"))
        if order == "text":
            return where, TIERS[key.table], place[key]
        return TIERS[key.table], doubt, where, place[key]

    return sorted((key for key, cells in found.items() if is_open(coding, cells)), key=rank)


def _starts(coding: Coding, found: Mapping[RowKey, Cells]) -> dict[RowKey, int]:
    """Where in the text a row stands: its words or sentence, else the first of what it rests on, or that names it."""
    starts = _of_sentences(coding, found) | _of_words(coding, found)
    for key, cells in found.items():
        if behind := [starts[named] for named in _named(key, cells) if named in starts]:
            starts.setdefault(key, min(behind))
    for named, start in _of_names(found, starts):
        starts[named] = min(starts.get(named, start), start)
    return starts


def _of_sentences(coding: Coding, found: Mapping[RowKey, Cells]) -> dict[RowKey, int]:
    """Where the sentence starts that the row names."""
    regions = {key: coding.region(c.get("sentence") or c.get("signal_sentence") or "") for key, c in found.items()}
    return {key: region.start for key, region in regions.items() if region}


def _of_words(coding: Coding, found: Mapping[RowKey, Cells]) -> dict[RowKey, int]:
    """Where the first of the row's own words stand."""
    first: dict[str, int] = {}
    for (row, _), pieces in coding.places.items():
        first[row] = min(first.get(row, pieces[0].start), pieces[0].start)
    return {key: first[key.id] for key in found if key.id in first}


def _named(key: RowKey, cells: Cells) -> Iterable[RowKey]:
    """The rows that this one names."""
    return (RowKey(*named) for named in references_of(key.table, cells))


def _of_names(found: Mapping[RowKey, Cells], starts: Mapping[RowKey, int]) -> list[tuple[RowKey, int]]:
    """(row, start) for each actor, place or issue that a row with a place in the text is about."""
    return [
        (named, starts[key])
        for key, cells in found.items()
        if key in starts
        for named in _named(key, {column: cells.get(column, "") for column in NAMED_AT})
        if named in found and named.table != "dates"
    ]
