"""From code points to what a row writes: the sentence or range, and the cell of a span in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.source.anchoring import Span, cell_for
from onrecord.source.sentences import Sentence


class Region:
    """The sentences that hold some spans: the `cell` that names them, their `start` and `end`, `first` number."""

    def __init__(
        self, text: str, sentences: Sequence[Sentence], starts: Sequence[int], spans: Sequence[tuple[int, int]]
    ):
        low, high = min(a for a, _ in spans), max(b for _, b in spans)
        self.first, self.last = number_of(starts, low), number_of(starts, max(low, high - 1))
        first, last = sentences[self.first], sentences[self.last]
        self.text, self.start, self.end = text, first.start, max(first.end, last.end)
        self.cell = first.id if first is last else f"{first.id}-{last.id}"

    def words(self, *pieces: tuple[int, int]) -> str:
        """The cell for a span of these pieces; raises ValueError where no cell can name them."""
        return cell_for(self.text, Span(self.start, self.end), [Span(*piece) for piece in pieces])


def number_of(starts: Sequence[int], at: int) -> int:
    """The number of the sentence that holds the code point `at`."""
    return max(0, bisect_right(starts, at) - 1)


def trimmed(text: str, start: int, end: int, marks: str = " \t\n,;:–—-") -> tuple[int, int]:
    """The span without blanks and marks at its edges."""
    while start < end and (text[start] in marks or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in marks or text[end - 1].isspace()):
        end -= 1
    return start, end
