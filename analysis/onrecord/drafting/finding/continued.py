"""Quotations that go on behind their cue: `“…,” X said. “…”`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.drafting.finding.found import Found
from onrecord.drafting.reading.tags import CLOSE, OPEN, STOP
from onrecord.drafting.reading.tokens import Range, Tokens


def with_continued_quotes(t: Tokens, found: Sequence[Found]) -> list[Found]:
    """Add to each quotation those that follow it in its paragraph and have no cue of their own.

    A paragraph that opens a quotation when the one before left it unclosed goes on as well.
    """
    ends = [last for _, last in t.sentences]
    taken = {piece[0] for item in found for piece in item.content}
    return [continued(t, item, ends, taken) if holds_quote(t, item) else item for item in found]


def holds_quote(t: Tokens, item: Found) -> bool:
    """Whether a piece of the content is, or ends with, a quotation."""
    return any(t.quote_at.get(b - 1, (0, 0))[1] == b for _, b in item.content)


def continued(t: Tokens, item: Found, ends: Sequence[int], taken: set[int]) -> Found:
    """The item with the quotations that go it on; where they open is added to `taken`."""
    pieces = list(item.content)
    last = max(b for _, b in (*pieces, *item.cue, *item.source))
    cue = t.paragraph[bisect_left(ends, item.cue[-1][1])]
    while quote := next_quote(t, sentence_after(ends, last), pieces[-1], taken, cue):
        pieces.append(quote)
        taken.add(quote[0])
        last = quote[1]
    return item._replace(content=tuple(pieces))


def next_quote(t: Tokens, k: int, piece: Range, taken: set[int], cue: int) -> Range | None:
    """The quotation that sentence `k` is, where it can continue `piece` and is not in `taken`.

    `cue` is the number of the paragraph in which the cue stands.
    """
    quote = opening_quote(t, k) if k < len(t.sentences) and goes_on(t, k, piece, cue) else None
    return quote if quote and quote[0] not in taken else None


def opening_quote(t: Tokens, k: int) -> Range | None:
    """The quotation that opens sentence `k` and fills it, if there is one."""
    first, last = t.sentences[k]
    quote = t.quote_at.get(first) if t.tags[first] == OPEN else None
    return quote if quote and quote[1] >= last - 1 else None


def goes_on(t: Tokens, k: int, piece: Range, cue: int) -> bool:
    """Whether sentence `k` can continue `piece`: same paragraph, left open, or all quoted and next to the cue's."""
    left_open = t.tags[piece[1] - 1] != CLOSE
    follows = t.paragraph[k - 1] == cue and is_quoted_paragraph(t, k)
    return t.paragraph[k] == t.paragraph[k - 1] or left_open or follows


def is_quoted_paragraph(t: Tokens, k: int) -> bool:
    """Whether sentence `k` opens a paragraph that holds nothing but quotations."""
    last = bisect_right(t.paragraph, t.paragraph[k]) - 1
    tokens = range(t.sentences[k][0], t.sentences[last][1])
    return all(token in t.quote_at or t.tags[token] == STOP for token in tokens)


def sentence_after(ends: Sequence[int], token: int) -> int:
    """Number of the sentence behind the one that ends at or after `token`."""
    return bisect_left(ends, token) + 1
