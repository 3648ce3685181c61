"""Where the recorded sentences lie in the text that spans are found in."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.coding.tables import RecordedSentence
from onrecord.source.anchoring import Span


class Regions:
    """The places of `sentences`, whose id, text, start and end can be read.

    `stand` tells whether every one stands in the article where it says. `text` is what spans are found in: the
    article, or the recorded sentences, a line each, where it is not theirs. `spans` gives the place of each in `text`.
    """

    def __init__(self, sentences: Sequence[RecordedSentence], article: str | None):
        self.stand = article is not None and all(article[row.start : row.end] == row.text for row in sentences)
        if article is not None and self.stand:
            self.text = article
            self.spans = {row.id: Span(row.start, row.end) for row in sentences}
        else:
            self.text = "\n".join(row.text for row in sentences)
            self.spans = dict(_one_after_the_other(sentences))

    def span(self, cell: str) -> Span | None:
        """Where the sentence or range of sentences `cell`, ``S04`` or ``S04-S06``, lies; None where it names none."""
        first, _, last = cell.partition("-")
        start, end = self.spans.get(first), self.spans.get(last or first)
        return Span(start.start, end.end) if start and end and start.start <= end.start else None


def _one_after_the_other(sentences: Sequence[RecordedSentence]) -> list[tuple[str, Span]]:
    found, at = [], 0
    for row in sentences:
        found.append((row.id, Span(at, at + len(row.text))))
        at += len(row.text) + 1
    return found
