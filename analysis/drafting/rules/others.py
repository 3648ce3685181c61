"""Attributions whose cue is no active verb: according to, an agent behind `by`, a noun, an adjective, a colon."""

from analysis.drafting.contents import clause_end, phrase_end, skip_adverbs
from analysis.drafting.cues import FRAMES_OF_WORDS, Cue
from analysis.drafting.clause import Clause
from analysis.drafting.found import Found
from analysis.drafting.phrases import noun_phrase_left, noun_phrase_right, subject
from analysis.drafting.tokens import CLOSE, OPEN, Tokens

ACCORDING = Cue("according to", "p", ("according to",), "neutral", frozenset())
COLON = Cue(":", "p", (":",), "neutral", frozenset())
PERCEPTION = frozenset(["poll", "survey", "report", "study", "statement"])


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
        bare = not any(letter in "vAHMo" for letter in tags[start:edge])
        if more < last - 4 and (tags[more] in "vAHM" or bare):
            return Found(((begin, end),), ((i, i + 2),), (content, (more, clause_end(t, more, last))), ACCORDING, "according_to")
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


def passive_agent(clause: Clause) -> Found | None:
    """`Y was accused by X of …`, `… was first reported by X`."""
    t = clause.t
    if clause.voice not in ("passive", "attributive"):
        return None
    k = skip_adverbs(t.tags, clause.end)
    by = k
    while by < min(clause.last, k + 12) and t.low[by] != "by":
        if t.tags[by] in ".,;:-“wh":
            return None
        by += 1
    if by >= clause.last - 1 or t.low[by] != "by" or t.tags[by + 1] in "gT":
        return None
    end = noun_phrase_right(t, by + 1, clause.last)
    if end == by + 1:
        return None
    content = [subject(t, clause.first, clause.start)]
    if content[0] is None or t.tags[content[0][0]] in "w":
        return None
    if by > clause.end:
        content.append((clause.end, by))
    elif end < clause.last and t.tags[end] in "fti" and t.tags[end + 1 : end + 2] != "T":
        content.append((end, phrase_end(t, end, clause.last)))
    return Found(((by + 1, end),), ((clause.at, clause.end),), tuple(content), clause.cue, "passive_agent")


def noun_cue(t: Tokens, cue: Cue, first: int, last: int, i: int) -> Found | None:
    """`fears that …`, `X's claim that …`, `support for …`, `his opposition to …`."""
    tags, k = t.tags, i + 1
    if k >= last:
        return None
    if tags[k] == "h" and "that" in cue.frames and tags[k + 1 : k + 2] not in tuple("vAHM"):
        start, end = k + 1, clause_end(t, k + 1, last)
    elif t.low[k] in cue.frames & FRAMES_OF_WORDS:
        start, end = k + 1, phrase_end(t, k + 1, last)
    else:
        return None
    if end <= start:
        return None
    source = holder(t, first, i)
    if not source and "concern" != cue.cue_class and tags[k] != "h":
        return None
    return Found((source,) if source else (), ((i, i + 1),), ((start, end),), cue, "noun_cue")


def holder(t: Tokens, first: int, i: int) -> tuple[int, int] | None:
    """Who holds the claim or fear: a possessive before the noun."""
    tags = t.tags
    j = i - 1
    while j >= first and tags[j] in "abnCv" and i - j < 5:
        j -= 1
    if j < first:
        return None
    if tags[j] == "P":
        return j, j + 1
    if tags[j] == "Z" and j > first and tags[j - 1] in "NnTC)":
        return noun_phrase_left(t, first, j - 1)
    return None


def adjective_cue(t: Tokens, cue: Cue, first: int, last: int, i: int) -> Found | None:
    """`X is ready to …`, `X is confident that …`, `X is opposed to …`."""
    tags, k = t.tags, i + 1
    if k >= last:
        return None
    start = i
    while start > first and tags[start - 1] in "bAHM":
        start -= 1
    linked = "A" in tags[start:i] or (start > first and t.low[start - 1] in LINKING)
    if not linked:
        return None
    if tags[start - 1 : start] == "v":
        start -= 1
    if tags[k] == "h" and "that" in cue.frames:
        begin, end = k + 1, clause_end(t, k + 1, last)
    elif tags[k] == "t" and "inf" in cue.frames:
        begin, end = k, clause_end(t, k, last)
    elif t.low[k] in cue.frames & FRAMES_OF_WORDS:
        begin, end = k + 1, phrase_end(t, k + 1, last)
    elif "that" in cue.frames and tags[k] in "oD":
        begin, end = k, clause_end(t, k, last)
    else:
        return None
    source = subject(t, first, start)
    if not source or end <= begin or tags[source[0]] == "h" or t.low[source[0]] in ("it", "there"):
        return None
    return Found((source,), ((i, i + 1),), ((begin, end),), cue, "adjective_cue")


LINKING = frozenset("feel feels felt seem seems seemed remain remains remained sound sounds sounded become".split())  # noqa: SIM905


def agentless_passive(clause: Clause) -> Found | None:
    """`X is expected to …`, `X is known as …`: somebody expects it, and the text does not say who."""
    t = clause.t
    if clause.voice != "passive" or "to_be" not in clause.cue.frames:
        return None
    k = skip_adverbs(t.tags, clause.end)
    if k >= clause.last or t.low[k] not in ("to", "as", "of", "about"):
        return None
    told = subject(t, clause.first, clause.start)
    end = clause_end(t, k, clause.last)
    if not told or t.tags[told[0]] == "w" or end <= k + 1:
        return None
    return Found((), ((clause.at, clause.end),), (told, (k, end)), clause.cue, "agentless_passive")


def colon_headline(t: Tokens, first: int, last: int, headline: bool) -> Found | None:
    """`Clinton: Trump will …` as a headline, `Anna Berg: “…”` anywhere."""
    colon = t.tags.find(":", first, min(last, first + 6))
    if colon <= first or last - colon < 4 or any(letter not in "NZ" for letter in t.tags[first:colon]):
        return None
    quote = t.quote_at.get(colon + 1)
    if not (headline or quote):
        return None
    end = quote[1] if quote else last - (t.tags[last - 1] == ".")
    return Found(((first, colon),), ((colon, colon + 1),), ((colon + 1, end),), COLON, "colon_headline")
