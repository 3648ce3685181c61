"""`According to X`, before or behind what X says."""

from onrecord.drafting.finding.contents import clause_end
from onrecord.drafting.finding.cues import Cue
from onrecord.drafting.finding.found import Found, Range
from onrecord.drafting.finding.phrases import NEAR, noun_phrase_right
from onrecord.drafting.reading.tokens import Tokens

ACCORDING = Cue("according to", "p", ("according to",), "neutral", frozenset())


def according_to(t: Tokens, first: int, last: int, i: int) -> Found | None:
    """`According to X, …` and `…, according to X`."""
    if t.low[i + 1 : i + 2] != ["to"]:
        return None
    begin = i + 2
    end = source_end(t, begin, last)
    content = content_behind(t, end, last) if i <= first + 1 else content_around(t, first, i, end, last)
    if end <= begin or sum(b - a for a, b in content) < 2:
        return None
    return Found(((begin, end),), ((i, begin),), content, ACCORDING, "according_to")


def content_behind(t: Tokens, end: int, last: int) -> tuple[Range, ...]:
    """`According to X, …`: the clause, or the whole quotation, behind the comma."""
    comma = t.tags.find(",", end, min(last, end + 25)) if t.tags[end : end + 1] in tuple(",WwgvT") else end - 1
    start = comma + 1 if comma > 0 else end
    if start >= last:
        return ()
    quote = t.quote_at.get(start)
    return ((start, max(clause_end(t, start, last), quote[1] if quote and quote[0] == start else 0)),)


def content_around(t: Tokens, first: int, i: int, end: int, last: int) -> tuple[Range, ...]:
    """`…, according to X, …`: what stands before, and what goes on behind."""
    tags = t.tags
    edge = i if tags[i - 1] not in ",-" else i - 1
    quote = t.quote_at.get(edge - 1)
    start = quote[0] if quote and quote[0] < first else first
    while start < edge and tags[start] in "cB,":
        start += 1
    more = end + 1 if end < last and tags[end] == "," else last
    if more >= last - 4:
        return ((start, edge),)
    behind = (more, clause_end(t, more, last))
    if tags[edge - 1] == "w":  # which, according to X, …
        return (behind,)
    bare = not any(letter in "vAHMo" for letter in tags[max(start, edge - NEAR) : edge])
    return ((start, edge), behind) if tags[more] in "vAHM" or bare else ((start, edge),)


def source_end(t: Tokens, begin: int, last: int) -> int:
    """End of the source: its noun phrase alone where a finite verb shows that a comma is missing behind it."""
    end = before_mark(t, begin, last)
    inside = t.tags[begin:end]
    if any(letter in "AHM" for letter in inside) and "w" not in inside and "h" not in inside:
        return noun_phrase_right(t, begin, last)
    return end


def before_mark(t: Tokens, begin: int, last: int) -> int:
    """End of the noun phrase at `begin`, with its phrases and relatives, before the next mark."""
    k = begin
    while k < min(last, begin + 30) and t.tags[k] not in ",.;:-“”W":
        if t.tags[k] == "(":
            closed = t.tags.find(")", k, last)
            k = closed if closed > 0 else k
        k += 1
    return k
