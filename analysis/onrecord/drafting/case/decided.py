"""What people decided on a case: the rows that are theirs, and those that must not come back.

A person decides in a review (review.csv), or by editing the tables: what differs from the record of the draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from onrecord.coding.changing import log
from onrecord.coding.changing.referring import references_of
from onrecord.coding.reading import Coding
from onrecord.coding.storing.record import DraftRecord
from onrecord.coding.storing.sheet import Cells, filled
from onrecord.coding.tables import columns

# The tables that are drafted, those that others name before those that name them, and notes on all of them last.
DRAFTED = ("actors", "issues", "places", "dates", "statements", "positions", "mentions", "notes")


class Decided(NamedTuple):
    """By table: `kept`, the rows that a redraft leaves alone; `past`, rows as they were before people changed them.

    `touched` are the ids of the rows that a person made or changed; the others in `kept` are what those refer to.
    """

    kept: dict[str, list[Cells]]
    past: dict[str, list[Cells]]
    touched: dict[str, set[str]]

    @property
    def kinds_of_notes(self) -> set[str]:
        """The kinds of notes that stay, or that a person changed or took out."""
        return {row["kind"] for rows in (self.kept, self.past) for row in rows.get("notes", ())}

    @property
    def kept_ids(self) -> frozenset[str]:
        """The ids of all rows that stay."""
        return frozenset(row["id"] for rows in self.kept.values() for row in rows)


def decided(coding: Coding, record: DraftRecord) -> Decided:
    """Rows that a person touched and what they refer to; the former rows in the log and in the record of the draft."""
    theirs = touched(coding, record)
    kept = with_what_they_name(coding, theirs)
    rows = {name: [r.cells for r in coding.records[name] if r.cells["id"] in ids] for name, ids in kept.items()}
    past: dict[str, list[Cells]] = {}
    for name, cells in (*logged(coding), *changed(coding, record)):
        past.setdefault(name, []).append(cells)
    return Decided(rows, past, theirs)


def with_what_they_name(coding: Coding, ids: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """`ids`, by table, with those of all rows that these refer to, sentences aside."""
    records = cells_by_id(coding)
    found = {name: set(rows) for name, rows in ids.items()}
    waiting = [(name, row) for name, rows in ids.items() for row in rows]
    while waiting:
        name, row = waiting.pop()
        for other, referred in references_of(name, records[name][row]):
            if referred in records.get(other, ()) and referred not in found.setdefault(other, set()):
                found[other].add(referred)
                waiting.append((other, referred))
    return found


def cells_by_id(coding: Coding) -> dict[str, dict[str, Cells]]:
    """The rows of every table but the sentences."""
    tables = {name: found for name, found in coding.records.items() if name != "sentences"}
    return {name: {one.cells["id"]: one.cells for one in found} for name, found in tables.items()}


def touched(coding: Coding, record: DraftRecord) -> dict[str, set[str]]:
    """The ids of the rows that are not as they were drafted, by table.

    Those are rows that say so (not `extracted`), that differ from the record of the draft, or are not in it; tables
    that are never drafted are a person's whole.
    """
    basis = coding.article.coding_basis if coding.article else ""
    return {
        name: {r.cells["id"] for r in found if not as_drafted(r.cells, basis, record.get(name, {}), name)}
        for name, found in coding.records.items()
        if name != "sentences"
    }


def as_drafted(cells: Cells, basis: str, drafted: Mapping[str, Cells], table: str) -> bool:
    """Whether the row of `table` is as `drafted` says; `basis` is that of rows which give none."""
    extracted = (cells.get("coding_basis", "").strip() or basis) == "extracted"
    return table in DRAFTED and extracted and filled(cells) == drafted.get(cells["id"])


def logged(coding: Coding) -> Iterator[tuple[str, Cells]]:
    """(table, cells) of every row as it was before each decision that no undo took back; raises ProblemsError."""
    for decision in log.standing(log.read_log(coding.folder)):
        yield from ((entry.table, entry.before) for entry in decision if entry.before)


def changed(coding: Coding, record: DraftRecord) -> Iterator[tuple[str, Cells]]:
    """(table, cells as drafted) of every drafted row that a person changed or took out."""
    records = cells_by_id(coding)
    for name in DRAFTED:
        now, empty = records.get(name, {}), dict.fromkeys(columns(name), "")
        drafted = record.get(name, {}).items()
        yield from ((name, empty | cells) for row, cells in drafted if filled(now.get(row, {})) != cells)
