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
    bounds = [(last, bisect_left(marks, last)) for last in paragraph_ends]
    starts = [0, *(bound for _, bound in bounds)]
    paragraphs = ((last, marks[at:bound]) for (last, bound), at in zip(bounds, starts, strict=False))
    return [quote for last, inside in paragraphs for quote in in_paragraph(tags, inside, last)]


def in_paragraph(tags: list[str], marks: Iterable[int], last: int) -> Iterator[tuple[int, int]]:
    """The quotations that the `marks` of one paragraph, which ends before `last`, set off."""
    opened = None
    for i in marks:
        if tags[i] == STRAIGHT:
            tags[i] = OPEN if opened is None else CLOSE
        if opened is None:
            opened = i if tags[i] == OPEN else None
        elif tags[i] == CLOSE:
            yield opened, i + 1
            opened = None
    if opened is not None:
        yield opened, last
