"""Sentences of an article: where each one stands, and what part of the page it belongs to.

A line break ends a sentence (an article is stored a paragraph a line), unless the text is hard-wrapped. A quotation of
several sentences is several sentences. Every step looks a bounded distance around a mark, so time is linear in the
length of the text. Offsets are Unicode code points, zero-based and half-open.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from onrecord.source.foreign_sentences import foreign_spans
from onrecord.source.line_roles import credit_of, line_role
from onrecord.source.sentence_ends import MARK, ends_sentence

Cut = Callable[[str, int, int], list[tuple[int, int]]]  # a part of a text to the spans of its sentences

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_PARAGRAPH_GAP = re.compile(r"\n[^\S\n]*(?:\r?\n[^\S\n]*)+")
_WORDY = re.compile(r"\w")
_STOPS = frozenset('.!?"”:;')  # a line that ends in one may have been meant to end there


class Sentence(NamedTuple):
    """One sentence: `text == article[start:end]`, offsets in code points, half-open.

    `id` is S01, S02, … S99, S100; `role` is headline, standfirst, dateline, caption or body.
    """

    id: str
    role: str
    start: int
    end: int
    text: str


def split(text: str, headline: str = "", standfirst: str = "", language: str = "en") -> list[Sentence]:
    """Every sentence of `text`, in order; white space between sentences belongs to none.

    The first line equal to `headline`, and to `standfirst`, takes that role and stays whole. `language` is a tag such
    as ``en-GB``: English is cut by our own rules, any other by those of that language.
    """
    spans_in = _sentence_spans if language.partition("-")[0] == "en" else partial(foreign_spans, language)
    found = [
        (role, *span)
        for role, start, end in _parts(text, {standfirst.strip(): "standfirst", headline.strip(): "headline"})
        for span in _spans_of(role, text, start, end, spans_in)
    ]
    return [Sentence(f"S{n:02d}", role, a, b, text[a:b]) for n, (role, a, b) in enumerate(found, start=1)]


def _parts(text: str, awaited: dict[str, str]) -> Iterator[tuple[str, int, int]]:
    """The paragraphs of the text behind their roles; `awaited` gives the role of a line, once."""
    in_head = True
    for start, end in _paragraphs(text):
        role = awaited.pop(text[start:end], "") or line_role(text[start:end], in_head)
        in_head = in_head and role != "body"
        yield role, start, end


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the paragraphs, trimmed: the lines, or blocks of lines when the text is hard-wrapped."""
    for start, end in _blocks(text) if _is_hard_wrapped(text) else (line.span() for line in _LINE.finditer(text)):
        start, end = _trimmed(text, start, end)
        if start < end:
            yield start, end


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    edges = [0, *(edge for gap in _PARAGRAPH_GAP.finditer(text) for edge in gap.span()), len(text)]
    return zip(edges[::2], edges[1::2], strict=True)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _is_hard_wrapped(text: str) -> bool:
    """Whether all lines keep within a fixed width, and most of those broken there end in mid-sentence."""
    lines = [line.strip() for line in text.splitlines()]
    broken = [line for line, after in pairwise(lines) if line and after]
    if len(broken) < 4 or "" not in lines:
        return False
    width = max(map(len, lines))
    return width <= 120 and sum(_goes_on(line, width) for line in broken) > 0.6 * len(broken)


def _goes_on(line: str, width: int) -> bool:
    """Whether a line is cut for its length and not where a sentence ends."""
    return line[-1] not in _STOPS and len(line) > 0.7 * width


def _spans_of(role: str, text: str, start: int, end: int, spans_in: Cut) -> list[tuple[int, int]]:
    """Spans of the sentences of one paragraph; a headline, standfirst or dateline stays whole."""
    if role == "body":
        return spans_in(text, start, end)
    return _caption_spans(text, start, end, spans_in) if role == "caption" else [(start, end)]


def _caption_spans(text: str, start: int, end: int, spans_in: Cut) -> list[tuple[int, int]]:
    """Sentences of a caption; a credit at its end (`Image: …`) stands for itself."""
    at = start + credit_of(text[start:end])
    if at == start:
        return spans_in(text, start, end)
    return [*spans_in(text, *_trimmed(text, start, at)), (at, end)]


def _sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    begin = start
    for mark in MARK.finditer(text, start, end):
        stop = mark.end()
        if stop < end and text[stop].isspace() and ends_sentence(text, mark, end):
            if spans and not _WORDY.search(text, begin, stop):  # `[...]` belongs to what stands before it
                begin = spans.pop()[0]
            spans.append((begin, stop))
            begin = _after_blanks(text, stop, end)
    return [*spans, (begin, end)] if begin < end else spans


def _after_blanks(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at
