"""Where the coded words of every row stand in the article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.coding import fields as f
from onrecord.coding.reading import Coding, Record
from onrecord.coding.tables import TABLES, fields_with
from onrecord.source.anchoring import AmbiguousError, NotFoundError, Span, anchor


class CodedSpan(NamedTuple):
    """One span cell of one row: its pieces, or why it has none."""

    table: str
    record: Record
    field: str  # the column
    name: str  # what the codebook calls it: speaker, cue, content, hedge …
    sentence: str  # the cell that names the sentence or sentences
    words: str
    pieces: list[Span]
    failure: NotFoundError | AmbiguousError | None


def coded_spans(coding: Coding) -> Iterator[CodedSpan]:
    """Every span cell whose sentence is known, in the order of tables, rows and columns."""
    text = coding.anchoring_text
    for table in TABLES:
        columns = fields_with(table, f.SpanOf)
        for record in coding.records.get(table, ()):
            for column, kind in columns.items():
                cell, sentence = record.cells.get(column, ""), record.cells.get(kind.sentence, "")
                region = coding.region(sentence) if cell.strip() else None
                if region is None:
                    continue
                for words in listed(text, region, cell) if kind.many else [cell]:
                    pieces, failure = _found(text, region, words)
                    yield CodedSpan(table, record, column, kind.name, sentence, words, pieces, failure)


def listed(text: str, region: Span, cell: str) -> list[str]:
    """The spans of a list cell; a cell that stands verbatim in the sentence is taken whole."""
    return cell.split("|") if "|" in cell and _found(text, region, cell)[1] else [cell]


def _found(text: str, region: Span, words: str) -> tuple[list[Span], NotFoundError | AmbiguousError | None]:
    try:
        return anchor(text, region, words), None
    except (NotFoundError, AmbiguousError) as failure:
        return [], failure
