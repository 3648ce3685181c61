"""Finding a span's words in the text, and writing a span so that it is found again (codebook U2 to U4).

An analyst types words, never offsets. Offsets are Unicode code points, zero-based and half-open.
"""

from __future__ import annotations

import contextlib
import difflib
import re
from collections.abc import Iterator
from typing import NamedTuple

JOIN = " [...] "  # between the pieces of one span
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


def anchor(text: str, region: Span, cell: str) -> list[Span]:
    """The pieces of the span that `cell` names within `region` of `text`, in text order.

    A cell that stands verbatim in the region is taken whole before it is read as pieces, and so is as long
    a run of pieces as stands there. A trailing ``#n`` is always a number, so a text that itself ends in
    ``#`` and digits takes one.

    Raises NotFoundError, or AmbiguousError where the words stand more than once without ``#n``.
    """
    parts = cell.split(JOIN)
    pieces, at = [], region.start
    while parts:
        run = _verbatim_run(text, region, parts)
        pieces.append(_piece(text, region, JOIN.join(parts[:run]), at))
        at, parts = pieces[-1].end, parts[run:]
    return pieces


def _verbatim_run(text: str, region: Span, parts: list[str]) -> int:
    """How many of the first parts stand in the region as one, with what joins them; 1 where no two do."""
    longest = min(len(parts), 1 + text.count(JOIN, region.start, region.end)) if len(parts) > 1 else 1
    runs = range(longest, 1, -1)
    return next((run for run in runs if _places(text, region, _numbered(JOIN.join(parts[:run]))[0])), 1)


def cell_for(text: str, region: Span, pieces: list[Span]) -> str:
    """The shortest cell that `anchor` takes back to exactly `pieces`.

    Raises ValueError where there is none: a piece cuts a word, or the pieces overlap or stand out of order.
    """
    for cell in _cells(text, region, pieces):
        with contextlib.suppress(NotFoundError, AmbiguousError):
            if anchor(text, region, cell) == pieces:
                return cell
    raise ValueError(f"no cell names {[text[a:b] for a, b in pieces]} as whole words in order")


def _cells(text: str, region: Span, pieces: list[Span]) -> Iterator[str]:
    """Ways to write the pieces, shortest first: bare, with numbers where they are needed, with numbers everywhere."""
    yield JOIN.join(text[start:end] for start, end in pieces)
    yield JOIN.join(_shortest(text, region, piece) for piece in pieces)
    for zeros in range(2 + _longest_zeros(text, region)):  # they tell a number from one that the text itself holds
        yield JOIN.join(_with_number(text, region, piece, zeros) for piece in pieces)


def _shortest(text: str, region: Span, piece: Span) -> str:
    words = text[piece.start : piece.end]
    once = len(_places(text, region, words)) == 1 and not _NUMBERED.match(words)
    return words if once else _with_number(text, region, piece)


def _with_number(text: str, region: Span, piece: Span, zeros: int = 0) -> str:
    words = text[piece.start : piece.end]
    places = _places(text, region, words)
    return f"{words}#{'0' * zeros}{1 + places.index(piece)}" if piece in places else words


def _longest_zeros(text: str, region: Span) -> int:
    return max(map(len, re.findall("#(0+)", text[region.start : region.end])), default=0)


def _numbered(cell: str) -> tuple[str, int | None]:
    match = _NUMBERED.match(cell)
    if not match:
        return cell, None
    digits = match["number"].lstrip("0")
    return match["words"], int(digits or 0) if len(digits) < 10 else 10**10  # more than any text holds


def _piece(text: str, region: Span, part: str, at: int) -> Span:
    """The one place of `part` that starts at or after `at`; its number counts from the region's start."""
    words, number = _numbered(part)
    places = _places(text, region, words)
    found = [span for n, span in enumerate(places, 1) if span.start >= at and number in (None, n)]
    if not found:
        raise NotFoundError(part, text[region.start : region.end], 0 if number is None else len(places))
    if len(found) > 1:
        raise AmbiguousError(part, len(places))
    return found[0]


def _places(text: str, region: Span, words: str) -> list[Span]:
    """Every place in `region` where `words` stand whole, counting every start, overlapping ones too."""
    starts = _starts(text, region, words) if words else ()
    spans = (Span(at, at + len(words)) for at in starts)
    return [span for span in spans if not any(cuts_a_word(text, region, edge) for edge in span)]


def _starts(text: str, region: Span, words: str) -> Iterator[int]:
    at = text.find(words, region.start, region.end)
    while at >= 0:
        yield at
        at = text.find(words, at + 1, region.end)


def cuts_a_word(text: str, region: Span, edge: int) -> bool:
    """Whether a letter, digit or underscore stands on both sides of the edge."""
    if edge <= region.start or edge >= region.end:
        return False
    return all(char.isalnum() or char == "_" for char in text[edge - 1 : edge + 1])


def _nearest(region: str, words: str) -> str:
    """The run of words in `region`, as long as `words` or one word shorter or longer, that is most like it."""
    size = max(1, len(words.split()))
    runs = {run for length in {max(1, size - 1), size, size + 1} for run in _word_runs(region[:20_000], length)}
    close = difflib.get_close_matches(words, sorted(runs), n=1, cutoff=0.5)
    return close[0] if close else ""


def _word_runs(text: str, length: int) -> Iterator[str]:
    """Every run of so many words, without the punctuation at its edges."""
    words = [match.span() for match in re.finditer(r"\S+", text)]
    for (start, _), (_, end) in zip(words, words[length - 1 :], strict=False):
        yield text[start:end].strip('.,;:!?"“”‘’()')
