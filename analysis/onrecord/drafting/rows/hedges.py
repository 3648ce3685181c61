"""How firmly a source commits itself to what it says (rule C1), with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from onrecord.drafting.rows.acts import act_of
from onrecord.drafting.rows.spans import Span, holds

Hedge = tuple[str, Span]  # the certainty that a word leaves, and where it stands
# Weakest first: the weakest hedge decides.
HEDGES = (
    ("U", r"if|unless|would|whether"),
    (
        "PS",
        r"could(?!\s+(?:not|never|no\s+longer|easily|simply)\b)|might|possible|possibly|perhaps|potentially|maybe"
        r"|may(?! \d)",
    ),
    ("PR", r"likely|probably|expected to|appear(?:s|ed)?(?=\s+(?:to|that|as|likely)\b)|seems?|seemed|presumably"),
)
PATTERNS = [(certainty, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for certainty, words in HEDGES]
# `said it would close` is `will close`, told afterwards; `would have` and `would like` are not.
WOULD = re.compile(
    r"\bwould(?:n[’']t)?\b(?!(?:\s+(?:not|never|also|\w+ly))?\s+(?:like|love|prefer|rather|welcome|have(?!\s+to\b))\b)",
    re.IGNORECASE,
)
QUOTE_MARKS = " ”’\"'"
PURPOSE = re.compile(r"\b(?:so(?: that)?|in order that)\s+(?:[\w’'-]+\s+){1,3}$")  # before a modal that hedges nothing
MONTH = re.compile(r"\bMay\b")
# what stands before a modal of another clause than the speaker's own: `the cabin where they would have slept`
IN_RELATIVE = re.compile(r"\w\W+(?:which|who|whose|whom|where)\b[^,.;:!?“”\"]{1,60}$")
IDIOM = re.compile(  # if any, if not hundreds; may be small, but; can possibly
    r"if (?:any|anything|anybody|anyone|ever|not)\b(?! of\b)|may\b[^.;!?]{1,80}\bbut\b|possibly\b", re.IGNORECASE
)
BEFORE_IDIOM = re.compile(  # by the first letters of the idiom
    r"(?:\b(?:few|little|rarely|seldom|hardly|dozens|hundreds|thousands|most|all|many|one|best|worst),? i)$"
    r"|[^,.;!?] m$|\b(?:can|can[’']t|cannot)(?: \w+)? p$",
    re.IGNORECASE,
)
CLAUSE_BACK = 80  # code points before a hedge that are looked at
ENDS_SENTENCE = re.compile(r"[.!?][”’\"')\]]*\s+")
SHORTEST_SENTENCE = 3  # words


class Commitment(NamedTuple):
    """`certainty` of the codebook, with the spans of its hedge words in text order; no spans with CT."""

    certainty: str
    hedges: tuple[Span, ...]


def commitment(
    text: str, content: Sequence[Span], by_cue: Sequence[Hedge] = (), told_after: Sequence[Span] = ()
) -> Commitment:
    """The commitment of the source of `content`; a question commits to nothing.

    `by_cue`: the hedge that the cue itself is; `told_after`: each `would` that is no hedge (`back_shifted`).
    """
    spoken = [hedge for hedge in hedges(text, content) if not holds(told_after, hedge[1][0])]
    found = [*by_cue, *(() if is_firm_in_part(text, content, [span for _, span in spoken]) else spoken)]
    spans = tuple(sorted({span for _, span in found}))
    return Commitment("U" if asks(text, content) else weakest(found), spans)


def is_firm_in_part(text: str, content: Sequence[Span], spoken: Sequence[Span]) -> bool:
    """Whether, of several sentences, one is without any of these hedges: what another hedges is not said of all."""
    found = [one for span in content for one in sentences_in(text, span)]
    firm = [one for one in found if not any(one[0] <= start < one[1] for start, _ in spoken)]
    return len(found) > 1 and any(len(text[slice(*one)].split()) >= SHORTEST_SENTENCE for one in firm)


def sentences_in(text: str, span: Span) -> Iterator[Span]:
    """The sentences of a piece of content."""
    start, end = span
    for found in ENDS_SENTENCE.finditer(text, start, end):
        yield start, found.end()
        start = found.end()
    if start < end:
        yield start, end


def asks(text: str, content: Sequence[Span]) -> bool:
    """Whether the content is there, and ends as a question."""
    return bool(content) and is_question(text, content[-1][1])


def hedging_cue(lemma: str, cue: Span) -> list[Hedge]:
    """The cue as a hedge: `suspects`; empty where it is none."""
    certainty = act_of(lemma).certainty
    return [(certainty, cue)] if certainty else []


def weakest(found: Sequence[Hedge]) -> str:
    """The certainty that the weakest hedge leaves; CT without any."""
    given = {certainty for certainty, _ in found}
    return next((certainty for certainty, _ in HEDGES if certainty in given), "CT")


def back_shifted(text: str, content: Sequence[Span], quotes: Sequence[Span]) -> list[Span]:
    """Each `would` of indirect speech behind a cue in the past that stands for `will`; none within `quotes`."""
    found = [match.span() for span in content for match in WOULD.finditer(text, *span)]
    return [span for span in found if not holds(quotes, span[0])]


def is_question(text: str, end: int) -> bool:
    """Whether what ends at `end` ends with a question mark, within or behind it."""
    within, behind = text[max(0, end - 4) : end].rstrip(QUOTE_MARKS), text[end : end + 4].lstrip(QUOTE_MARKS)
    return within.endswith("?") or behind.startswith("?")


def hedges(text: str, content: Sequence[Span]) -> Iterator[Hedge]:
    """The hedge words of a content; a month of May is none, unless the content starts with the word."""
    for (start, end), (certainty, pattern) in product(content, PATTERNS):
        for match in pattern.finditer(text, start, end):
            if is_hedge(text, match, start):
                yield certainty, match.span()


def is_hedge(text: str, match: re.Match[str], start: int) -> bool:
    """Whether a hedge word of the content that begins at `start` hedges what the speaker says with it."""
    at, back = match.start(), max(start, match.start() - CLAUSE_BACK)
    if PURPOSE.search(text, back, at) or IN_RELATIVE.search(text, back, at) or is_idiom(text, at, back):
        return False
    return at == start or not MONTH.match(match[0])


def is_idiom(text: str, at: int, back: int) -> bool:
    """Whether the word at `at` belongs to words that hedge nothing, or that only grant something."""
    as_if = text[back : at + 2].lower().endswith("as if")
    return as_if or (IDIOM.match(text, at) is not None and BEFORE_IDIOM.search(text[back : at + 1]) is not None)
