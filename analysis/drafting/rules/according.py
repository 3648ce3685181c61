"""`According to X`, before or behind what X says."""

from analysis.drafting.contents import clause_end
from analysis.drafting.cues import Cue
from analysis.drafting.found import Found
from analysis.drafting.phrases import NEAR
from analysis.drafting.tokens import OPEN, Tokens

ACCORDING = Cue("according to", "p", ("according to",), "neutral", frozenset())


def according_to(t: Tokens, first: int, last: int, i: int) -> Found | None:
    """`According to X, …` and `…, according to X`."""
    if t.low[i + 1 : i + 2] != ["to"]:
        return None
    begin = i + 2
    end = source_end(t, begin, last)
    if end <= begin:
        return None
    tags = t.tags
    if i <= first + 1:  # in front: the content follows the comma
        comma = end
        if comma >= last or tags[comma] != ",":
            comma = tags.find(",", end, min(last, end + 25))
        start = comma + 1 if comma > 0 else end
        if start >= last:
            return None
        content = (start, clause_end(t, start, last))
        quote = t.quote_at.get(start) if tags[start] == OPEN else None
        if quote and quote[1] > content[1]:
            content = (start, quote[1])
    else:
        edge = i if tags[i - 1] not in ",-" else i - 1
        start = first
        quote = t.quote_at.get(edge - 1)
        if quote and quote[0] < first:
            start = quote[0]
        while start < edge and tags[start] in "cB,":
            start += 1
        content = (start, edge)
        more = end + 1 if end < last and tags[end] == "," else last
        bare = not any(letter in "vAHMo" for letter in tags[max(start, edge - NEAR) : edge])
        if more < last - 4 and (tags[more] in "vAHM" or bare):
            return Found(
                ((begin, end),),
                ((i, i + 2),),
                (content, (more, clause_end(t, more, last))),
                ACCORDING,
                "according_to",
            )
    if content[1] - content[0] < 2:
        return None
    return Found(((begin, end),), ((i, i + 2),), (content,), ACCORDING, "according_to")


def source_end(t: Tokens, begin: int, last: int) -> int:
    """End of the noun phrase behind `according to`, with its phrases and relatives, before the next mark."""
    k = begin
    while k < min(last, begin + 30) and t.tags[k] not in ",.;:-“”W":
        if t.tags[k] == "(":
            closed = t.tags.find(")", k, last)
            k = closed if closed > 0 else k
        k += 1
    return k
