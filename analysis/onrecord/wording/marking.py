"""The words of the article with its coded spans marked."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

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


def marked(text: str, start: int, end: int, spans: pd.DataFrame, pointing: bool = False) -> Markup:
    """``text[start:end]`` with the coded words of `spans` (columns of `Case.spans`) in marks that name their rows.

    `pointing` gives each mark a title, for a reader who points at it.
    """
    inside = spans[(spans["start"] < end) & (spans["end"] > start)]
    return Markup("").join(
        _in_marks(Markup("{}").format(text[left:right]), _covering(inside, left, right), pointing)
        for left, right in _segments(start, end, inside)
    )


def _segments(start: int, end: int, spans: pd.DataFrame) -> Iterator[tuple[int, int]]:
    """The text cut at every edge of a span."""
    edges = {start, end, *spans["start"].clip(lower=start), *spans["end"].clip(upper=end)}
    return itertools.pairwise(sorted(edges))


def _covering(spans: pd.DataFrame, left: int, right: int) -> list[tuple[str, list[str]]]:
    """(kind, rows) of the spans over a segment, the widest kind last."""
    over = spans[(spans["start"] <= left) & (spans["end"] >= right)]
    found = [(str(kind), list(rows)) for kind, rows in over.groupby("field")["owner"]]
    return sorted(found, key=lambda item: _FROM_INSIDE.index(item[0]))


def _in_marks(piece: Markup, covering: list[tuple[str, list[str]]], pointing: bool) -> Markup:
    for kind, rows in covering:
        title = Markup(' title="{}"').format(f"{kind}: {', '.join(rows)}") if pointing else ""
        piece = Markup('<mark class="{}" data-rows="{}"{}>{}</mark>').format(kind, " ".join(rows), title, piece)
    return piece
