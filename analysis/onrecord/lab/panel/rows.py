"""A row of the coding in words, for the review: one line in the queue, and every cell with its meaning."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from onrecord.coding import fields as f
from onrecord.coding.changing.edits import Change
from onrecord.coding.changing.referring import list_values
from onrecord.coding.reading import Coding
from onrecord.coding.storing.sheet import Cells
from onrecord.coding.tables import fields_with
from onrecord.coding.vocabularies import VOCABULARIES
from onrecord.lab.panel.article import words_coded
from onrecord.lab.reviewing.queue import RowKey
from onrecord.wording.naming import typeset, words

# What a reviewer looks at first; the other cells stand below, those of the draft's own making last.
FIRST = {
    "statements": ["speaker", "cue_text", "content_text", "attribution", "speech_act", "certainty", "issue", "target"],
    "positions": ["actor", "issue", "stance", "basis", "evidence"],
    "actors": ["name", "type", "parent", "side", "country", "named"],
    "issues": ["proposition", "kind", "group"],
    "events": ["title", "trigger_text", "actors", "recipients", "status", "reported_by", "date"],
    "relations": ["source", "type", "target", "asserted_by", "basis", "evidence_text"],
}
SINGULAR = {name: name.removesuffix("s") for name in ("statements", "positions", "actors", "issues", "events")} | {
    "relations": "relation",
    "tensions": "tension",
    "dates": "date",
    "places": "place",
    "mentions": "mention",
    "notes": "note",
    "judgements": "judgement",
}
SHOWN_APART = ("id", "coding_basis", "confidence", "rule", "note")
MEANINGS = {"true": "yes", "false": "no"}
LABELS = {"cue_text": "cue", "content_text": "content", "speaker_text": "source’s words", "channel": "said in"}


class Names:
    """What ids stand for, as far as the tables can be read."""

    def __init__(self, coding: Coding):
        self._coding = coding
        self._cells = {
            name: {record.cells["id"]: record.cells for record in records if "id" in record.cells}
            for name, records in coding.records.items()
        }

    def of(self, tables: tuple[str, ...], row: str) -> str:
        """A row as a reader meets it: an actor's name, a proposition, `st-06: “…”`."""
        found = next((RowKey(table, row) for table in tables if row in self._cells.get(table, ())), None)
        if found is None or found.table == "sentences":
            return row
        cells = self._cells[found.table][row]
        plain = cells.get("name") or cells.get("proposition")
        return typeset(plain) if plain else f"{row} · {self.line(found, cells)}"

    def line(self, key: RowKey, cells: Cells) -> str:
        """The row in one line."""
        if key.table in LINES:
            return LINES[key.table](self, key, cells)
        return typeset(next(filter(None, map(cells.get, ("name", "proposition", "title"))), ""))

    def statement(self, key: RowKey, cells: Cells) -> str:
        """`Minsk: what it says`."""
        content = words_coded(self._coding, key, "content") or cells.get("content_text", "")
        return f"{self.actor(cells.get('speaker'))}: {content}"

    def position(self, _: RowKey, cells: Cells) -> str:
        """`Minsk: +2 on “a proposition”`."""
        on = self.of(("issues",), cells.get("issue", "")).rstrip(".")
        return f"{self.actor(cells.get('actor'))}: {_signed(cells.get('stance', ''))} on “{on}”"

    def relation(self, _: RowKey, cells: Cells) -> str:
        """`Moscow ally of Minsk`."""
        return f"{self.actor(cells.get('source'))} {words(cells.get('type', ''))} {self.actor(cells.get('target'))}"

    def mention(self, _: RowKey, cells: Cells) -> str:
        """`“its ally” is Russia`."""
        return f"“{cells.get('text', '')}” is {self.of(('actors', 'places', 'dates'), cells.get('entity', ''))}"

    def actor(self, row: str | None) -> str:
        """An actor's name."""
        return self.of(("actors",), row or "")

    def facts(self, table: str, cells: Cells) -> list[dict[str, Any]]:
        """Every cell that says something: label, value, what the codebook says of it, and whether it comes first."""
        first = FIRST.get(table, [])
        columns = [*(c for c in first if c in cells), *(c for c in cells if c not in first and c not in SHOWN_APART)]
        return [self._fact(table, c, cells[c]) | {"first": c in first} for c in columns if cells[c].strip()]

    def _fact(self, table: str, column: str, cell: str) -> dict[str, Any]:
        value, hint = self.value(table, column, cell), _hint(table, column, cell)
        return {"label": column_label(column), "value": value, "hint": hint, "field": column}

    def value(self, table: str, column: str, cell: str) -> str:
        """A cell in words."""
        if kind := fields_with(table, f.Reference).get(column):
            many = column in fields_with(table, f.ListOf)
            return "; ".join(self.of(kind.tables, name) for name in (list_values(cell) if many else [cell]))
        if column in ("stance", "target_valence"):
            return _signed(cell)
        if column in fields_with(table, f.Vocabulary):
            return words(cell)
        return MEANINGS.get(cell) or (cell if column in fields_with(table, f.SpanOf) else typeset(cell))

    def effect(self, change: Change) -> str:
        """What a decision does to one row, in a line."""
        key, one = RowKey(change.table, change.id), SINGULAR[change.table]
        if change.after is None:
            return f"{one} {change.id} goes: {self.line(key, change.before or {})}"
        if change.before is None:
            return f"{one} {change.id} comes: {self.line(key, change.after)}"
        moves = ", ".join(self._moves(change.table, change.before, change.after))
        return f"{one} {change.id}: {moves or 'reviewed'}"

    def _moves(self, table: str, before: Cells, after: Cells) -> Iterator[str]:
        """`stance +1 → +2`, for each cell that becomes another."""
        for column, cell in after.items():
            was = before.get(column, "")
            if cell != was and column != "coding_basis":
                old, new = self.value(table, column, was) or "empty", self.value(table, column, cell) or "empty"
                yield f"{column_label(column)} {old} → {new}"


LINES: dict[str, Callable[[Names, RowKey, Cells], str]] = {
    "statements": Names.statement,
    "positions": Names.position,
    "relations": Names.relation,
    "mentions": Names.mention,
    "dates": lambda _, __, cells: f"“{cells.get('text', '')}” {cells.get('resolved', '')}",
    "notes": lambda _, __, cells: cells.get("detail", ""),
    "judgements": lambda _, __, cells: cells.get("text", ""),
}


def column_label(column: str) -> str:
    """A column's name for readers."""
    return LABELS.get(column) or words(column.removesuffix("_text"))


def how_many(table: str, number: int) -> str:
    """`3 statements`, `1 position`."""
    return f"{number} {SINGULAR[table] if number == 1 else table}"


def effects(changes: list[Change]) -> str:
    """`removes 1 actor and 3 statements, changes 2 positions`: what a decision does, counted."""
    gone = Counter(change.table for change in changes if change.after is None)
    changed = Counter(change.table for change in changes if change.after is not None)
    return " and ".join(f"{verb} {_by_table(of)}" for verb, of in (("removes", gone), ("changes", changed)) if of)


def _by_table(numbers: Mapping[str, int]) -> str:
    return ", ".join(how_many(table, number) for table, number in numbers.items())


def _signed(cell: str) -> str:
    return f"+{cell}" if cell.isdigit() and cell != "0" else cell.replace("-", "−")


def _hint(table: str, column: str, cell: str) -> str:
    if kind := fields_with(table, f.Vocabulary).get(column):
        return VOCABULARIES[kind.name].get(cell, "")
    return ""
