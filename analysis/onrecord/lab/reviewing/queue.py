"""The rows that no person has reviewed, in the order in which one would review them."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.coding.changing.referring import listed
from onrecord.coding.changing.sheet import Cells
from onrecord.coding.reading import Coding
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


class Key(NamedTuple):
    """A row: ids alone are never enough to address one."""

    table: str
    id: str


def rows(coding: Coding) -> dict[Key, Cells]:
    """Every row that is to be reviewed or was, in the order of the files."""
    return {
        Key(table, record.cells["id"]): record.cells
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


def queue(coding: Coding, order: str = "doubt") -> list[Key]:
    """The open rows: least sure first within each tier (`doubt`), or as the article runs (`text`)."""
    found = rows(coding)
    starts = _starts(coding, found)
    place = {key: number for number, key in enumerate(found)}

    def rank(key: Key) -> tuple:
        doubt = DOUBT.get(found[key].get("confidence", ""), 0)
        where = starts.get(key, float("inf"))
        if order == "text":
            return where, TIERS[key.table], place[key]
        return TIERS[key.table], doubt, where, place[key]

    return sorted((key for key, cells in found.items() if is_open(coding, cells)), key=rank)


def _starts(coding: Coding, found: dict[Key, Cells]) -> dict[Key, int]:
    """Where in the text a row stands: its words or sentence, else the first of what it rests on."""
    starts: dict[Key, int] = {}
    for (row, _), pieces in coding.places.items():
        for key in (Key(table, row) for table in TIERS):
            if key in found:
                starts[key] = min(starts.get(key, pieces[0].start), pieces[0].start)
    for key, cells in found.items():
        region = coding.region(cells.get("sentence") or cells.get("signal_sentence") or "")
        if region and key not in starts:
            starts[key] = region.start
    for key, cells in found.items():
        named = [n for c in ("evidence", "left", "right", "ref") for n in listed(cells.get(c, ""))]
        behind = [starts[k] for name in named for k in (Key(t, name) for t in TIERS) if k in starts]
        if key not in starts and behind:
            starts[key] = min(behind)
    for key, cells in found.items():
        of = cells.get("entity") or cells.get("speaker")
        for named in (Key("actors", of), Key("places", of), Key("issues", cells.get("issue", ""))):
            if of and named in found and key in starts:
                starts[named] = min(starts.get(named, starts[key]), starts[key])
    return starts
