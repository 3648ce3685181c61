"""Where a span of one text stands in an edited one, judged by its words and what stands beside them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import islice
from typing import NamedTuple

from onrecord.source.anchoring import Span, cuts_a_word

_CONTEXT = 12  # characters that must be the same on one side; a bare match moved spans into other sentences
_Around = Callable[[int], tuple[str, str, str]]  # a size → the text before, the words, the text after


class _Run(NamedTuple):
    """A run of white space, `blank`, or of other characters: where it starts in the folded text, and its place."""

    folded: int
    start: int
    end: int
    blank: bool


class Folded:
    """A text with each run of white space as one blank, and the way back to its code points."""

    def __init__(self, text: str):
        self._runs = list(_runs(text))
        self.text = "".join(" " if run.blank else text[run.start : run.end] for run in self._runs)
        self._folded = [run.folded for run in self._runs]
        self._original = [run.start for run in self._runs]

    def inward(self, span: Span) -> Span:
        """The place in the folded text of a span of the text."""
        return Span(self._fold(span.start), self._fold(span.end))

    def outward(self, span: Span) -> Span:
        """The place in the text of a span of the folded text."""
        return Span(self._unfold(span.start), self._unfold(span.end))

    def _fold(self, at: int) -> int:
        run = self._runs[bisect_right(self._original, at) - 1]
        inside = at - run.start
        return run.folded + (min(1, inside) if run.blank else inside)

    def _unfold(self, at: int) -> int:
        run = self._runs[bisect_right(self._folded, at) - 1]
        if run.blank:
            return run.end if at > run.folded else run.start
        return run.start + at - run.folded


def _runs(text: str) -> Iterator[_Run]:
    at = 0
    for run in re.finditer(r"\s+|\S+", text):
        blank = run[0].isspace()
        yield _Run(at, run.start(), run.end(), blank)
        at += 1 if blank else len(run[0])


def moved(old: Folded, new: Folded, span: Span) -> Span | None:
    """Where `span` of the old text stands in the new one, or None.

    It moves only where its words are found once, whole, with at least 12 characters of the same context
    on one side, white space folded, and where the other side does not speak for another place.
    """
    place = old.inward(span)
    words = old.text[place.start : place.end]
    left = _places(new.text, lambda size: (_before(old.text, place, size), words, ""))
    right = _places(new.text, lambda size: ("", words, old.text[place.end : place.end + size]))
    once = {places[0] for places in (left, right) if len(places) == 1}
    if not words or len(once) != 1:
        return None
    [at] = once
    found = Span(at, at + len(words))
    return new.outward(found) if not (left and right) or _same_around(old.text, place, new.text, found) else None


def _before(text: str, place: Span, size: int) -> str:
    return text[max(0, place.start - size) : place.start]


def _same_around(old: str, place: Span, new: str, found: Span) -> bool:
    """Whether what stands beside the words at `place` of the old text stands beside those found in the new one."""
    before, after = _before(old, place, _CONTEXT), old[place.end : place.end + _CONTEXT]
    return new.startswith(before, found.start - len(before)) and new.startswith(after, found.end)


def _places(text: str, around: _Around) -> list[int]:
    """Where the words stand with their context on one side: one place, none, or two for several.

    `around` gives the context of a size; it grows until one place is left.
    """
    places: list[int] = []
    for before, words, after in _growing(around):
        found = _whole_words(text, before + words + after, len(before), len(after))
        places = [at + len(before) for at in islice(found, 2)]
        if len(places) < 2:
            break
    return places


def _growing(around: _Around) -> Iterator[tuple[str, str, str]]:
    """The words with ever more context, each time twice as much, until there is no more of it."""
    size, reach = _CONTEXT, _CONTEXT - 1
    while len((context := around(size))[0]) + len(context[2]) > reach:
        yield context
        reach, size = len(context[0]) + len(context[2]), 2 * size


def _whole_words(text: str, wanted: str, left: int, right: int) -> Iterator[int]:
    """The places of `wanted` whose inner part, without `left` and `right` characters, cuts no word."""
    whole, at = Span(0, len(text)), text.find(wanted)
    while at >= 0:
        edges = (at + left, at + len(wanted) - right)
        if not any(cuts_a_word(text, whole, edge) for edge in edges):
            yield at
        at = text.find(wanted, at + 1)
