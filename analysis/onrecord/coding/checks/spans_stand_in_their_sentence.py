"""Every coded span is found in its sentence, once (rules U2 and U3)."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.coding.reading import Coding
from onrecord.coding.spans import CodedSpan
from onrecord.problems import Problem, problem
from onrecord.source.anchoring import JOIN, AmbiguousError, NotFoundError

_HINTS = 100  # the nearest wording is looked up for so many spans only: a broken table has thousands


def spans_stand_in_their_sentence(coding: Coding) -> Iterator[Problem]:
    """E-SPAN-MISSING, with the nearest wording, and E-SPAN-AMBIGUOUS, with the way to number."""
    hints = _HINTS
    for span in coding.spans:
        if isinstance(span.failure, AmbiguousError):
            yield _ambiguous(span, span.failure)
        elif span.failure:
            hints -= 1
            yield _missing(span, span.failure, span.failure.nearest if hints >= 0 else "")


def _ambiguous(span: CodedSpan, failure: AmbiguousError) -> Problem:
    words = failure.words
    number = f"{words}#1 … {words}#{failure.count}"
    return problem(
        "E-SPAN-AMBIGUOUS", *_place(span), found=words, sentence=span.sentence, count=failure.count, remedy=number
    )


def _missing(span: CodedSpan, failure: NotFoundError, near: str) -> Problem:
    remedy = f"nearest wording: {near!r}" if near else "copy the words from the sentence"
    if JOIN in span.words:
        remedy += f"; pieces are found in order, {span.words!r}"
    return problem("E-SPAN-MISSING", *_place(span), found=failure.words, sentence=span.sentence, remedy=remedy)


def _place(span: CodedSpan) -> tuple[str, int, str]:
    return f"{span.table}.csv", span.record.number, span.field


def a_signal_names_its_sentence(coding: Coding) -> Iterator[Problem]:
    """E-EMPTY where a tension's signal words name no sentence to be found in."""
    for number, cells in coding.records.get("tensions", ()):
        if cells.get("signal_text", "").strip() and not cells.get("signal_sentence", "").strip():
            remedy = "name the sentence that holds signal_text"
            yield problem("E-EMPTY", "tensions.csv", number, "signal_sentence", remedy=remedy)
