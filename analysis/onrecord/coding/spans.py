"""Where the coded words of every row stand in the article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.coding.fields import SpanOf
from onrecord.coding.records import Record
from onrecord.coding.regions import Regions
from onrecord.coding.tables import TABLES, fields_with
from onrecord.source.anchoring import AmbiguousError, NotFoundError, Span, anchor

Failure = NotFoundError | AmbiguousError


class CodedSpan(NamedTuple):
    """One span cell of one row: its pieces, or why it has none."""

    table: str
    record: Record
    field: str  # the column
    name: str  # what the codebook calls it: speaker, cue, content, hedge …
    sentence: str  # the cell that names the sentence or sentences
    words: str
    pieces: list[Span]
    failure: Failure | None


def coded_spans(records: Mapping[str, Sequence[Record]], regions: Regions) -> Iterator[CodedSpan]:
    """Every span cell whose sentence is known, in the order of tables, rows and columns.

    `records` are the lines of each table by its name; a table that is absent has no spans.
    """
    for table in TABLES:
        columns = fields_with(table, SpanOf)
        for record in records.get(table, ()):
            for column, kind in columns.items():
                sentence = record.cells.get(kind.sentence, "")
                for words, pieces, failure in _spans(record.cells.get(column, ""), kind.many, sentence, regions):
                    yield CodedSpan(table, record, column, kind.name, sentence, words, pieces, failure)


def _spans(cell: str, many: bool, sentence: str, regions: Regions) -> Iterator[tuple[str, list[Span], Failure | None]]:
    region = regions.span(sentence) if cell.strip() else None
    if region:
        for words in spans_of_list(regions.text, region, cell) if many else [cell]:
            yield words, *_found(regions.text, region, words)


def spans_of_list(text: str, region: Span, cell: str) -> list[str]:
    """The spans of a list cell; a cell that stands verbatim in the sentence is taken whole."""
    return cell.split("|") if "|" in cell and _found(text, region, cell)[1] else [cell]


def _found(text: str, region: Span, words: str) -> tuple[list[Span], Failure | None]:
    try:
        return anchor(text, region, words), None
    except (NotFoundError, AmbiguousError) as failure:
        return [], failure
