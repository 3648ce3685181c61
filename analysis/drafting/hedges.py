"""How firmly a source commits itself to what it says (rule C1), with the words that say so."""

from __future__ import annotations

import re
from typing import NamedTuple

Span = tuple[int, int]
# Weakest first: the weakest hedge decides.
HEDGES = (
    ("U", r"if|unless|would|whether"),
    ("PS", r"could|might|possible|possibly|perhaps|potentially|maybe|may(?! \d)"),
    ("PR", r"likely|probably|expected to|appears?|appeared|seems?|seemed|presumably"),
)
PATTERNS = [(certainty, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for certainty, words in HEDGES]
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


def commitment(text: str, content: list[Span], cue: Span | None = None, lemma: str = "") -> Commitment:
    """The commitment of the source of `content`, whose cue is a form of `lemma`."""
    found = [(certainty, span) for start, end in content for certainty, span in hedges(text, start, end)]
    if cue and lemma in HEDGING_CUES:
        found.append((HEDGING_CUES[lemma], cue))
    for certainty, _ in HEDGES:
        if any(given == certainty for given, _ in found):
            return Commitment(certainty, tuple(sorted({span for _, span in found})))
    return Commitment("CT", ())


def hedges(text: str, start: int, end: int) -> list[tuple[str, Span]]:
    return [
        (certainty, match.span())
        for certainty, pattern in PATTERNS
        for match in pattern.finditer(text, start, end)
        if not (MONTH.match(match[0]) and match.start() != start)
    ]
