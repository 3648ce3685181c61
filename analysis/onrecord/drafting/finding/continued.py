"""Quotations that go on behind their cue: `“…,” X said. “…”`."""

from bisect import bisect_left

from onrecord.drafting.finding.found import Found, Range
from onrecord.drafting.reading.tokens import CLOSE, OPEN, Tokens


def with_continued_quotes(t: Tokens, found: list[Found]) -> list[Found]:
    """Add to each quotation those that follow it in its paragraph and have no cue of their own.

    A paragraph that opens a quotation when the one before left it unclosed goes on as well.
    """
    ends = [last for _, last in t.sentences]
    taken = {piece for item in found for piece in item.content}
    opened = {piece[0] for piece in taken}
    return [continued(t, item, ends, taken, opened) if holds_quote(t, item) else item for item in found]


def holds_quote(t: Tokens, item: Found) -> bool:
    """Whether a piece of the content is, or ends with, a quotation."""
    return any(t.quote_at.get(b - 1, (0, 0))[1] == b for _, b in item.content)


def continued(t: Tokens, item: Found, ends: list[int], taken: set[Range], opened: set[int]) -> Found:
    pieces = list(item.content)
    k = sentence_after(ends, max(b for a, b in (*pieces, *item.cue, *item.source)))
    while k < len(t.sentences) and goes_on(t, k, pieces[-1]):
        first, last = t.sentences[k]
        quote = t.quote_at.get(first) if t.tags[first] == OPEN else None
        if not quote or quote in taken or quote[0] in opened or quote[1] < last - 1:
            break
        pieces.append(quote)
        taken.add(quote)
        k = sentence_after(ends, quote[1])
    return item._replace(content=tuple(pieces))


def goes_on(t: Tokens, k: int, piece: Range) -> bool:
    """Whether sentence `k` can continue `piece`: same paragraph, or the quotation was left open."""
    return t.paragraph[k] == t.paragraph[k - 1] or t.tags[piece[1] - 1] != CLOSE


def sentence_after(ends: list[int], token: int) -> int:
    """Number of the sentence behind the one that ends at or after `token`."""
    return bisect_left(ends, token) + 1
