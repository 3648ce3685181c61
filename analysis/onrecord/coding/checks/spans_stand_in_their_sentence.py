"""Every coded span is found in its sentence, once (rules U2 and U3)."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.coding.reading import Coding
from onrecord.problems import Problem, problem
from onrecord.source.anchoring import JOIN, AmbiguousError

HINTS = 100  # the nearest wording is looked up for so many spans only: a broken table has thousands


def spans_stand_in_their_sentence(coding: Coding) -> Iterator[Problem]:
    """E-SPAN-MISSING, with the nearest wording, and E-SPAN-AMBIGUOUS, with the way to number."""
    hints = HINTS
    for span in coding.spans:
        if span.failure is None:
            continue
        place = (f"{span.table}.csv", span.record.number, span.field)
        words, sentence = span.failure.words, span.sentence
        if isinstance(span.failure, AmbiguousError):
            count, remedy = span.failure.count, f"{words}#1 … {words}#{span.failure.count}"
            yield problem("E-SPAN-AMBIGUOUS", *place, found=words, sentence=sentence, count=count, remedy=remedy)
            continue
        hints -= 1
        near = span.failure.nearest if hints >= 0 else ""
        remedy = f"nearest wording: {near!r}" if near else "copy the words from the sentence"
        if JOIN in span.words:
            remedy += f"; pieces are found in order, {span.words!r}"
        yield problem("E-SPAN-MISSING", *place, found=words, sentence=sentence, remedy=remedy)


def a_signal_names_its_sentence(coding: Coding) -> Iterator[Problem]:
    """E-EMPTY where a tension's signal words name no sentence to be found in."""
    for record in coding.records.get("tensions", ()):
        if record.cells.get("signal_text", "").strip() and not record.cells.get("signal_sentence", "").strip():
            remedy = "name the sentence that holds signal_text"
            yield problem("E-EMPTY", "tensions.csv", record.number, "signal_sentence", remedy=remedy)
