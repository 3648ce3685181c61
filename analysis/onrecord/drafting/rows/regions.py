"""From code points to what a row writes: the sentence or range, and the cell of a span in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.drafting.rows.spans import Span, words_of
from onrecord.source import anchoring
from onrecord.source.sentences import Sentence


class Region:
    """The sentences from `first` to `last`: the `cell` that names them, their `start` and `end`."""

    def __init__(self, text: str, first: Sentence, last: Sentence):
        self.text, self.start, self.end = text, first.start, max(first.end, last.end)
        self.cell = first.id if first is last else f"{first.id}-{last.id}"

    def words(self, *pieces: Span) -> str:
        """The cell for a span of these pieces; raises ValueError where no cell can name them."""
        return anchoring.cell_for(
            self.text, anchoring.Span(self.start, self.end), [anchoring.Span(*one) for one in pieces]
        )

    def words_or_none(self, pieces: Sequence[Span]) -> str | None:
        """The cell for a span of these pieces, None where there are none; raises ValueError as `words` does."""
        return self.words(*pieces) if pieces else None

    def beside(self, spans: Sequence[Span]) -> str:
        """The words outside of these spans, which stand in text order."""
        ends = [self.start, *(end for _, end in spans)]
        starts = [*(start for start, _ in spans), self.end]
        return words_of(self.text, zip(ends, starts, strict=True))


class Regions:
    """The sentences of an article, found by code points."""

    def __init__(self, text: str, sentences: Sequence[Sentence]):
        self.text, self.sentences = text, sentences
        self.starts = [sentence.start for sentence in sentences]

    def number(self, at: int) -> int:
        """The number of the sentence that holds the code point `at`."""
        return max(0, bisect_right(self.starts, at) - 1)

    def sentence(self, at: int) -> Sentence:
        """The sentence that holds the code point `at`."""
        return self.sentences[self.number(at)]

    def of(self, spans: Sequence[Span]) -> Region:
        """The sentences that hold all of these spans, of which there is at least one."""
        low, high = min(start for start, _ in spans), max(end for _, end in spans)
        return Region(self.text, self.sentence(low), self.sentence(max(low, high - 1)))
