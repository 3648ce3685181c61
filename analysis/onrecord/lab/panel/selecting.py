"""Words of the article in a form: where those of a cell stand, and the cell that a selection makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from onrecord.coding import fields as f
from onrecord.coding.changing.moved_cells import Layout
from onrecord.coding.reading import Coding
from onrecord.coding.spans import spans_of_list
from onrecord.coding.storing.sheet import Cells
from onrecord.coding.tables import fields_with
from onrecord.source.anchoring import AmbiguousError, NotFoundError, Span, anchor, cell_for


@dataclass(frozen=True)
class Selection:
    """Words selected for a field; `join` adds them as a piece to those that its cell names."""

    table: str
    field: str
    picked: Span
    join: bool = False

    @property
    def sentence(self) -> str:
        """The column of the sentence in which the words stand."""
        return fields_with(self.table, f.SpanOf)[self.field].sentence


def spans(coding: Coding, table: str, cells: Cells) -> dict[str, dict[str, Any]]:
    """Each span field: whether its words are found in the row's sentence, where, and the nearest wording if not."""
    found = {}
    for column, kind in fields_with(table, f.SpanOf).items():
        cell, region = cells.get(column, ""), coding.region(cells.get(kind.sentence, ""))
        if cell.strip() and region:
            parts = spans_of_list(coding.anchoring_text, region, cell) if kind.many else [cell]
            found[column] = _together([_looked_up(coding.anchoring_text, region, part) for part in parts], kind.name)
    return found


def _together(looked: list[dict[str, Any]], name: str) -> dict[str, Any]:
    """The last part that is not found, or else the pieces of all with what they are."""
    missed = [one for one in looked if one["state"] != "found"]
    pieces = [[*piece, name] for one in looked for piece in one["pieces"]]
    return missed[-1] if missed else looked[0] | {"pieces": pieces}


def _looked_up(text: str, region: Span, words: str) -> dict[str, Any]:
    try:
        return {"state": "found", "pieces": anchor(text, region, words)}
    except AmbiguousError as error:
        return {"state": "ambiguous", "pieces": [], "words": error.words, "count": error.count}
    except NotFoundError as error:
        return {"state": "missing", "pieces": [], "nearest": error.nearest}


def selected(coding: Coding, cells: Cells, selection: Selection) -> Cells:
    """The cells after the selection, their sentence with them where need be.

    Blanks and half words at the edges are put right.
    """
    text = coding.anchoring_text
    piece, region = _whole_words(text, selection.picked), coding.region(cells.get(selection.sentence, ""))
    if piece is None:
        return cells
    pieces = [piece]
    if selection.join and region:
        pieces = sorted({piece, *_pieces(text, region, cells.get(selection.field, ""))})
    if region is None or not all(region.start <= start and end <= region.end for start, end in pieces):
        around = _around(coding, cells, selection, pieces)
        if around is None:
            return cells
        name, region = around
        cells = cells | {selection.sentence: name}
    return cells | {selection.field: _cell(text, region, pieces, piece)}


def _pieces(text: str, region: Span, cell: str) -> list[Span]:
    return [Span(*found) for found in _looked_up(text, region, cell)["pieces"]] if cell.strip() else []


def _around(coding: Coding, cells: Cells, selection: Selection, pieces: list[Span]) -> tuple[str, Span] | None:
    """The sentences around the pieces, and around the words that the row names in its sentence already."""
    region = coding.region(cells.get(selection.sentence, ""))
    columns = fields_with(selection.table, f.SpanOf)
    others = any(cells.get(column, "").strip() for column in columns if column != selection.field)
    kept = [region] if region and (others or selection.join) else []
    return Layout(coding.regions.items()).around([*pieces, *kept])


def _cell(text: str, region: Span, pieces: list[Span], alone: Span) -> str:
    try:
        return cell_for(text, region, pieces)
    except ValueError:  # pieces that overlap: the selection alone
        return cell_for(text, region, [alone])


def _whole_words(text: str, picked: Span) -> Span | None:
    """The selection without blanks at its edges, and with the rest of a word that it cut."""
    start, end = _without_blanks(text, max(0, picked.start), min(picked.end, len(text)))
    if start >= end:
        return None
    while _within_word(text, start):
        start -= 1
    while _within_word(text, end):
        end += 1
    return Span(start, end)


def _without_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    inside = text[start:end]
    start = end - len(inside.lstrip())
    return start, start + len(inside.strip())


def _within_word(text: str, at: int) -> bool:
    """Whether the letters before and after that place belong to one word."""
    return 0 < at < len(text) and _in_word(text[at - 1]) and _in_word(text[at])


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"
