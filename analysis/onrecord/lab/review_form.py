"""The form in which a row is corrected or added: its fields, their choices, their words in the text."""

from __future__ import annotations

from typing import Any

from onrecord.coding import fields as f
from onrecord.coding.changing.moved_cells import Layout
from onrecord.coding.reading import Coding
from onrecord.coding.spans import listed as span_list
from onrecord.coding.storing.sheet import Cells
from onrecord.coding.tables import TABLES, columns, fields_with
from onrecord.coding.vocabularies import VOCABULARIES
from onrecord.lab.review_rows import FIRST, Names, label
from onrecord.source.anchoring import AmbiguousError, NotFoundError, Span, anchor, cell_for
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


def groups(coding: Coding, table: str, header: list[str], brief: bool = False) -> list[dict[str, Any]]:
    """The form's fields under their headings; `brief`: only what a row made on the way needs."""
    known = [
        c
        for c in columns(table)
        if c not in HIDDEN and (c in header or not TABLES[table].model_fields[c].is_required())
    ]
    if brief:
        return [{"title": "", "fields": [_field(coding, table, c) for c in BRIEF[table]]}]
    rows = [row.split() for row in ORDER.get(table, [" ".join(FIRST.get(table, []))])]
    placed = {c for row in rows for c in row}
    rows.append([c for c in known if c not in placed])
    titles = [*GROUPS.get(table, [""]), "Note and confidence" if table in GROUPS else "More"]
    return [
        {"title": title, "fields": [_field(coding, table, c) for c in row if c in known]}
        for title, row in zip(titles, rows, strict=True)
        if any(c in known for c in row)
    ]


def _field(coding: Coding, table: str, column: str) -> dict[str, Any]:
    """One field: how it is filled in, and what may be chosen."""
    info = TABLES[table].model_fields[column]
    field = {"name": column, "label": label(column), "options": [], "lists": [], "help": info.description or ""}
    many = column in fields_with(table, f.ListOf)
    if column in fields_with(table, f.SpanOf):
        return field | {"kind": "span"}
    if kind := fields_with(table, f.Reference).get(column):
        if kind.tables == ("sentences",):
            return field | {"kind": "sentence"}
        return field | {"kind": "many" if many else "one", "lists": list(kind.tables)}
    if kind := fields_with(table, f.Vocabulary).get(column):
        return field | {"kind": "one", "options": _vocabulary(kind.name)}
    if kind := fields_with(table, f.Numbers).get(column):
        return field | {"kind": "one", "options": [[str(n), f"{n:+d}".replace("-", "−"), ""] for n in kind.allowed]}
    if info.annotation is bool:
        return field | {"kind": "one", "options": [["true", "yes", ""], ["false", "no", ""]]}
    if column == "side":
        sides = coding.article.sides if coding.article else {}
        return field | {"kind": "one", "options": [[k, v, ""] for k, v in sides.items()] + _vocabulary("side")}
    if column == "group":
        known = sorted({record.cells.get("group", "") for record in coding.records.get("issues", ())} - {""})
        return field | {"kind": "text", "options": [[name, name, ""] for name in known]}
    return field | {"kind": "text"}


def _vocabulary(name: str) -> list[list[str]]:
    signed = name in ("stance",)
    return [
        [value, (f"{int(value):+d}".replace("-", "−") if signed else words(value)), definition]
        for value, definition in VOCABULARIES[name].items()
    ]


def choices(coding: Coding) -> dict[str, list[list[str]]]:
    """Table -> (id, name) of every row that a cell may refer to, actors and issues by name."""
    names = Names(coding)
    found = {}
    for table, records in coding.records.items():
        if table not in ("sentences", "judgements", "mentions"):
            rows = [[r.cells["id"], names.of((table,), r.cells["id"])] for r in records if r.cells.get("id")]
            found[table] = sorted(rows, key=lambda row: row[1].casefold()) if table in BRIEF else rows
    return found


def spans(coding: Coding, table: str, cells: Cells) -> dict[str, dict[str, Any]]:
    """Each span field: whether its words are found in the row's sentence, where, and the nearest wording if not."""
    found = {}
    for column, kind in fields_with(table, f.SpanOf).items():
        cell, region = cells.get(column, ""), coding.region(cells.get(kind.sentence, ""))
        if cell.strip() and region:
            parts = span_list(coding.anchoring_text, region, cell) if kind.many else [cell]
            looked = [_looked_up(coding.anchoring_text, region, part) for part in parts]
            found[column] = looked[0] | {"pieces": [[*p, kind.name] for one in looked for p in one["pieces"]]}
            for one in looked:
                if one["state"] != "found":
                    found[column] = one
    return found


def _looked_up(text: str, region: Span, words: str) -> dict[str, Any]:
    try:
        return {"state": "found", "pieces": anchor(text, region, words)}
    except AmbiguousError as error:
        return {"state": "ambiguous", "pieces": [], "words": error.words, "count": error.count}
    except NotFoundError as error:
        return {"state": "missing", "pieces": [], "nearest": error.nearest}


def selected(coding: Coding, table: str, cells: Cells, column: str, picked: Span, join: bool = False) -> Cells:
    """The cells after the words `picked` were selected for `column`, and its sentence with them where need be.

    Blanks and half words at the edges are put right. `join` adds a piece to those that the cell names.
    """
    text, layout = coding.anchoring_text, Layout(coding.regions.items())
    kind = fields_with(table, f.SpanOf)[column]
    piece, region = _whole_words(text, picked), coding.region(cells.get(kind.sentence, ""))
    if piece is None:
        return cells
    pieces = {piece}
    if join and region and cells.get(column, "").strip():
        pieces |= {Span(*found) for found in _looked_up(text, region, cells[column])["pieces"]}
    if region is None or not all(region.start <= start and end <= region.end for start, end in pieces):
        others = any(cells.get(c, "").strip() for c in fields_with(table, f.SpanOf) if c != column)
        around = layout.around([*pieces, region] if region and (others or join) else [*pieces])
        if around is None:
            return cells
        name, region = around
        cells = cells | {kind.sentence: name}
    try:
        return cells | {column: cell_for(text, region, sorted(pieces))}
    except ValueError:  # pieces that overlap: the selection alone
        return cells | {column: cell_for(text, region, [piece])}


def _whole_words(text: str, picked: Span) -> Span | None:
    """The selection without blanks at its edges, and with the rest of a word that it cut."""
    start, end = max(0, picked.start), min(picked.end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return None
    while start > 0 and _in_word(text[start - 1]) and _in_word(text[start]):
        start -= 1
    while end < len(text) and _in_word(text[end]) and _in_word(text[end - 1]):
        end += 1
    return Span(start, end)


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"
