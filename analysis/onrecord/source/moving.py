"""Where a span of one text stands in an edited one, judged by its words and what stands beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator

from onrecord.source.anchoring import Span, cuts_a_word

CONTEXT = 12  # characters that must be the same on one side; a bare match moved spans into other sentences


class Folded:
    """A text with each run of white space as one blank, and the way back to its code points."""

    def __init__(self, text: str):
        tokens = list(re.finditer(r"\s+|\S+", text))
        self.text = "".join(" " if token[0].isspace() else token[0] for token in tokens)
        self._starts, at = [], 0  # of the tokens: in the folded text, in the text, and whether white space
        for token in tokens:
            blank = token[0].isspace()
            self._starts.append((at, token.start(), token.end(), blank))
            at += 1 if blank else len(token[0])
        self._folded = [start for start, *_ in self._starts]
        self._original = [start for _, start, *_ in self._starts]

    def inward(self, span: Span) -> Span:
        """The place in the folded text of a span of the text."""
        return Span(self._fold(span.start), self._fold(span.end))

    def outward(self, span: Span) -> Span:
        """The place in the text of a span of the folded text."""
        return Span(self._unfold(span.start), self._unfold(span.end))

    def _fold(self, at: int) -> int:
        place = bisect_left(self._original, at + 1) - 1
        folded, start, _, blank = self._starts[place]
        return folded + (min(1, at - start) if blank else at - start)

    def _unfold(self, at: int) -> int:
        place = bisect_left(self._folded, at + 1) - 1
        folded, start, end, blank = self._starts[place]
        return (end if at > folded else start) if blank else start + at - folded


def moved(old: Folded, new: Folded, span: Span) -> Span | None:
    """Where `span` of the old text stands in the new one, or None.

    It moves only where its words are found once, whole, with at least CONTEXT characters of the same context
    on one side, white space folded, and where the other side does not speak for another place.
    """
    start, end = old.inward(span)
    words = old.text[start:end]
    left = _places(new.text, lambda size: (old.text[max(0, start - size) : start], words, ""))
    right = _places(new.text, lambda size: ("", words, old.text[end : end + size]))
    once = {places[0] for places in (left, right) if len(places) == 1}
    if not words or len(once) != 1:
        return None
    [at] = once
    before, after = old.text[max(0, start - CONTEXT) : start], old.text[end : end + CONTEXT]
    both = new.text.startswith(before, at - len(before)) and new.text.startswith(words + after, at)
    return new.outward(Span(at, at + len(words))) if both or not (left and right) else None


def _places(text: str, around: Callable[[int], tuple[str, str, str]]) -> list[int]:
    """Where the words stand with their context on one side: one place, none, or two for several.

    `around` gives the text before, the words and the text after for a size; it grows until one place is left.
    """
    size, places, reach = CONTEXT, [], 0
    while True:
        before, words, after = around(size)
        if len(before) + len(after) <= max(reach, CONTEXT - 1):
            return places  # there is no more context
        reach = len(before) + len(after)
        places = [at + len(before) for at in _twice(text, before + words + after, len(before), len(after))]
        if len(places) < 2:
            return places
        size *= 2


def _twice(text: str, wanted: str, left: int, right: int) -> Iterator[int]:
    """The first two places of `wanted` whose inner part, without `left` and `right` characters, cuts no word."""
    whole, at, found = Span(0, len(text)), text.find(wanted), 0
    while at >= 0 and found < 2:
        edges = (at + left, at + len(wanted) - right)
        if not any(cuts_a_word(text, whole, edge) for edge in edges):
            found += 1
            yield at
        at = text.find(wanted, at + 1)
