"""Attributions of an article: who is given as the source of what, by which words.

`find(text)` looks up every cue of the lexicon, sentence by sentence, and asks the rules of
`onrecord.drafting.finding.registry` in turn; the first that fits gives the attribution. Cues inside quotation marks,
and cues inside what another source is said to think, give none: the outermost source answers for the whole.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from typing import NamedTuple

from onrecord.drafting.finding.asking import in_sentence, outermost
from onrecord.drafting.finding.continued import with_continued_quotes
from onrecord.drafting.finding.cues import forms
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.registry import RULES
from onrecord.drafting.finding.sentence import Words, words_of
from onrecord.drafting.reading.tags import (
    BRACKET,
    CLOSING_BRACKET,
    COLON,
    COMMA,
    DASH,
    MODAL,
    NAME,
    NUMBER,
    OPEN,
    STOP,
    TIME,
)
from onrecord.drafting.reading.tokens import Range, Tokens
from onrecord.printing import as_json
from onrecord.source.sentences import Sentence, split

Span = tuple[int, int]
LONGEST_DATELINE = 14  # tokens
IN_DATELINE = frozenset({NAME, COMMA, NUMBER, TIME, STOP, BRACKET, CLOSING_BRACKET, MODAL})
UNSPOKEN = ("dateline", "caption")


class Attribution(NamedTuple):
    """One source, one cue, one content.

    `source`, `cue` and `content` are spans (start, end) in code points, half-open, one for each piece; `source`
    is empty where the text gives none. `rule` is the name of the rule that found it; `confidence` is high, moderate
    or low by the measured precision of that rule. `lemma` and `cue_class` are the lexicon's; `quote_type` is
    direct, mixed or none. `negated` tells `did not say`; `modal` is the modal verb before the cue, or empty.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    rule: str
    confidence: str
    lemma: str
    cue_class: str
    quote_type: str
    negated: bool
    modal: str


def find(text: str, sentences: Sequence[Sentence] | None = None) -> list[Attribution]:
    """Attributions of `text` in the order of their cues; `sentences` saves splitting the text again.

    Raises nothing, whatever the text; spans are verbatim; time is linear in the length of the text.
    """
    return attributions_in(Tokens(text, split(text) if sentences is None else sentences))


def attributions_in(t: Tokens) -> list[Attribution]:
    """The same, of an article that is cut into words already."""
    found: list[Found] = []
    for s, cues in spoken_sentences(t):
        found += outermost(s, in_sentence(s, names_left_out(t, s, cues)))
    return [finished(t, item) for item in with_continued_quotes(t, found)]


def spoken_sentences(t: Tokens) -> Iterator[tuple[Words, list[int]]]:
    """Each sentence in which somebody can speak, with its cue words outside quotation marks."""
    cues, at = cue_words(t), 0
    for (first, last), role in zip(t.sentences, t.roles, strict=True):
        begin = bisect_left(cues, first, at)
        at = bisect_left(cues, last, begin)
        if role not in UNSPOKEN:
            end = past_announced(t, last)
            yield words_of(t, behind_dateline(t, first, last), end, role == "headline" or first == 0), cues[begin:at]


def past_announced(t: Tokens, last: int) -> int:
    """Where a sentence ends that ends at `last`, with the quotation that its colon announces on the next line."""
    opens = t.tags[last - 1] == COLON and t.tags[last] == OPEN
    return t.quote_at.get(last, (last, last))[1] if opens else last


def behind_dateline(t: Tokens, first: int, last: int) -> int:
    """Where a sentence starts that opens with place, date and agency: `MINSK, Belarus (AP) — `."""
    if t.tags[first] != DASH and not t.words[first].isupper():
        return first
    dash = t.tags.find(DASH, first, min(last - 1, first + LONGEST_DATELINE))
    head = range(first, dash) if dash >= 0 else ()
    is_place = all(t.tags[k] in IN_DATELINE or t.words[k].isupper() for k in head)
    return dash + 1 if dash == first or (head and is_place) else first


def cue_words(t: Tokens) -> list[int]:
    """The tokens outside quotation marks that are forms of a cue."""
    known = compress(range(len(t.words)), map(forms().__contains__, t.low))
    return [i for i in known if i not in t.quote_at]


def names_left_out(t: Tokens, s: Words, cues: list[int]) -> list[int]:
    """The cues that are no names by their capital, unless most words have one, as in a headline."""
    small = [i for i in cues if i == s.first or t.words[i][0].islower()]
    return cues if len(small) == len(cues) or is_titled(t.words[s.first : s.last]) else small


def is_titled(words: Sequence[str]) -> bool:
    """Whether a sentence is set in capitals like a headline, so that capitals tell no names."""
    return sum(word[0].islower() for word in words) <= len(words) // 3


def finished(t: Tokens, item: Found) -> Attribution:
    """The attribution in code points."""
    source, cue, content = (in_code_points(t, ranges) for ranges in (item.source, item.cue, item.content))
    return Attribution(
        source,
        cue,
        content,
        item.rule,
        RULES[item.rule].confidence,
        item.entry.lemma,
        item.entry.cue_class,
        quote_type(t, item.content),
        item.negated,
        item.modal,
    )


def in_code_points(t: Tokens, ranges: Iterable[Range]) -> tuple[Span, ...]:
    """Ranges of tokens as spans."""
    return tuple([(t.starts[a], t.starts[b - 1] + len(t.words[b - 1])) for a, b in ranges])


def quote_type(t: Tokens, content: Sequence[Range]) -> str:
    """direct when every piece lies within a quotation, mixed when a part does, else none."""
    if all(is_quoted(t, *piece) for piece in content):
        return "direct"
    return "mixed" if any(OPEN in t.tags[a:b] or a in t.quote_at for a, b in content) else "none"


def is_quoted(t: Tokens, start: int, end: int) -> bool:
    """Whether one quotation holds all of the range."""
    quote = t.quote_at.get(start)
    return quote is not None and end <= quote[1]


def to_json_lines(doc: str, attributions: Iterable[Attribution]) -> Iterator[str]:
    """One JSON object a line: doc, source, cue, content ([[start, end], …]), rule, confidence."""
    for item in attributions:
        spans = {"source": item.source, "cue": item.cue, "content": item.content}
        yield as_json({"doc": doc, **spans, "rule": item.rule, "confidence": item.confidence})
