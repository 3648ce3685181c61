"""What of a content stands in quote marks (rules Q1, Q2)."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from onrecord.drafting.reading.tags import CLOSE, OPEN
from onrecord.drafting.reading.tokens import Tokens

Span = tuple[int, int]
BRACKETS = re.compile(r"\[(?!\s*(?:\.{3}|…)\s*\])[^\[\]\n]*\]")  # an editor's insertion, no omission [...]
QUOTED = 0.5  # from this part in quote marks on, a sentence is somebody's words, though nobody was found
SCARE = 2  # words: so short a run in quote marks is seldom meant as a quotation
SO_CALLED = re.compile(r"\bso-called\W*$", re.IGNORECASE)
NAMING = re.compile(r"\b(?:called|named|titled|entitled|dubbed|nicknamed|known as|reading)\W*$", re.IGNORECASE)
GOVERNED = re.compile(  # called it “…”, condemned the “…”, described the plan as a “…”
    r"\W*(?:(?:it|this|that|him|her|them|the|an?|its|their|his|of|for|as)\b\W*){0,3}|.*\bas(?:\s+(?:an?|the))?\W*",
    re.IGNORECASE | re.DOTALL,
)
WORD = re.compile(r"\w[\w’'-]*")
MARKS = "“”«»„‹›「」『』‟❝❞\"'’‘` \n"


class Quoted(NamedTuple):
    """`type` is direct, mixed or none; `content` leaves out the quote marks where all of it is quoted."""

    type: str
    content: list[Span]
    quotes: list[Span]
    insertions: list[Span]


class Quotations:
    """The quotations of an article; each is known with and without its marks."""

    def __init__(self, tokens: Tokens):
        self.tokens, self.text = tokens, tokens.text
        self.spans = [(tokens.starts[first], tokens.ends[last - 1]) for first, last in tokens.quotes]
        self.closed = [self.is_closed(first, last) for first, last in tokens.quotes]
        self.starts = [start for start, _ in self.spans]

    def is_closed(self, first: int, last: int) -> bool:
        """Whether a quotation has its marks, or goes on in a paragraph that opens with one."""
        tags = self.tokens.tags
        return tags[first] == OPEN and (tags[last - 1] == CLOSE or tags[last] == OPEN)

    def covering(self, start: int, end: int) -> bool:
        """Whether one quotation holds all of these code points."""
        k = bisect_left(self.starts, start + 1) - 1
        return k >= 0 and self.spans[k][1] >= end

    def within(self, start: int, end: int) -> list[int]:
        """Numbers of the quotations that touch the span."""
        first = max(0, bisect_left(self.starts, start) - 1)
        return [k for k in range(first, bisect_left(self.starts, end)) if self.spans[k][1] > start]

    def of(self, content: list[Span]) -> Quoted | None:
        """What is quoted in `content`; None where a quotation crosses its edge or is not closed."""
        touched = [(piece, self.within(*piece)) for piece in content]
        if not all(self.is_whole(k, *piece) for piece, ks in touched for k in ks):
            return None
        quotes = [span for _, ks in touched for span in map(self.inner, ks) if self.letters(span)]
        if not quotes:
            return Quoted("none", content, [], [])
        return self.quoted([self.bare(*piece, ks) for piece, ks in touched], quotes)

    def quoted(self, pieces: list[Span], quotes: list[Span]) -> Quoted:
        """Content of these pieces, with these quotations in it: direct where they hold all its letters."""
        inserted = [match.span() for span in quotes for match in BRACKETS.finditer(self.text, *span)]
        if self.letters(*pieces) == self.letters(*quotes):
            return Quoted("direct", quotes, quotes, inserted)
        return Quoted("mixed", pieces, quotes, inserted)

    def is_whole(self, k: int, start: int, end: int) -> bool:
        """Whether quotation `k` is closed and lies within the span."""
        first, last = self.spans[k]
        return self.closed[k] and start <= first and last <= end

    def bare(self, start: int, end: int, touched: list[int]) -> Span:
        """The span, or the quotation without its marks where the span holds that one and no word beside it."""
        if len(touched) != 1:
            return start, end
        first, last = self.spans[touched[0]]
        return (start, end) if self.letters((start, first), (last, end)) else self.inner(touched[0])

    def without_scare_quotes(self, quoted: Quoted, cue_end: int, indirect: bool) -> Quoted:
        """Mixed speech without the runs that mark a word, and quote nobody: `the “war” is over`, `so-called “…”`.

        A run of one or two words stays a quotation where the cue governs it, which it does not in `indirect` speech.
        """
        if quoted.type != "mixed":
            return quoted
        governing = None if indirect else cue_end
        meant = [span for span in quoted.quotes if span in quoted.content or self.is_meant(*span, governing)]
        return Quoted("mixed" if meant else "none", quoted.content, meant, starting_in(quoted.insertions, meant))

    def is_meant(self, start: int, end: int, governing: int | None) -> bool:
        """Whether a run in quote marks quotes: long enough, or governed by the cue that ends at `governing`."""
        if SO_CALLED.search(self.text, max(0, start - 20), start) or self.is_name(start, end):
            return False
        if len(WORD.findall(self.text, start, end)) > SCARE:
            return True
        return governing is not None and bool(GOVERNED.fullmatch(self.text, min(governing, start), start))

    def is_name(self, start: int, end: int) -> bool:
        """Whether a run in quote marks is the name of a thing: called so, or with capitals throughout."""
        words = [word for word in WORD.findall(self.text, start, end) if len(word) > 3]
        titled = len(words) > 1 and all(word[0].isupper() for word in words)
        return titled or (bool(NAMING.search(self.text, max(0, start - 20), start)) and self.text[start].isupper())

    def inner(self, k: int) -> Span:
        """The quotation without its marks, and without the style comma before the closing one."""
        start, end = self.spans[k]
        quoted = self.text[start:end]
        start += len(quoted) - len(quoted.lstrip(MARKS))
        end = max(start, end - len(quoted) + len(quoted.rstrip(MARKS)))
        return start, end - self.text.endswith(",", start, end)

    def letters(self, *spans: Span) -> int:
        """How many letters and digits stand in the spans."""
        return sum(char.isalnum() for start, end in spans for char in self.text[start:end])

    def quotes_in(self, start: int, end: int) -> bool:
        """Whether the span holds somebody's words: half of it in marks, or a quotation that marks no word or name."""
        meant = any(self.is_meant(*self.inner(k), None) for k in self.within(start, end))
        return meant or self.share(start, end) >= QUOTED

    def share(self, start: int, end: int) -> float:
        """The part of a span's letters that stands in quotation marks, closed or not."""
        touched = (self.spans[k] for k in self.within(start, end))
        inside = self.letters(*((max(a, start), min(b, end)) for a, b in touched))
        return inside / max(1, self.letters((start, end)))


def starting_in(spans: list[Span], others: list[Span]) -> list[Span]:
    """The spans that start in one of the others."""
    return [span for span in spans if any(start <= span[0] < end for start, end in others)]
