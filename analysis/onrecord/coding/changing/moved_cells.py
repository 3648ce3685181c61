"""What the cells of a coding that hold words of the article, or name a sentence, become in an edited text."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.coding import fields as f
from onrecord.coding.changing.referring import columns_naming
from onrecord.coding.reading import Coding
from onrecord.coding.spans import CodedSpan, spans_of_list
from onrecord.coding.tables import TABLES, fields_with
from onrecord.source.anchoring import Span, cell_for
from onrecord.source.moving import Folded, moved
from onrecord.source.sentences import Sentence

MovedCells = dict[str, dict[str, dict[str, str]]]  # table, row id, column: what the cell becomes

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


def moved_cells(coding: Coding, text: str, sentences: list[Sentence]) -> tuple[MovedCells, int, list[Lost]]:
    """The cells that change, how many spans moved or stayed, and what is lost; a row moves whole or not at all."""
    moving = Moving(coding, text, sentences)
    cells: MovedCells = defaultdict(lambda: defaultdict(dict))
    count, lost = 0, []
    for spans in _by_row(coding):
        found, why = moving.row(spans)
        lost += why
        if not why:
            count += len(spans)
            cells[spans[0].table][spans[0].record.cells["id"]] = found
    return cells, count, [*lost, *_gone_sentences(coding, {s.id for s in sentences}, cells)]


class Moving:
    """From the coded text to the edited one."""

    def __init__(self, coding: Coding, text: str, sentences: list[Sentence]):
        self._text = text
        self._old, self._new = Folded(coding.anchoring_text), Folded(text)
        self._before = Layout(coding.regions.items())
        self._after = Layout((s.id, Span(s.start, s.end)) for s in sentences)

    def row(self, spans: list[CodedSpan]) -> tuple[dict[str, str], list[Lost]]:
        """The cells of a row's spans and of its sentence, or what of it is lost."""
        places = [self._places(span) for span in spans]
        if not all(places):
            return {}, [_lost(span, NOT_FOUND) for span, found in zip(spans, places, strict=True) if not found]
        sentence = self._sentence(spans[0], [piece for pieces in places for piece in pieces])
        if sentence is None:
            return {}, [_lost(span, APART) for span in spans]
        try:
            cells = _cells(self._text, sentence[1], spans, places)
        except ValueError:
            return {}, [_lost(span, NO_CELL) for span in spans]
        return cells | {_sentence_column(spans[0]): sentence[0]}, []

    def _sentence(self, span: CodedSpan, pieces: list[Span]) -> tuple[str, Span] | None:
        """What holds all pieces, if it is at most one sentence longer than before."""
        found = self._after.around(pieces)
        return found if found and self._after.length(found[0]) <= self._before.length(span.sentence) + 1 else None

    def _places(self, span: CodedSpan) -> list[Span]:
        """Where the pieces of the span stand now; nowhere if one is not found."""
        found = [place for piece in span.pieces if (place := moved(self._old, self._new, piece))]
        return found if len(found) == len(span.pieces) else []


def _sentence_column(span: CodedSpan) -> str:
    return fields_with(span.table, f.SpanOf)[span.field].sentence


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
    return {column: _list_cell(text, region, words) for column, words in found.items()}


def _list_cell(text: str, region: Span, words: list[str]) -> str:
    """The cell of these spans; raises ValueError where it would be read as others."""
    cell = "|".join(words)
    if len(words) > 1 and spans_of_list(text, region, cell) != words:
        raise ValueError(cell)
    return cell


def _gone_sentences(coding: Coding, known: set[str], cells: MovedCells) -> Iterator[Lost]:
    """Cells that name a sentence without words of it: lost where the sentence is gone."""
    for table in TABLES:
        columns = columns_naming(table, "sentences")
        for record in coding.records.get(table, ()):
            for column in columns.keys() - cells[table][record.cells["id"]].keys():
                cell = record.cells.get(column, "")
                if not _sentences(cell, coding) <= known:
                    yield Lost(table, record.number, record.cells["id"], column, cell, "the sentence is gone")


def _sentences(cell: str, coding: Coding) -> set[str]:
    """The sentences that a cell names, one, several or a range."""
    return {part for name in cell.split("|") for part in name.split("-") if part in coding.regions}
