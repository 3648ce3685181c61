"""Cues that are nouns (`fears that …`, `X’s claim that …`) or adjectives (`X is ready to …`)."""

from onrecord.drafting.finding.contents import clause_end, embedded_end, phrase_end
from onrecord.drafting.finding.cues import FRAMES_OF_WORDS, Cue
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.phrases import noun_phrase_left, subject
from onrecord.drafting.reading.tokens import Tokens

LINKING = frozenset(
    "feel feels felt seem seems seemed remain remains remained sound sounds sounded become".split()  # noqa: SIM905
)


def noun_cue(t: Tokens, cue: Cue, first: int, last: int, i: int) -> Found | None:
    """`fears that …`, `X's claim that …`, `support for …`, `his opposition to …`."""
    tags, k = t.tags, i + 1
    if k >= last:
        return None
    if tags[k] == "h" and "that" in cue.frames and tags[k + 1 : k + 2] not in tuple("vAHM"):
        start, end = k + 1, embedded_end(t, k + 1, clause_end(t, k + 1, last))
    elif t.low[k] in cue.frames & FRAMES_OF_WORDS:
        start, end = k + 1, phrase_end(t, k + 1, last)
        end -= tags[end - 1] == "v"  # fears of an attack grow
    else:
        return None
    if end <= start:
        return None
    source = holder(t, first, i)
    if not source and cue.cue_class != "concern" and tags[k] != "h":
        return None
    after = k + (start > k and tags[k] != "h")
    return Found((source,) if source else (), ((i, after),), ((start, end),), cue, "noun_cue")


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
    after = k + (begin > k and tags[k] != "h")
    return Found((source,), ((i, after),), ((begin, end),), cue, "adjective_cue")
