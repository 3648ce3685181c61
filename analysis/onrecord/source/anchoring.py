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

    def places(self, words: str) -> list[Span]:
        """Every place where `words` stand whole, counting every start, overlapping ones too."""
        spans = (Span(at, at + len(words)) for at in self._starts(words))
        return [span for span in spans if not any(cuts_a_word(self.text, self, edge) for edge in span)]

    def _starts(self, words: str) -> Iterator[int]:
        at = self.text.find(words, self.start, self.end) if words else -1
        while at >= 0:
            yield at
            at = self.text.find(words, at + 1, self.end)


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
    longest = min(len(parts), 1 + within.text.count(JOIN, within.start, within.end)) if len(parts) > 1 else 1
    runs = ((run, _numbered(JOIN.join(parts[:run]))) for run in range(longest, 1, -1))
    return next((run for run, (words, _) in runs if within.places(words)), 1)


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
    return f"{words}#{zeros}{1 + places.index(piece)}" if piece in places else words


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
    found = [span for n, span in enumerate(places, 1) if span.start >= at and number in (None, n)]
    if not found:
        raise NotFoundError(part, within.words, len(places) if number is not None else 0)
    if len(found) > 1:
        raise AmbiguousError(part, len(places))
    return found[0]


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
