"""From code points to what a row writes: the sentence or range, and the cell of a span in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.source.anchoring import Span, cell_for
from onrecord.source.sentences import Sentence

BLANKS = "".join(filter(str.isspace, map(chr, range(0x3001))))  # all white space of Unicode


class Region:
    """The sentences from `first` to `last`: the `cell` that names them, their `start` and `end`."""

    def __init__(self, text: str, first: Sentence, last: Sentence):
        self.text, self.start, self.end = text, first.start, max(first.end, last.end)
        self.cell = first.id if first is last else f"{first.id}-{last.id}"

    def words(self, *pieces: tuple[int, int]) -> str:
        """The cell for a span of these pieces; raises ValueError where no cell can name them."""
        return cell_for(self.text, Span(self.start, self.end), [Span(*piece) for piece in pieces])

    def words_or_none(self, pieces: Sequence[tuple[int, int]]) -> str | None:
        """The cell for a span of these pieces, None where there are none; raises ValueError as `words` does."""
        return self.words(*pieces) if pieces else None

    def beside(self, spans: Sequence[tuple[int, int]]) -> str:
        """The words outside of these spans, which stand in text order."""
        ends = [self.start, *(end for _, end in spans)]
        starts = [*(start for start, _ in spans), self.end]
        return " ".join(self.text[end:start] for end, start in zip(ends, starts, strict=True))


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

    def of(self, spans: Sequence[tuple[int, int]]) -> Region:
        """The sentences that hold all of these spans, of which there is at least one."""
        low, high = min(start for start, _ in spans), max(end for _, end in spans)
        return Region(self.text, self.sentence(low), self.sentence(max(low, high - 1)))


def trimmed(text: str, start: int, end: int, marks: str = ",;:–—-") -> tuple[int, int]:
    """The span without blanks and marks at its edges; empty at its end where it holds nothing else."""
    left = text[start:end].lstrip(BLANKS + marks)
    first = end - len(left)
    return first, first + len(left.rstrip(BLANKS + marks))
