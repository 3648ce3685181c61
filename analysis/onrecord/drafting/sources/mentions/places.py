"""The countries that a text surely speaks of as places: by name, behind `in`, `across`, `throughout` or `inside`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.drafting.sources.mentions.countries import by_word, pattern
from onrecord.source.sentences import Sentence

BEFORE = re.compile(r"\b(?:in|across|throughout|inside)\s+")
BEHIND = re.compile(r"[’']s?\b|\s[A-Z]")  # of a longer name, or an owner
READ = ("body", "standfirst", "headline")  # roles of sentences


class Place(NamedTuple):
    """A country's ISO code, and where its name stands, in code points."""

    iso: str
    span: tuple[int, int]


def places(text: str, sentences: Sequence[Sentence]) -> Iterator[Place]:
    """The places, in text order."""
    for sentence in sentences:
        if sentence.role in READ:
            yield from places_in(text, sentence)


def places_in(text: str, sentence: Sentence) -> Iterator[Place]:
    """The places in one sentence."""
    for before in BEFORE.finditer(text, sentence.start, sentence.end):
        match = pattern().match(text, before.end(), sentence.end)
        if match and by_word()[match[1]].kind == "name" and not BEHIND.match(text, match.end()):
            yield Place(by_word()[match[1]].iso, match.span())
