"""The form in which a row is corrected or added: its fields under their headings, and what may be chosen."""

from __future__ import annotations

from typing import Any

from onrecord.coding import fields as f
from onrecord.coding.reading import Coding
from onrecord.coding.tables import TABLES, columns, fields_with
from onrecord.coding.vocabularies import VOCABULARIES
from onrecord.lab.panel.rows import FIRST, Names, column_label
from onrecord.wording.naming import words

# In the order in which a coder decides.
ORDER = {
    "statements": [
        "sentence speaker_text cue_text content_text",
        "attribution speaker speaker_kind issue target target_valence",
        "speech_act cue_class certainty hedge_text polarity narrator_stance",
        "quote_type quote_text insertion_text",
        "time_referred time_said date frequency",
        "channel source_chain continues counted repeat_of flags",
    ]
}
GROUPS = {
    "statements": ["The words", "Who, about what", "How", "Quoted", "When", "Chain and count"],
}
HIDDEN = ("id", "coding_basis", "rule")
START = {  # a new row, before anybody chose
    "statements": {
        "attribution": "attributed",
        "cue_class": "neutral",
        "speech_act": "assert",
        "channel": "not_stated",
        "quote_type": "none",
        "polarity": "positive",
        "certainty": "CT",
        "narrator_stance": "neutral",
        "time_referred": "present",
        "time_said": "not_stated",
        "frequency": "once",
        "counted": "true",
        "confidence": "high",
    },
    "actors": {"side": "none", "named": "true", "wikidata_status": "unresolved", "confidence": "high"},
    "issues": {"kind": "fact", "confidence": "high"},
    "positions": {"basis": "self_stated", "confidence": "high"},
    "events": {"kind": "action", "status": "asserted", "confirmation": "none", "confidence": "high"},
    "relations": {"basis": "stated", "confidence": "high"},
}
BRIEF = {"actors": ["name", "type", "parent", "side", "country", "named"], "issues": ["proposition", "kind", "group"]}
YES_NO = [["true", "yes", ""], ["false", "no", ""]]
NAMED_BY_NONE = ("sentences", "judgements", "mentions")  # no cell that a person fills in refers to their rows


def groups(coding: Coding, table: str, header: list[str]) -> list[dict[str, Any]]:
    """The form's fields under their headings."""
    known = [column for column in columns(table) if column not in HIDDEN and _offered(table, column, header)]
    return [
        _group(coding, table, title, row)
        for title, row in zip(_titles(table), _placed(table, known), strict=True)
        if row
    ]


def brief(coding: Coding, table: str) -> list[dict[str, Any]]:
    """The fields that a row made on the way needs."""
    return [_group(coding, table, "", BRIEF[table])]


def _titles(table: str) -> list[str]:
    return [*GROUPS.get(table, [""]), "Note and confidence" if table in GROUPS else "More"]


def _placed(table: str, known: list[str]) -> list[list[str]]:
    """The known columns in the order in which a coder decides, a group each; what has no place there comes last."""
    rows = [row.split() for row in ORDER.get(table, [" ".join(FIRST.get(table, []))])]
    placed = {column for row in rows for column in row}
    return [[c for c in row if c in known] for row in rows] + [[c for c in known if c not in placed]]


def _offered(table: str, column: str, header: list[str]) -> bool:
    """Whether the file has the column, or a row can do without."""
    return column in header or not TABLES[table].model_fields[column].is_required()


def _group(coding: Coding, table: str, title: str, row: list[str]) -> dict[str, Any]:
    return {"title": title, "fields": [_field(coding, table, column) for column in row]}


def _field(coding: Coding, table: str, column: str) -> dict[str, Any]:
    """One field: what it is called, how it is filled in, and what may be chosen."""
    said = TABLES[table].model_fields[column].description or ""
    field = {"name": column, "label": column_label(column), "options": [], "lists": [], "help": said}
    return field | _way(coding, table, column)


def _way(coding: Coding, table: str, column: str) -> dict[str, Any]:
    if column in fields_with(table, f.SpanOf):
        return {"kind": "span"}
    if reference := fields_with(table, f.Reference).get(column):
        return _of_rows(reference.tables, many=column in fields_with(table, f.ListOf))
    if column == "group":
        return {"kind": "text", "options": _groups_known(coding)}
    options = _options(coding, table, column)
    return {"kind": "one", "options": options} if options else {"kind": "text"}


def _of_rows(tables: tuple[str, ...], many: bool) -> dict[str, Any]:
    if tables == ("sentences",):
        return {"kind": "sentence"}
    return {"kind": "many" if many else "one", "lists": list(tables)}


def _groups_known(coding: Coding) -> list[list[str]]:
    known = {record.cells.get("group", "") for record in coding.records.get("issues", ())}
    return [[name, name, ""] for name in sorted(filter(None, known))]


def _options(coding: Coding, table: str, column: str) -> list[list[str]]:
    """Value, words and definition of each that may be chosen; none for a text."""
    if kind := fields_with(table, f.Vocabulary).get(column):
        return _vocabulary(kind.name)
    if numbers := fields_with(table, f.Numbers).get(column):
        return [[str(number), _signed(number), ""] for number in numbers.allowed]
    if TABLES[table].model_fields[column].annotation is bool:
        return YES_NO
    if column == "side":
        sides = coding.article.sides if coding.article else {}
        return [[side, words, ""] for side, words in sides.items()] + _vocabulary("side")
    return []


def _vocabulary(name: str) -> list[list[str]]:
    said = (lambda value: _signed(int(value))) if name == "stance" else words
    return [[value, said(value), definition] for value, definition in VOCABULARIES[name].items()]


def _signed(number: int) -> str:
    return f"{number:+d}".replace("-", "−")


def choices(coding: Coding) -> dict[str, list[list[str]]]:
    """Table -> (id, name) of every row that a cell may refer to, actors and issues by name."""
    names = Names(coding)
    found = {}
    for table, records in coding.records.items():
        if table not in NAMED_BY_NONE:
            rows = [[r.cells["id"], names.of((table,), r.cells["id"])] for r in records if r.cells.get("id")]
            found[table] = sorted(rows, key=lambda row: row[1].casefold()) if table in BRIEF else rows
    return found
