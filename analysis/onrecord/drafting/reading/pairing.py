"""Which quote marks belong together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from onrecord.drafting.reading.tags import CLOSE, OPEN, QUOTE_MARK, STRAIGHT, one_of

QUOTING = one_of(QUOTE_MARK | {STRAIGHT})
FARTHEST = 4  # paragraphs over which a quotation runs on whose mark is not closed


def pair_quotes(tags: list[str], paragraph_ends: Iterable[int]) -> list[tuple[int, int]]:
    """Ranges of the quotations, marks included, paragraph by paragraph.

    Straight marks open and close in turn, and their `tags` are set so. A quotation that is not closed runs on to the
    mark that closes it in a paragraph behind, where none opens before; else to the end of its paragraph.
    """
    marks = [found.start() for found in QUOTING.finditer("".join(tags))]
    quotes: list[tuple[int, int]] = []
    first, ends = 0, list(paragraph_ends)
    for number, last in enumerate(ends):
        inside = marks[bisect_left(marks, first) : bisect_left(marks, last)]
        quotes += in_paragraph(tags, inside, last)
        first = max(first, last)
        if quotes and quotes[-1][1] == last and tags[last - 1] != CLOSE:
            closed = closing(tags, marks, last, ends[number + 1 : number + 1 + FARTHEST])
            if closed:
                tags[closed] = CLOSE
                quotes[-1] = quotes[-1][0], closed + 1
                first = closed + 1
    return quotes


def closing(tags: Sequence[str], marks: Sequence[int], start: int, ends: Sequence[int]) -> int:
    """The mark behind `start` that closes what is open there; 0 where the next mark opens, or is no closing one."""
    at = bisect_left(marks, start)
    if at >= len(marks) or not ends or marks[at] >= ends[-1]:
        return 0
    paragraph = next(k for k, end in enumerate(ends) if marks[at] < end)
    opens = marks[at] == (start, *ends)[paragraph]  # at the start of a paragraph a mark opens
    odd = bisect_left(marks, ends[paragraph]) - at
    closes = tags[marks[at]] == CLOSE or (tags[marks[at]] == STRAIGHT and odd % 2 == 1)
    return marks[at] if closes and not opens else 0


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
