"""The recorded sentences are the article's, in order, and leave none of its words out (rule U5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.coding import fields as f
from onrecord.coding.reading import Coding
from onrecord.coding.tables import TABLES, fields_with
from onrecord.problems import Problem, problem

FILE = "sentences.csv"
AGAIN = "sentences.csv is the tool's: put back the file that it wrote"


def sentences_stand_in_the_text(coding: Coding) -> Iterator[Problem]:
    """E-SENTENCE for offsets that do not hold the recorded words, for overlaps, and for words left out."""
    if "sentences" not in coding.records or coding.text is None:
        return
    covered = 0
    for number, row in coding.table("sentences"):
        if not {"start", "end", "text"} <= row.__dict__.keys():
            return  # what a row covers is unknown
        if row.start < covered or row.end < row.start:
            found = f"{_id(row)} stands at {row.start} to {row.end}, but the row before ends at {covered}"
            yield problem("E-SENTENCE", FILE, number, "start", found=found, remedy=AGAIN)
        if not coding.text_changed:
            if coding.text[row.start : row.end] != row.text:
                stands = _short(coding.text[row.start : row.end])
                found = f"the article holds {stands!r} at {row.start} to {row.end}, the row {_short(row.text)!r}"
                yield problem("E-SENTENCE", FILE, number, "text", found=found, remedy=AGAIN)
            yield from _left_out(coding.text, covered, row.start, number)
        covered = max(covered, row.end)
    if not coding.text_changed:
        yield from _left_out(coding.text, covered, len(coding.text), None)


def _left_out(text: str, start: int, end: int, number: int | None) -> Iterator[Problem]:
    words = " ".join(text[start:end].split())
    if any(char.isalnum() for char in words):
        found = f"no sentence holds the article's words {_short(words)!r} (code points {start} to {end})"
        yield problem("E-SENTENCE", FILE, number, "start", found=found, remedy=AGAIN)


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"


def _id(row) -> str:
    return row.__dict__.get("id", "the sentence")


def ranges_run_forward(coding: Coding) -> Iterator[Problem]:
    """E-SENTENCE for a range of sentences, S06-S04, whose end stands before its start."""
    order = {record.cells["id"]: place for place, record in enumerate(coding.records.get("sentences", ()))}
    for table in TABLES:
        columns = [c for c, kind in fields_with(table, f.Reference).items() if kind.tables == ("sentences",)]
        for record in coding.records.get(table, ()):
            for column in columns:
                match = re.fullmatch(r"(S\d{2,})-(S\d{2,})", record.cells.get(column, ""))
                if match and order.get(match[1], 0) > order.get(match[2], len(order)):
                    yield problem(
                        "E-SENTENCE",
                        f"{table}.csv",
                        record.number,
                        column,
                        found=f"the range {match[0]} runs backwards",
                        remedy=f"write {match[2]}-{match[1]}",
                    )
