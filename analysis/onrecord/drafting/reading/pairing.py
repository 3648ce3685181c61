"""Which quote marks belong together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from onrecord.drafting.reading.tags import CLOSE, OPEN, QUOTE_MARK, STRAIGHT, one_of

QUOTING = one_of(QUOTE_MARK | {STRAIGHT})


def pair_quotes(tags: list[str], paragraph_ends: Iterable[int]) -> list[tuple[int, int]]:
    """Ranges of the quotations, marks included, paragraph by paragraph.

    Straight marks open and close in turn, and their `tags` are set so. A quotation that is not closed runs to the end
    of its paragraph.
    """
    marks = [found.start() for found in QUOTING.finditer("".join(tags))]
    quotes: list[tuple[int, int]] = []
    first = 0
    for last in paragraph_ends:
        inside = marks[bisect_left(marks, first) : bisect_left(marks, last)]
        quotes += in_paragraph(tags, inside, last)
        first = last
    return quotes


def in_paragraph(tags: list[str], marks: Iterable[int], last: int) -> Iterator[tuple[int, int]]:
    """The quotations that the `marks` of one paragraph, which ends before `last`, set off."""
    opened = -1
    for i in marks:
        if tags[i] == STRAIGHT:
            tags[i] = OPEN if opened < 0 else CLOSE
        if opened < 0:
            opened = i if tags[i] == OPEN else -1
        elif tags[i] == CLOSE:
            yield opened, i + 1
            opened = -1
    if opened >= 0:
        yield opened, last
