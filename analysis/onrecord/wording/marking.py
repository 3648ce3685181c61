"""The words of the article with its coded spans marked."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pandas as pd
from markupsafe import Markup, escape

# Kinds of spans, from the inside out.
_FROM_INSIDE = [
    "hedge",
    "insertion",
    "date",
    "mention",
    "cue",
    "speaker",
    "trigger",
    "signal",
    "quote",
    "evidence",
    "content",
]


class _Span(NamedTuple):
    """A coded span, in the order in which spans are met."""

    start: int
    end: int
    number: int
    kind: str
    row: str


def marked(
    text: str, stretches: Iterable[tuple[int, int]], spans: pd.DataFrame, pointing: bool = False
) -> Iterator[Markup]:
    """Each stretch ``text[start:end]`` with the coded words of `spans` (columns of `Case.spans`) in marks that name
    their rows.

    The stretches stand apart and in text order, so that one pass over the spans serves them all. `pointing` gives each
    mark a title, for a reader who points at it.
    """
    waiting = _in_text_order(spans)
    over: list[_Span] = []
    for start, end in stretches:
        while waiting and waiting[-1].start < end:
            over.append(waiting.pop())
        over = [span for span in over if span.end > start]
        yield _marked(text, start, end, over, pointing)


def _in_text_order(spans: pd.DataFrame) -> list[_Span]:
    """The spans, the first of the text last."""
    columns = zip(spans["start"], spans["end"], spans["field"], spans["owner"], strict=True)
    found = [_Span(start, end, number, kind, row) for number, (start, end, kind, row) in enumerate(columns)]
    return sorted(found, reverse=True)


def _marked(text: str, start: int, end: int, spans: list[_Span], pointing: bool) -> Markup:
    """One stretch, cut at every edge of the spans over it, which stand in text order."""
    edges = {start, end, *(max(span.start, start) for span in spans), *(min(span.end, end) for span in spans)}
    made, over, coming = [], list[_Span](), iter([*spans, _Span(end, end, 0, "", "")])
    following = next(coming)
    for left, right in itertools.pairwise(sorted(edges)):
        while following.start <= left:
            over.append(following)
            following = next(coming)
        over = [span for span in over if span.end > left]
        made.append(_in_marks(escape(text[left:right]), _by_kind(over), pointing))
    return Markup("").join(made)


def _by_kind(spans: list[_Span]) -> list[tuple[str, list[str]]]:
    """(kind, rows) of the spans over a piece, the widest kind last, the rows as they were met."""
    found: dict[str, list[str]] = {}
    for span in sorted(spans, key=lambda span: (_FROM_INSIDE.index(span.kind), span.number)):
        found.setdefault(span.kind, []).append(span.row)
    return list(found.items())


_MARK = Markup('<mark class="{}" data-rows="{}"{}>{}</mark>')


def _in_marks(piece: Markup, covering: list[tuple[str, list[str]]], pointing: bool) -> Markup:
    for kind, rows in covering:
        told = Markup(' title="{}: {}"').format(kind, ", ".join(rows)) if pointing else ""
        piece = _MARK.format(kind, " ".join(rows), told, piece)
    return piece
