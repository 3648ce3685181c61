"""Finding a span's words in the text, and writing a span so that it is found again (codebook U2 to U4).

An analyst types words, never offsets. Offsets are Unicode code points, zero-based and half-open.
"""

from __future__ import annotations

import contextlib
import difflib
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

JOIN = " [...] "  # between the pieces of one span
_LONGEST, _LOOKED_AT = 1_000, 20_000  # characters of words, and of a region, of which the nearest is looked for
_PATIENCE = 10_000_000  # pairs of characters compared for one of them at most
_NUMBERED = re.compile(r"^(?P<words>.*)#(?P<number>[0-9]+)$", re.DOTALL)


class Span(NamedTuple):
    """Code points ``[start, end)`` of the article."""

    start: int
    end: int


class NotFoundError(Exception):
    """The words do not stand in the region, or not as often as their number says."""

    def __init__(self, words: str, region: str, count: int = 0):
        super().__init__(words)
        self.words, self._region, self._count = words, region, count

    @property
    def nearest(self) -> str:
        """The most similar words that do stand there, as a cell would name them; '' if none."""
        words, _ = _numbered(self.words)
        return f"{words}#{self._count}" if self._count else _nearest(self._region, words)


class AmbiguousError(Exception):
    """The words stand `count` times (more than once) in the region, and no number picks one."""

    def __init__(self, words: str, count: int):
        super().__init__(words)
        self.words, self.count = words, count


class _Region(NamedTuple):
    """A part of a text in which words are looked for."""

    text: str
    start: int
    end: int

    @property
    def words(self) -> str:
        return self.text[self.start : self.end]

    def places(self, words: str) -> array[int]:
        """Where `words` stand whole: every start in order, overlapping ones too. Not to be changed."""
        return _places(self, words)


@lru_cache(maxsize=512)  # a draft asks for the same short words of one long sentence again and again
def _places(region: _Region, words: str) -> array[int]:
    size = len(words)
    starts = (at for at in _starts(region, words) if not cuts_a_word(region.text, region, at))
    return array("L", (at for at in starts if not cuts_a_word(region.text, region, at + size)))


def _starts(region: _Region, words: str) -> Iterator[int]:
    at = region.text.find(words, region.start, region.end) if words else -1
    while at >= 0:
        yield at
        at = region.text.find(words, at + 1, region.end)


def anchor(text: str, region: Span, cell: str) -> list[Span]:
    """The pieces of the span that `cell` names within `region` of `text`, in text order.

    A cell that stands verbatim in the region is taken whole before it is read as pieces, and so is as long
    a run of pieces as stands there. A trailing ``#n`` is always a number, so a text that itself ends in
    ``#`` and digits takes one.

    Raises NotFoundError, or AmbiguousError where the words stand more than once without ``#n``.
    """
    pieces: list[Span] = []
    parts, within, at = cell.split(JOIN), _Region(text, *region), region.start
    while parts:
        run = _verbatim_run(within, parts)
        pieces.append(_piece(within, JOIN.join(parts[:run]), at))
        at, parts = pieces[-1].end, parts[run:]
    return pieces


def _verbatim_run(within: _Region, parts: list[str]) -> int:
    """How many of the first parts stand in the region as one, with what joins them; 1 where no two do."""
    runs = ((run, _numbered(JOIN.join(parts[:run]))) for run in range(_longest_run(within, parts), 1, -1))
    return next((run for run, (words, _) in runs if within.places(words)), 1)


def _longest_run(within: _Region, parts: list[str]) -> int:
    """No longer run can stand there: of this one all but the last part does. Each shorter one begins it."""

    def stands_not(run: int) -> bool:
        return within.text.find(JOIN.join([*parts[: run - 1], ""]), within.start, within.end) < 0

    bound = 2
    while bound < len(parts) and not stands_not(bound):
        bound *= 2
    return 1 + bisect_left(range(2, 1 + min(bound, len(parts))), True, key=stands_not)


def cell_for(text: str, region: Span, pieces: list[Span]) -> str:
    """The shortest cell that `anchor` takes back to exactly `pieces`.

    Raises ValueError where there is none: a piece cuts a word, or the pieces overlap or stand out of order.
    """
    for cell in _cells(_Region(text, *region), pieces):
        with contextlib.suppress(NotFoundError, AmbiguousError):
            if anchor(text, region, cell) == pieces:
                return cell
    raise ValueError(f"no cell names {[text[a:b] for a, b in pieces]} as whole words in order")


def _cells(within: _Region, pieces: list[Span]) -> Iterator[str]:
    """Ways to write the pieces, shortest first: bare, with numbers where they are needed, with numbers everywhere."""
    yield JOIN.join(within.text[start:end] for start, end in pieces)
    yield JOIN.join(_shortest(within, piece) for piece in pieces)
    for zeros in range(2 + _longest_zeros(within)):  # they tell a number from one that the text itself holds
        yield JOIN.join(_with_number(within, piece, "0" * zeros) for piece in pieces)


def _shortest(within: _Region, piece: Span) -> str:
    words = within.text[piece.start : piece.end]
    once = len(within.places(words)) == 1 and not _NUMBERED.match(words)
    return words if once else _with_number(within, piece)


def _with_number(within: _Region, piece: Span, zeros: str = "") -> str:
    words = within.text[piece.start : piece.end]
    places = within.places(words)
    number = bisect_left(places, piece.start)
    return f"{words}#{zeros}{1 + number}" if piece.start in places[number : number + 1] else words


def _longest_zeros(within: _Region) -> int:
    return max(map(len, re.findall("#(0+)", within.words)), default=0)


def _numbered(cell: str) -> tuple[str, int | None]:
    """The words of a cell, and its number; one of ten digits or more is more than any text holds."""
    match = _NUMBERED.match(cell)
    return (match["words"], int(match["number"].lstrip("0")[:10] or 0)) if match else (cell, None)


def _piece(within: _Region, part: str, at: int) -> Span:
    """The one place of `part` that starts at or after `at`; its number counts from the region's start."""
    words, number = _numbered(part)
    places = within.places(words)
    first = bisect_left(places, at)
    found = places[first : first + 2] if number is None else places[max(first, number - 1) : number]
    if not found:
        raise NotFoundError(part, within.words, len(places) if number is not None else 0)
    if len(found) > 1:
        raise AmbiguousError(part, len(places))
    return Span(found[0], found[0] + len(words))


def cuts_a_word(text: str, region: Span | _Region, edge: int) -> bool:
    """Whether a letter, digit or underscore stands on both sides of the edge, within the region."""
    if edge <= region.start or edge >= region.end:
        return False
    return all(map(_stands_in_a_word, text[edge - 1 : edge + 1]))


def _stands_in_a_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _nearest(region: str, words: str) -> str:
    """The run of words in `region`, as long as `words` or one word shorter or longer, that is most like it.

    '' where that would take long: the time grows with the runs, and with the square of their length.
    """
    if len(words) > _LONGEST:
        return ""
    size = max(1, len(words.split()))
    runs = {run for length in {max(1, size - 1), size, size + 1} for run in _word_runs(region[:_LOOKED_AT], length)}
    if len(runs) * len(words) ** 2 > _PATIENCE:
        return ""
    close = difflib.get_close_matches(words, sorted(runs), n=1, cutoff=0.5)
    return close[0] if close else ""


def _word_runs(text: str, length: int) -> Iterator[str]:
    """Every run of so many words, without the punctuation at its edges."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    for (start, _), (_, end) in zip(words, words[length - 1 :], strict=False):
        yield text[start:end].strip('.,;:!?"“”‘’()')
