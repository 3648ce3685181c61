"""How firmly a source commits itself to what it says (rule C1), with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

Span = tuple[int, int]
# Weakest first: the weakest hedge decides.
HEDGES = (
    ("U", r"if|unless|would|whether"),
    ("PS", r"could(?!\s+(?:not|never|no\s+longer)\b)|might|possible|possibly|perhaps|potentially|maybe|may(?! \d)"),
    ("PR", r"likely|probably|expected to|appears?|appeared|seems?|seemed|presumably"),
)
PATTERNS = [(certainty, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for certainty, words in HEDGES]
# `said it would close` is `will close`, told afterwards; `would have` and `would like` are not.
WOULD = re.compile(
    r"\bwould(?:n[’']t)?\b(?!(?:\s+(?:not|never|also|\w+ly))?\s+(?:like|love|prefer|rather|welcome|have(?!\s+to\b))\b)",
    re.IGNORECASE,
)
QUOTE_MARKS = " ”’\"'"
MONTH = re.compile(r"\bMay\b")
HEDGING_CUES = {
    **dict.fromkeys(
        ["believe", "think", "reckon", "suspect", "expect", "estimate", "assume", "presume", "hope", "feel"], "PR"
    ),
    **dict.fromkeys(["suggest", "speculate", "hint", "fear", "worry", "hypothesize", "theorize"], "PS"),
}


class Commitment(NamedTuple):
    """`certainty` of the codebook, with the spans of its hedge words; no spans with CT."""

    certainty: str
    hedges: tuple[Span, ...]


def commitment(
    text: str, content: list[Span], cue: Span | None = None, lemma: str = "", told_after: Sequence[Span] = ()
) -> Commitment:
    """The commitment of the source of `content`, whose cue is a form of `lemma`; a question commits to nothing.

    `told_after`: each `would` that is no hedge (`back_shifted`).
    """
    found = [(certainty, span) for start, end in content for certainty, span in hedges(text, start, end)]
    found = [(certainty, span) for certainty, span in found if not any(a <= span[0] < b for a, b in told_after)]
    if cue and lemma in HEDGING_CUES:
        found.append((HEDGING_CUES[lemma], cue))
    if content and is_question(text, content[-1][1]):
        return Commitment("U", tuple(sorted({span for _, span in found})))
    for certainty, _ in HEDGES:
        if any(given == certainty for given, _ in found):
            return Commitment(certainty, tuple(sorted({span for _, span in found})))
    return Commitment("CT", ())


def back_shifted(text: str, content: list[Span], quotes: list[Span]) -> list[Span]:
    """Each `would` of indirect speech behind a cue in the past that stands for `will`; none within `quotes`."""
    found = [match.span() for start, end in content for match in WOULD.finditer(text, start, end)]
    return [span for span in found if not any(start <= span[0] < end for start, end in quotes)]


def is_question(text: str, end: int) -> bool:
    """Whether what ends at `end` ends with a question mark, within or behind it."""
    return text[max(0, end - 4) : end].rstrip(QUOTE_MARKS).endswith("?") or text[end : end + 4].lstrip(
        QUOTE_MARKS
    ).startswith("?")


def hedges(text: str, start: int, end: int) -> list[tuple[str, Span]]:
    return [
        (certainty, match.span())
        for certainty, pattern in PATTERNS
        for match in pattern.finditer(text, start, end)
        if not (MONTH.match(match[0]) and match.start() != start)
    ]
