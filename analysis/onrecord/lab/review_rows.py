"""A row of the coding in words, for the review: one line in the queue, and every cell with its meaning."""

from __future__ import annotations

from typing import Any

from onrecord.coding import fields as f
from onrecord.coding.changing.edits import Change
from onrecord.coding.changing.referring import listed
from onrecord.coding.reading import Coding
from onrecord.coding.storing.sheet import Cells
from onrecord.coding.tables import fields_with
from onrecord.coding.vocabularies import VOCABULARIES
from onrecord.lab.review_article import quoted
from onrecord.lab.reviewing.queue import Key
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
        found = next((Key(table, row) for table in tables if row in self._cells.get(table, ())), None)
        if found is None or found.table == "sentences":
            return row
        cells = self._cells[found.table][row]
        plain = cells.get("name") or cells.get("proposition")
        return typeset(plain) if plain else f"{row} · {self.line(found, cells)}"

    def line(self, key: Key, cells: Cells) -> str:
        """The row in one line."""
        content = quoted(self._coding, key, "content") or cells.get("content_text", "")
        lines = {
            "statements": lambda: f"{self.actor(cells.get('speaker'))}: {content}",
            "positions": lambda: (
                f"{self.actor(cells.get('actor'))}: {_signed(cells.get('stance', ''))} on "
                f"“{self.of(('issues',), cells.get('issue', '')).rstrip('.')}”"
            ),
            "relations": lambda: (
                f"{self.actor(cells.get('source'))} {words(cells.get('type', ''))} {self.actor(cells.get('target'))}"
            ),
            "mentions": lambda: (
                f"“{cells.get('text', '')}” is {self.of(('actors', 'places', 'dates'), cells.get('entity', ''))}"
            ),
            "dates": lambda: f"“{cells.get('text', '')}” {cells.get('resolved', '')}",
            "notes": lambda: cells.get("detail", ""),
            "judgements": lambda: cells.get("text", ""),
        }
        plain = cells.get("name") or cells.get("proposition") or cells.get("title") or ""
        return lines[key.table]() if key.table in lines else typeset(plain)

    def actor(self, row: str | None) -> str:
        """An actor's name."""
        return self.of(("actors",), row or "")

    def facts(self, table: str, cells: Cells) -> list[dict[str, Any]]:
        """Every cell that says something: label, value, what the codebook says of it, and whether it comes first."""
        first = FIRST.get(table, [])
        rest = [c for c in cells if c not in first and c not in ("id", "coding_basis", "confidence", "rule", "note")]
        return [
            {"label": label(c), "value": self.value(table, c, cells[c]), "hint": _hint(table, c, cells[c])}
            | {"first": c in first, "field": c}
            for c in [*(c for c in first if c in cells), *rest]
            if cells[c].strip()
        ]

    def value(self, table: str, column: str, cell: str) -> str:
        """A cell in words."""
        if kind := fields_with(table, f.Reference).get(column):
            many = column in fields_with(table, f.ListOf)
            return "; ".join(self.of(kind.tables, name) for name in (listed(cell) if many else [cell]))
        if column in ("stance", "target_valence"):
            return _signed(cell)
        if column in fields_with(table, f.Vocabulary):
            return words(cell)
        return MEANINGS.get(cell) or (cell if column in fields_with(table, f.SpanOf) else typeset(cell))

    def effect(self, change: Change) -> str:
        """What a decision does to one row, in a line."""
        key, one = Key(change.table, change.id), SINGULAR[change.table]
        if change.after is None:
            return f"{one} {change.id} goes: {self.line(key, change.before or {})}"
        if change.before is None:
            return f"{one} {change.id} comes: {self.line(key, change.after)}"
        parts = [
            f"{label(c)} {self.value(change.table, c, change.before.get(c, '')) or 'empty'} → "
            f"{self.value(change.table, c, cell) or 'empty'}"
            for c, cell in change.after.items()
            if cell != change.before.get(c, "") and c != "coding_basis"
        ]
        return f"{one} {change.id}: {', '.join(parts) or 'reviewed'}"


def label(column: str) -> str:
    """A column's name for readers."""
    return LABELS.get(column) or words(column.removesuffix("_text"))


def counted(table: str, number: int) -> str:
    """`3 statements`, `1 position`."""
    return f"{number} {SINGULAR[table] if number == 1 else table}"


def effects(changes: list[Change]) -> str:
    """`removes 1 actor and 3 statements, changes 2 positions`: what a decision does, counted."""
    removed: dict[str, int] = {}
    changed: dict[str, int] = {}
    for change in changes:
        found = removed if change.after is None else changed
        found[change.table] = found.get(change.table, 0) + 1
    said = [
        f"{verb} {', '.join(counted(table, number) for table, number in found.items())}"
        for verb, found in (("removes", removed), ("changes", changed))
        if found
    ]
    return " and ".join(said)


def _signed(cell: str) -> str:
    return f"+{cell}" if cell.isdigit() and cell != "0" else cell.replace("-", "−")


def _hint(table: str, column: str, cell: str) -> str:
    if kind := fields_with(table, f.Vocabulary).get(column):
        return VOCABULARIES[kind.name].get(cell, "")
    return ""
