"""Words of an article, each with a guess at its part of speech: its tag, one letter (`tags`).

The guess knows the closed classes (``lexicon/words.csv``), capitals and endings; it is wrong often, and rules that
read it look at what stands around a cue, not at every word.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from onrecord.drafting.reading.marks import told_marks
from onrecord.drafting.reading.pairing import pair_quotes
from onrecord.drafting.reading.personal import told_names
from onrecord.drafting.reading.tags import (
    ADJECTIVE,
    ADVERB,
    BE,
    DASH,
    GENITIVE,
    MARKS,
    NAME,
    NONE,
    NOUN,
    NUMBER,
    OTHER,
    PARTICIPLE,
    PARTS,
    PRONOUN,
    RELATIVE,
    STOP,
    VERB,
)
from onrecord.source.sentences import Sentence

Range = tuple[int, int]  # of tokens: the first, and the one behind the last
LEXICON = Path(__file__).parents[1] / "lexicon"
ABBREVIATIONS = (
    "Mr Ms Dr St Jr Sr Lt Mrs Sen Rep Gov Gen Col Maj Sgt Rev Hon Jan Feb Mar Apr Aug Oct Nov Dec Capt Prof Sept"
)
TOKEN = re.compile(
    r"\w+(?:[\u0300-\u036f]+\w*)*"  # words, accents set apart included
    r"(?:[-.&@]\w+(?:[\u0300-\u036f]+\w*)*|–(?<=\d–)(?=\d)\w+|['’]t\b|['’](?=[A-Z])\w+)*"  # didn’t, O’Neill, 15–25
    r"(?:\.(?:(?<=\b[A-Z]\.)|" + "|".join(rf"(?<=\b{word}\.)" for word in ABBREVIATIONS.split()) + "))?"
    r"|['’](?:s|re|ve|ll|d|m|S)\b|(?<=s)['’](?=\s\w)|''|``|--+|\.\.+|\S"
)
IS = re.compile(f"(?<=[{PRONOUN}{RELATIVE}]){GENITIVE}")  # he’s, who’s: a verb, no possessive
ALSO_NAMES = frozenset({PRONOUN, RELATIVE})  # in capitals: US, IT, WHO
DASHES = "-–—"
LINE_BREAK = frozenset("\n\r")
ENDINGS = {  # of words longer than four letters, the first that fits
    ("ly",): ADVERB,
    ("ing",): PARTICIPLE,
    ("ed",): VERB,
    ("ive", "ful", "ous", "ible", "able", "ical", "ish", "ian", "less", "ant"): ADJECTIVE,
}
AHEAD = 4  # empty words behind the last, so that looking ahead of a word needs no bounds


class TagOf(dict[str, str]):
    """Word → tag, filled as words are met; emptied when it has grown beyond `limit` words."""

    limit = 200_000

    def __missing__(self, word: str) -> str:
        if len(self) > self.limit:
            self.clear()
        tag = self[word] = guess(word)
        return tag


TAG_OF = TagOf()


@cache
def known() -> dict[str, str]:
    """Word of the closed classes, in small letters → its tag."""
    with (LEXICON / "words.csv").open(encoding="utf-8", newline="") as file:
        return {row["word"]: PARTS[row["part"]] for row in csv.DictReader(file)}


def guess(word: str) -> str:
    """The tag of one word out of context."""
    if word in MARKS:
        return MARKS[word]
    low = word.lower()
    tag = known().get(low)
    if tag and not (tag in ALSO_NAMES and len(word) > 1 and word.isupper()):
        return tag
    return by_opening(word) or by_ending(low)


def by_opening(word: str) -> str:
    """The tag that the first character gives: of a sign, a number, a name; '' for a small letter."""
    first = word[0]
    if not first.isalnum():
        return STOP if first == "." else DASH if first in DASHES else OTHER
    if first.isdigit():
        return NUMBER
    return NAME if first.isupper() else ""


def by_ending(low: str) -> str:
    """The tag that the last letters give; a noun where they give none."""
    if len(low) <= 4:
        return NOUN
    if "-" in low and low.endswith(("ing", "ed")):
        return ADJECTIVE
    return next((tag for endings, tag in ENDINGS.items() if low.endswith(endings)), NOUN)


class Tokens:
    """The words of `text`: `words`, their lower case `low`, `starts`, `ends` (code points) and `tags`.

    `low` and `tags` go on for a few empty words behind the last one. `sentences` are ranges of tokens; `paragraph[k]`
    is the number of sentence k's paragraph, `roles[k]` its role; `quotes` are ranges of quotations, marks included,
    and `quote_at` maps a token inside one to it.
    """

    def __init__(self, text: str, sentences: Iterable[Sentence]):
        self.text = text
        self.words: list[str] = TOKEN.findall(text)
        self.starts = starts_of(text, self.words)
        self.low = [*map(str.lower, self.words), *[""] * AHEAD]
        self.sentences, self.paragraph, self.roles = placed(text, self.starts, sentences)
        told = told_marks(text, self.words, self.starts) | told_names(text, self.starts)
        self.tags, self.quotes = tagged(self.words, self.paragraph_ends(), told)
        self.quote_at = {token: quote for quote in self.quotes for token in range(*quote)}

    @cached_property
    def ends(self) -> list[int]:
        """Where each word ends, in code points."""
        return [start + len(word) for start, word in zip(self.starts, self.words, strict=True)]

    def paragraph_ends(self) -> list[int]:
        """The token behind the last one of each paragraph."""
        following = [*self.paragraph[1:], None]
        pairs = zip(self.sentences, self.paragraph, following, strict=False)
        return [last for (_, last), number, after in pairs if number != after]


def tagged(words: Iterable[str], paragraph_ends: Iterable[int], told: Mapping[int, str]) -> tuple[str, list[Range]]:
    """The tags of words, and the quotations that they hold; `told` are tags that the sign alone does not tell."""
    tags = [TAG_OF[word] for word in words]
    for i, tag in told.items():
        tags[i] = tag
    quotes = pair_quotes(tags, paragraph_ends)
    return IS.sub(BE, "".join(tags)) + NONE * AHEAD, quotes


def starts_of(text: str, words: Iterable[str]) -> list[int]:
    """Where each word starts, in code points; nothing but white space lies between words."""
    starts, end, index = [], 0, text.index
    for word in words:
        start = index(word, end)
        starts.append(start)
        end = start + len(word)
    return starts


class Placed(NamedTuple):
    """Of the sentences that hold words: their ranges, the numbers of their paragraphs, their roles."""

    sentences: list[Range]
    paragraph: list[int]
    roles: list[str]


def placed(text: str, starts: Sequence[int], sentences: Iterable[Sentence]) -> Placed:
    """Where the sentences stand among words with these starts; a line break begins a paragraph."""
    made = Placed([], [], [])
    number, before = 0, 0
    for sentence in sentences:
        tokens = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        if tokens[0] < tokens[1]:
            number += not LINE_BREAK.isdisjoint(text[before : sentence.start])
            before = sentence.end
            made.sentences.append(tokens)
            made.paragraph.append(number)
            made.roles.append(sentence.role)
    return made
