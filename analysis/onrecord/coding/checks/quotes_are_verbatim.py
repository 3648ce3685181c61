"""What stands in quote marks, and how much of the statement that is (rules Q1, Q2)."""

from __future__ import annotations

import re

from onrecord.coding.checks.rule import Breaches, rule
from onrecord.coding.reading import Coding
from onrecord.coding.tables import Statement
from onrecord.source.anchoring import Span

_OPENING, _CLOSING = frozenset('“«„"'), frozenset('”»“"')
_AFTER_A_STYLE_COMMA = frozenset("”»\"’'")
_BRACKETS = re.compile(r"\[(?!\s*(?:\.{3}|…)\s*\])[^\[\]]*\]")  # an insertion, not an omission [...]


@rule("E-RULE-Q1", Statement)
def the_quote_fits_its_type(coding: Coding, row: Statement) -> Breaches:
    """direct: the quote is the whole content; mixed: a part; none: there is no quote."""
    if row.quote_type != "none":
        yield from _how_much_is_quoted(coding, row)
    elif row.quote_text:
        yield "quote_type", f"quote_type none, but quote_text is {row.quote_text[:60]!r}"


def _how_much_is_quoted(coding: Coding, row: Statement) -> Breaches:
    if not row.quote_text:
        yield "quote_text", f"quote_type {row.quote_type}, but no quote_text"
        return
    content, quote = _pieces(coding, row, "content_text"), _pieces(coding, row, "quote_text")
    if not content or not quote:
        return
    whole = _letters(coding, content) == _letters(coding, quote)
    if not all(_within(span, content) for span in quote):
        yield "quote_text", "the quote does not lie in the content"
    elif whole != (row.quote_type == "direct"):
        found = "the whole content is quoted" if whole else "only a part of the content is quoted"
        yield "quote_type", f"{found}, but quote_type is {row.quote_type}"


@rule("E-RULE-Q2", Statement)
def the_quote_leaves_out_its_marks(coding: Coding, row: Statement) -> Breaches:
    """quote_text has neither its own quote marks nor the style comma before the closing one."""
    text = coding.anchoring_text
    for start, end in _pieces(coding, row, "quote_text"):
        words = text[start:end]
        if _holds_its_marks(words):
            yield "quote_text", f"quote marks stand at the edge of {words[:60]!r}"
        if words[-1] == "," and text[end : end + 1] in _AFTER_A_STYLE_COMMA:
            yield "quote_text", "the quote ends with the style comma before the closing mark"


def _holds_its_marks(words: str) -> bool:
    """Whether a mark at an edge belongs to the quote, not to a quotation inside it that starts or ends there."""
    opened, closed, inner = words[0] in _OPENING, words[-1] in _CLOSING, words[1:-1]
    if opened and closed and len(words) > 1:
        return True
    return (opened and _CLOSING.isdisjoint(inner)) or (closed and _OPENING.isdisjoint(inner))


@rule("E-RULE-Q2", Statement)
def an_insertion_is_repeated(coding: Coding, row: Statement) -> Breaches:
    """Every bracketed insertion of the quote stands in insertion_text, and that lies in the quote."""
    quote, inserted = _pieces(coding, row, "quote_text"), _pieces(coding, row, "insertion_text")
    if row.insertion_text and not inserted:
        return  # not found: its own problem
    if not all(_within(span, quote) for span in inserted):
        yield "insertion_text", f"the insertion {row.insertion_text!r} does not lie in the quote"
    for bracket in _brackets(coding, quote):
        if not _within(bracket, inserted):
            words = coding.anchoring_text[bracket.start : bracket.end]
            yield "insertion_text", f"{words!r} stands in the quote, but not in insertion_text"


def _brackets(coding: Coding, quote: list[Span]) -> list[Span]:
    text = coding.anchoring_text
    return [Span(*match.span()) for start, end in quote for match in _BRACKETS.finditer(text, start, end)]


def _pieces(coding: Coding, row: Statement, column: str) -> list[Span]:
    """Where the words of the column stand; empty where there are none or they are not found."""
    return coding.places.get((row.id, column), []) if getattr(row, column) else []


def _within(span: Span, others: list[Span]) -> bool:
    return any(other.start <= span.start and span.end <= other.end for other in others)


def _letters(coding: Coding, spans: list[Span]) -> list[str]:
    """Letters and digits of the spans, without quote marks, punctuation and blanks."""
    return [char for start, end in spans for char in coding.anchoring_text[start:end] if char.isalnum()]
