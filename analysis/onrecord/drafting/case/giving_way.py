"""Rows of a new draft give way to those that a person made, changed, merged or rejected."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from onrecord.coding.changing.referring import renamed
from onrecord.coding.storing.sheet import Cells
from onrecord.drafting.case.casefile import Rows, drop

Keys = list[tuple[str, ...]]  # by any of them a row is known to be the same as another


def give_way(rows: Rows, name: str, kept: list[Cells], past: list[Cells]) -> None:
    """Take out new rows of `name` that a person's row, kept or former, already is; the others get ids of their own.

    What refers to a row that is taken out refers to the person's; what rests on one that was rejected goes with it.
    """
    standing = Standing.of(name, kept, past)
    places = [(row, standing.place_of(row)) for row in rows[name]]
    rows[name] = [row | {"id": place.id} for row, place in places if place.twin is None]
    ids = {row["id"]: place.id for row, place in places}
    for table, found in rows.items():
        rows[table] = [renamed(table, row, name, ids) for row in found]
    if rejected := {place.id for _, place in places if place.rejected}:
        drop(rows, rejected)


@dataclass(frozen=True)
class Place:
    """What becomes of a new row: its id among the others, which is that of its twin, if a person's row is the same."""

    id: str
    twin: str | None = None
    rejected: bool = False


@dataclass
class Standing:
    """The rows of a table that stand already, `known` by their keys; `gone` are the keys of what was taken out."""

    name: str
    known: dict[tuple[str, ...], str]
    gone: set[tuple[str, ...]]
    taken: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, name: str, kept: Iterable[Cells], past: Iterable[Cells]) -> Standing:
        """From the rows that stay and the former rows: these stand, as they were once, where their row does."""
        there = {row["id"] for row in kept}
        former = [(key, row["id"]) for row in past for key in IDENTITY[name](row)]
        known = {key: row for key, row in former if row in there}
        known |= {key: row["id"] for row in kept for key in (*IDENTITY[name](row), *covered(name, row))}
        gone = {key for key, row in former if row not in there}
        return cls(name, known, gone, there | {row["id"] for row in past})

    def place_of(self, row: Cells) -> Place:
        """What becomes of the new row `row`."""
        keys = IDENTITY[self.name](row)
        twin = next((self.known[key] for key in keys if key in self.known), None)
        if twin is not None:
            return Place(twin, twin)
        if self.gone.intersection(keys):
            return Place(f"rejected {row['id']}", rejected=True)  # no id that a row may have
        return Place(free(row["id"], self.taken))


def free(wanted: str, taken: set[str]) -> str:
    """`wanted`, or the next number behind its prefix that is not taken."""
    head = wanted.rstrip("0123456789")
    digits, made = wanted[len(head) :], wanted
    number = int(digits or 1)
    while made in taken:
        number += 1
        made = f"{head}{number:0{len(digits)}d}" if digits else f"{wanted}-{number}"
    taken.add(made)
    return made


def sentence_of(row: Cells) -> str:
    """The first sentence that the row names."""
    return row.get("sentence", "").partition("-")[0]


def covered(name: str, row: Cells) -> Keys:
    """What else a kept row makes superfluous: the narrator's row of a sentence in which somebody speaks."""
    return [("sentence", sentence_of(row))] if name == "statements" else []


def _statement(row: Cells) -> Keys:
    """A source's statement by sentence, source and cue; a narrator's by its sentence, in which nobody else speaks."""
    here = sentence_of(row)
    if row["attribution"] == "narrator":
        return [("sentence", here)]
    return [("cue", here, row["speaker"], row.get("speaker_text", ""), row.get("cue_text", ""))]


def _actor(row: Cells) -> Keys:
    """Its name; the two voices of a case by id."""
    return [("id", "unspec")] if row["id"] == "unspec" else [("name", row["name"].casefold())]


IDENTITY: dict[str, Callable[[Cells], Keys]] = {
    "actors": _actor,
    "issues": lambda row: [("proposition", row["proposition"].casefold().rstrip("."))],
    "statements": _statement,
    "positions": lambda row: [(row["actor"], row["issue"])],
    "mentions": lambda row: [(sentence_of(row), row["text"], row["entity"])],
    "places": lambda row: [(row["name"].casefold(),)],
    "dates": lambda row: [(sentence_of(row), row["text"])],
}
