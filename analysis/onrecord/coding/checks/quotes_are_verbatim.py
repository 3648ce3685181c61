"""What stands in quote marks, and how much of the statement that is (rules Q1, Q2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from onrecord.coding.checks.rule import rule
from onrecord.coding.reading import Coding
from onrecord.source.anchoring import Span

OPENING, CLOSING = '“«„"', '”»“"'
BRACKETS = re.compile(r"\[(?!\s*(?:\.{3}|…)\s*\])[^\[\]]*\]")  # an insertion, not an omission [...]
Breaches = Iterator[tuple[str, str]]


@rule("E-RULE-Q1", "statements")
def the_quote_fits_its_type(coding: Coding, row: Any) -> Breaches:
    """direct: the quote is the whole content; mixed: a part; none: there is no quote."""
    if row.quote_type == "none":
        if row.quote_text:
            yield "quote_type", f"quote_type none, but quote_text is {row.quote_text[:60]!r}"
        return
    if not row.quote_text:
        yield "quote_text", f"quote_type {row.quote_type}, but no quote_text"
        return
    content, quote = pieces(coding, row, "content_text"), pieces(coding, row, "quote_text")
    if not content or not quote:
        return
    if not all(any(a.start <= q.start and q.end <= a.end for a in content) for q in quote):
        yield "quote_text", "the quote does not lie in the content"
        return
    whole = _letters(coding, content) == _letters(coding, quote)
    if whole != (row.quote_type == "direct"):
        found = "the whole content is quoted" if whole else "only a part of the content is quoted"
        yield "quote_type", f"{found}, but quote_type is {row.quote_type}"


@rule("E-RULE-Q2", "statements")
def the_quote_leaves_out_its_marks(coding: Coding, row: Any) -> Breaches:
    """quote_text has neither its own quote marks nor the style comma before the closing one."""
    text = coding.anchoring_text
    for start, end in pieces(coding, row, "quote_text"):
        words = text[start:end]
        opened, closed = words[0] in OPENING, words[-1] in CLOSING
        inner = words[1:-1]
        if (
            (opened and closed and len(words) > 1)
            or (opened and not set(CLOSING) & set(inner))
            or (closed and not set(OPENING) & set(inner))
        ):
            yield "quote_text", f"quote marks stand at the edge of {words[:60]!r}"
        if words[-1] == "," and text[end : end + 1] in set("”»\"’'"):
            yield "quote_text", "the quote ends with the style comma before the closing mark"


@rule("E-RULE-Q2", "statements")
def an_insertion_is_repeated(coding: Coding, row: Any) -> Breaches:
    """Every bracketed insertion of the quote stands in insertion_text, and that lies in the quote."""
    text, quote = coding.anchoring_text, pieces(coding, row, "quote_text")
    inserted = pieces(coding, row, "insertion_text")
    if row.insertion_text and inserted and not all(_within(span, quote) for span in inserted):
        yield "insertion_text", f"the insertion {row.insertion_text!r} does not lie in the quote"
    if row.insertion_text and not inserted:
        return  # not found: its own problem
    for start, end in quote:
        for match in BRACKETS.finditer(text, start, end):
            if not _within(Span(*match.span()), inserted):
                yield "insertion_text", f"{match[0]!r} stands in the quote, but not in insertion_text"


def pieces(coding: Coding, row: Any, column: str) -> list[Span]:
    """Where the words of the column stand; empty where there are none or they are not found."""
    return coding.places.get((row.id, column), []) if getattr(row, column) else []


def _within(span: Span, others: list[Span]) -> bool:
    return any(other.start <= span.start and span.end <= other.end for other in others)


def _letters(coding: Coding, spans: list[Span]) -> list[str]:
    """Letters and digits of the spans, without quote marks, punctuation and blanks."""
    return [char for start, end in spans for char in coding.anchoring_text[start:end] if char.isalnum()]
