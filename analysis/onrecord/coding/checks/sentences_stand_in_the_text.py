"""The recorded sentences are the article's, in order, and leave none of its words out (rule U5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.coding.fields import Reference
from onrecord.coding.reading import Coding
from onrecord.coding.tables import RecordedSentence, fields_with
from onrecord.problems import Problem, problem

_RANGE = re.compile(r"(S\d{2,})-(S\d{2,})")


def sentences_stand_in_the_text(coding: Coding) -> Iterator[Problem]:
    """E-SENTENCE for offsets that do not hold the recorded words, for overlaps, and for words left out."""
    if "sentences" not in coding.records or coding.text is None:
        return
    covered = 0
    for number, row in coding.table("sentences"):
        if not row.has("start", "end", "text"):
            return  # what a row covers is unknown
        yield from _out_of_order(number, row, covered)
        if not coding.text_changed:
            yield from _other_words(coding.text, number, row)
            yield from _left_out(coding.text, covered, row.start, number)
        covered = max(covered, row.end)
    if not coding.text_changed:
        yield from _left_out(coding.text, covered, len(coding.text), None)


def _out_of_order(number: int, row: RecordedSentence, covered: int) -> Iterator[Problem]:
    if row.start < covered or row.end < row.start:
        name = row.read("id", "the sentence")
        found = f"{name} stands at {row.start} to {row.end}, but the row before ends at {covered}"
        yield _fault(number, "start", found)


def _other_words(text: str, number: int, row: RecordedSentence) -> Iterator[Problem]:
    stands = text[row.start : row.end]
    if stands != row.text:
        found = f"the article holds {_short(stands)!r} at {row.start} to {row.end}, the row {_short(row.text)!r}"
        yield _fault(number, "text", found)


def _left_out(text: str, start: int, end: int, number: int | None) -> Iterator[Problem]:
    words = " ".join(text[start:end].split())
    if any(char.isalnum() for char in words):
        found = f"no sentence holds the article's words {_short(words)!r} (code points {start} to {end})"
        yield _fault(number, "start", found)


def _fault(number: int | None, field: str, found: str) -> Problem:
    remedy = "sentences.csv is the tool's: put back the file that it wrote"
    return problem("E-SENTENCE", "sentences.csv", number, field, found=found, remedy=remedy)


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"


def ranges_run_forward(coding: Coding) -> Iterator[Problem]:
    """E-SENTENCE for a range of sentences, S06-S04, whose end stands before its start."""
    order = {record.cells["id"]: place for place, record in enumerate(coding.records.get("sentences", ()))}
    for table, (number, cells) in coding.lines():
        for column in _naming_sentences(table):
            if turned := _turned(cells.get(column, ""), order):
                found, remedy = f"the range {cells[column]} runs backwards", f"write {turned}"
                yield problem("E-SENTENCE", f"{table}.csv", number, column, found=found, remedy=remedy)


@cache
def _naming_sentences(table: str) -> list[str]:
    """The columns of the table that name sentences."""
    return [column for column, kind in fields_with(table, Reference).items() if kind.tables == ("sentences",)]


def _turned(cell: str, order: dict[str, int]) -> str:
    """The range turned round where it runs backwards, else ''."""
    found = _RANGE.fullmatch(cell)
    backwards = found and order.get(found[1], 0) > order.get(found[2], len(order))
    return f"{found[2]}-{found[1]}" if found and backwards else ""
