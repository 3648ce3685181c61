"""Spans of the text: (start, end) in code points, half-open."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]
BLANKS = "".join(filter(str.isspace, map(chr, range(0x3001))))  # all white space of Unicode


def words_of(text: str, spans: Iterable[Span]) -> str:
    """The words of the spans, a blank between two."""
    return " ".join(text[start:end] for start, end in spans)


def holds(spans: Iterable[Span], at: int) -> bool:
    """Whether the code point stands in one of the spans."""
    return any(start <= at < end for start, end in spans)


def trimmed(text: str, span: Span, marks: str = ",;:–—-") -> Span:
    """The span without blanks and marks at its edges; empty at its end where it holds nothing else."""
    start, end = span
    left = text[start:end].lstrip(BLANKS + marks)
    first = end - len(left)
    return first, first + len(left.rstrip(BLANKS + marks))
