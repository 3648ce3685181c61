"""What of a content stands in quote marks (rules Q1, Q2)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.drafting.reading.tokens import CLOSE, OPEN, Tokens
from onrecord.source.sentences import Sentence

Span = tuple[int, int]
BRACKETS = re.compile(r"\[(?!\s*(?:\.{3}|…)\s*\])[^\[\]\n]*\]")  # an editor's insertion, no omission [...]
SCARE = 2  # words: so short a run in quote marks is seldom meant as a quotation
SO_CALLED = re.compile(r"\bso-called\W*$", re.IGNORECASE)
GOVERNED = re.compile(  # called it “…”, condemned the “…”, described the plan as a “…”
    r"\W*(?:(?:it|this|that|him|her|them|the|an?|its|their|his|of|for|as)\b\W*){0,3}|.*\bas(?:\s+(?:an?|the))?\W*",
    re.IGNORECASE | re.DOTALL,
)
MARKS = "“”«»„\"'’‘ \n"


class Quoted(NamedTuple):
    """`type` is direct, mixed or none; `content` leaves out the quote marks where all of it is quoted."""

    type: str
    content: list[Span]
    quotes: list[Span]
    insertions: list[Span]


class Quotations:
    """The quotations of an article; each is known with and without its marks."""

    def __init__(self, text: str, sentences: Sequence[Sentence]):
        self.text = text
        self.tokens = tokens = Tokens(text, sentences)
        self.spans = [(tokens.starts[first], tokens.ends[last - 1]) for first, last in tokens.quotes]
        self.closed = [tokens.tags[last - 1] == CLOSE and tokens.tags[first] == OPEN for first, last in tokens.quotes]
        self.starts = [start for start, _ in self.spans]

    def covering(self, start: int, end: int) -> bool:
        """Whether one quotation holds all of these code points."""
        k = bisect_left(self.starts, start + 1) - 1
        return k >= 0 and self.spans[k][1] >= end

    def within(self, start: int, end: int) -> list[int]:
        """Numbers of the quotations that touch the span."""
        k = max(0, bisect_left(self.starts, start) - 1)
        found = []
        while k < len(self.spans) and self.spans[k][0] < end:
            if self.spans[k][1] > start:
                found.append(k)
            k += 1
        return found

    def of(self, content: list[Span]) -> Quoted | None:
        """What is quoted in `content`; None where a quotation crosses its edge or is not closed."""
        pieces, quotes = [], []
        for start, end in content:
            touched = self.within(start, end)
            if any(self.spans[k][0] < start or self.spans[k][1] > end for k in touched):
                return None
            if any(not self.closed[k] for k in touched):
                return None
            inner = [self.inner(k) for k in touched]
            quotes += [span for span in inner if span[0] < span[1]]
            whole = len(touched) == 1 and not self.letters(start, self.spans[touched[0]][0])
            whole = whole and not self.letters(self.spans[touched[0]][1], end)
            pieces.append(inner[0] if whole else (start, end))
        quotes = [span for span in quotes if self.letters(*span)]
        if not quotes:
            return Quoted("none", content, [], [])
        direct = sum(self.letters(*span) for span in pieces) == sum(self.letters(*span) for span in quotes)
        inserted = [match.span() for start, end in quotes for match in BRACKETS.finditer(self.text, start, end)]
        return Quoted("direct" if direct else "mixed", quotes if direct else pieces, quotes, inserted)

    def without_scare_quotes(self, quoted: Quoted, cue_end: int, indirect: bool) -> Quoted:
        """Mixed speech without the runs that mark a word, and quote nobody: `the “war” is over`, `so-called “…”`.

        A run of one or two words stays a quotation where the cue governs it, which it does not in `indirect` speech.
        """
        if quoted.type != "mixed":
            return quoted
        meant = [
            (start, end)
            for start, end in quoted.quotes
            if (start, end) in quoted.content
            or (
                not SO_CALLED.search(self.text, max(0, start - 20), start)
                and (
                    len(re.findall(r"\w[\w’'-]*", self.text[start:end])) > SCARE
                    or (not indirect and GOVERNED.fullmatch(self.text, min(cue_end, start), start))
                )
            )
        ]
        inserted = [(a, b) for a, b in quoted.insertions if any(start <= a < end for start, end in meant)]
        return Quoted("mixed" if meant else "none", quoted.content, meant, inserted)

    def inner(self, k: int) -> Span:
        """The quotation without its marks, and without the style comma before the closing one."""
        start, end = self.spans[k]
        while start < end and self.text[start] in MARKS + "`":
            start += 1
        while end > start and self.text[end - 1] in MARKS + "`":
            end -= 1
        if end > start and self.text[end - 1] == ",":
            end -= 1
        return start, end

    def letters(self, start: int, end: int) -> int:
        return sum(char.isalnum() for char in self.text[start:end])

    def share(self, start: int, end: int) -> float:
        """The part of a span's letters that stands in quotation marks, closed or not."""
        inside = sum(
            self.letters(max(a, start), min(b, end)) for a, b in (self.spans[k] for k in self.within(start, end))
        )
        return inside / max(1, self.letters(start, end))
