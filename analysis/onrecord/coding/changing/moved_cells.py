"""What the cells of a coding that hold words of the article, or name a sentence, become in an edited text."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.coding import fields as f
from onrecord.coding.reading import Coding
from onrecord.coding.spans import CodedSpan, listed
from onrecord.coding.tables import TABLES, fields_with
from onrecord.source.anchoring import Span, cell_for
from onrecord.source.moving import Folded, moved
from onrecord.source.sentences import Sentence

Cells = dict[str, dict[str, dict[str, str]]]  # table, row id, column: what the cell becomes

NOT_FOUND = "its words are not found once with 12 characters of the same context"
APART = "the row's words stand too far apart now"
NO_CELL = "no cell names its place"


@dataclass(frozen=True)
class Lost:
    """A span, or another tie to a sentence, that has no place in the edited text."""

    table: str
    row: int
    id: str
    field: str
    words: str
    why: str

    def __str__(self) -> str:
        return f"lost {self.table}.csv:{self.row} {self.id} {self.field} {self.words!r}: {self.why}"


class Layout:
    """Sentences in the order of the text."""

    def __init__(self, sentences: Iterable[tuple[str, Span]]):
        self._spans = list(sentences)
        self._starts = [span.start for _, span in self._spans]
        self._order = {name: place for place, (name, _) in enumerate(self._spans)}

    def around(self, pieces: list[Span]) -> tuple[str, Span] | None:
        """The sentence, or range of sentences, that holds all `pieces`, and where it lies; None where none does."""
        start, end = min(p.start for p in pieces), max(p.end for p in pieces)
        first, last = bisect_right(self._starts, start) - 1, bisect_right(self._starts, end - 1) - 1
        if first < 0 or start >= self._spans[first][1].end or end > self._spans[last][1].end:
            return None
        (name, (begin, _)), (to, (_, stop)) = self._spans[first], self._spans[last]
        return (name if first == last else f"{name}-{to}"), Span(begin, stop)

    def length(self, cell: str) -> int:
        """How many sentences a cell such as S04 or S04-S06 names."""
        first, _, last = cell.partition("-")
        return self._order[last or first] - self._order[first] + 1


def moved_cells(coding: Coding, text: str, sentences: list[Sentence]) -> tuple[Cells, int, list[Lost]]:
    """The cells that change, how many spans moved or stayed, and what is lost; a row moves whole or not at all."""
    old, new = Folded(coding.anchoring_text), Folded(text)
    before, after = Layout(coding.regions.items()), Layout((s.id, Span(s.start, s.end)) for s in sentences)
    cells: Cells = defaultdict(lambda: defaultdict(dict))
    count, lost = 0, []
    for spans in _by_row(coding):
        places = [[moved(old, new, piece) for piece in span.pieces] for span in spans]
        missing = [span for span, pieces in zip(spans, places, strict=True) if None in pieces]
        if missing:
            lost += [_lost(span, NOT_FOUND) for span in missing]
            continue
        around = after.around([piece for pieces in places for piece in pieces])
        if around is None or after.length(around[0]) > before.length(spans[0].sentence) + 1:
            lost += [_lost(span, APART) for span in spans]
            continue
        name, region = around
        try:
            found = _cells(text, region, spans, places)
        except ValueError:
            lost += [_lost(span, NO_CELL) for span in spans]
            continue
        count += len(spans)
        column = fields_with(spans[0].table, f.SpanOf)[spans[0].field].sentence
        cells[spans[0].table][spans[0].record.cells["id"]] = found | {column: name}
    lost += _gone_sentences(coding, {s.id for s in sentences}, cells)
    return cells, count, lost


def _by_row(coding: Coding) -> Iterable[list[CodedSpan]]:
    rows: dict[tuple[str, int], list[CodedSpan]] = defaultdict(list)
    for span in coding.spans:
        rows[span.table, span.record.number].append(span)
    return rows.values()


def _lost(span: CodedSpan, why: str) -> Lost:
    return Lost(span.table, span.record.number, span.record.cells["id"], span.field, span.words, why)


def _cells(text: str, region: Span, spans: list[CodedSpan], places: list[list[Span]]) -> dict[str, str]:
    """The cells of one row that name its spans at their new places; raises ValueError where none does."""
    found: dict[str, list[str]] = defaultdict(list)
    for span, pieces in zip(spans, places, strict=True):
        found[span.field].append(cell_for(text, region, pieces))
    for words in found.values():
        if len(words) > 1 and listed(text, region, "|".join(words)) != words:
            raise ValueError("|".join(words))
    return {column: "|".join(words) for column, words in found.items()}


def _gone_sentences(coding: Coding, known: set[str], cells: Cells) -> list[Lost]:
    """Cells that name a sentence without words of it: lost where the sentence is gone."""
    lost = []
    for table in TABLES:
        columns = [c for c, kind in fields_with(table, f.Reference).items() if "sentences" in kind.tables]
        for record in coding.records.get(table, ()):
            for column in columns:
                cell = record.cells.get(column, "")
                names = {part for name in cell.split("|") for part in name.split("-") if part in coding.regions}
                if column not in cells[table][record.cells["id"]] and not names <= known:
                    lost.append(Lost(table, record.number, record.cells["id"], column, cell, "the sentence is gone"))
    return lost
