"""Words of an article, each with a guess at its part of speech as one letter.

The letters of a text make one string, so that phrases are found by string search. The guess knows the
closed classes (``lexicon/words.csv``), capitals and endings; it is wrong often, and rules that read it look
at what stands around a cue, not at every word.
"""

import csv
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path

LEXICON = Path(__file__).parents[1] / "lexicon"

LETTERS = {
    "determiner": "D",
    "possessive": "P",
    "pronoun": "o",
    "quantifier": "q",
    "time": "T",
    "adverb": "b",
    "be": "A",
    "have": "H",
    "modal": "M",
    "to": "t",
    "of": "f",
    "preposition": "i",
    "and": "c",
    "but": "B",
    "that": "h",
    "relative": "w",
    "wh": "r",
    "subordinator": "W",
    "verb": "v",
    "noun": "n",
    "adjective": "a",
}
NAME, NOUN, ADJECTIVE, NUMBER, ADVERB, VERB, PARTICIPLE = "NnaCbvg"
OPEN, CLOSE = "“”"
MARKS = {
    **dict.fromkeys(".!?…", "."),
    **dict.fromkeys(",;:()", ""),
    **dict.fromkeys(["—", "–", "―", "-", "--", "---", "−"], "-"),
    **dict.fromkeys(["“", "«", "„", "``"], OPEN),
    **dict.fromkeys(["”", "»"], CLOSE),
    **dict.fromkeys(['"', "''", "＂"], '"'),
    **dict.fromkeys(["'s", "’s", "'", "’"], "Z"),
    **dict.fromkeys("[{", "("),
    **dict.fromkeys("]}", ")"),
    **dict.fromkeys("$£€%#@&*+/=", NUMBER),
}
ABBREVIATIONS = (
    "Mr Ms Dr St Jr Sr Lt Mrs Sen Rep Gov Gen Col Maj Sgt Rev Hon Jan Feb Mar Apr Aug Oct Nov Dec Capt Prof Sept"
)
TOKEN = re.compile(
    r"\w+(?:[-.&@]\w+|['’]t\b|['’](?=[A-Z])\w+)*"  # words, didn’t, O’Neill
    r"(?:\.(?:(?<=\b[A-Z]\.)|" + "|".join(rf"(?<=\b{word}\.)" for word in ABBREVIATIONS.split()) + "))?"
    r"|['’](?:s|re|ve|ll|d|m|S)\b|(?<=s)['’](?=\s\w)|''|``|--+|\.\.+|\S"
)


IS = re.compile("(?<=[ow])Z")  # he’s, who’s: a verb, no possessive


class Letters(dict):
    """Word → letter, filled as words are met; emptied when it has grown beyond `limit` words."""

    limit = 200_000

    def __missing__(self, word: str) -> str:
        if len(self) > self.limit:
            self.clear()
        letter = self[word] = guess(word)
        return letter


@cache
def known() -> dict[str, str]:
    with (LEXICON / "words.csv").open(encoding="utf-8", newline="") as file:
        return {row["word"]: LETTERS[row["part"]] for row in csv.DictReader(file)}


def guess(word: str) -> str:
    """The letter of one word out of context."""
    if word in MARKS:
        return MARKS[word] or word
    low = word.lower()
    if low in known() and not (len(word) > 1 and word.isupper() and known()[low] in "ow"):  # US, IT, WHO
        return known()[low]
    if not word[0].isalnum():
        return "." if word[0] == "." else "-" if word[0] in "-–—" else "y"
    if word[0].isdigit():
        return NUMBER
    if word[0].isupper():
        return NAME
    return by_ending(low)


def by_ending(low: str) -> str:
    if len(low) > 4:
        if low.endswith("ly"):
            return ADVERB
        if low.endswith(("ing", "ed")) and "-" in low:
            return ADJECTIVE
        if low.endswith("ing"):
            return PARTICIPLE
        if low.endswith("ed"):
            return VERB
        if low.endswith(("ive", "ful", "ous", "ible", "able", "ical", "ish", "ian", "less", "ant")):
            return ADJECTIVE
    return NOUN


LETTER_OF = Letters()


class Tokens:
    """The words of `text`: `words`, their lower case `low`, `starts`, `ends` (code points) and letters `tags`.

    `sentences` are token ranges (first, after last); `paragraph[k]` is the number of sentence k's paragraph;
    `quotes` are token ranges of quotations, marks included, and `quote_at` maps a token inside one to it.
    """

    def __init__(self, text: str, sentences: Sequence):
        self.text = text
        self.words = TOKEN.findall(text)
        self.starts, end = [], 0
        index, keep = text.index, self.starts.append
        for word in self.words:  # nothing but white space lies between words
            start = index(word, end)
            keep(start)
            end = start + len(word)
        self.low = list(map(str.lower, self.words))
        letters = list(map(LETTER_OF.__getitem__, self.words))
        self.sentences, self.paragraph, self.roles = [], [], []
        self.place(sentences)
        self.quotes, self.quote_at = [], {}
        self.find_quotes(letters)
        self.tags = IS.sub("A", "".join(letters))

    @cached_property
    def ends(self) -> list[int]:
        """Where each word ends, in code points."""
        return [start + len(word) for start, word in zip(self.starts, self.words, strict=True)]

    def place(self, sentences: Sequence) -> None:
        """Token range, paragraph and role of each sentence."""
        number, before = 0, 0
        for sentence in sentences:
            first, last = bisect_left(self.starts, sentence.start), bisect_left(self.starts, sentence.end)
            if first == last:
                continue
            number += "\n" in self.text[before : sentence.start] or "\r" in self.text[before : sentence.start]
            self.sentences.append((first, last))
            self.paragraph.append(number)
            self.roles.append(sentence.role)
            before = sentence.end

    def find_quotes(self, letters: list[str]) -> None:
        """Pair the quote marks paragraph by paragraph; straight marks open and close in turn.

        A quotation that is not closed runs to the end of its paragraph.
        """
        marks = [found.start() for found in re.finditer('["“”]', "".join(letters))]
        at = 0
        for _, last in self.paragraph_ranges():
            opened = None
            while at < len(marks) and marks[at] < last:
                i = marks[at]
                at += 1
                if letters[i] == '"':
                    letters[i] = OPEN if opened is None else CLOSE
                if letters[i] == OPEN and opened is None:
                    opened = i
                elif letters[i] == CLOSE and opened is not None:
                    self.add_quote(opened, i + 1)
                    opened = None
            if opened is not None:
                self.add_quote(opened, last)

    def paragraph_ranges(self) -> Iterator[tuple[int, int]]:
        """Token range of each paragraph."""
        first = 0
        for k, (_, last) in enumerate(self.sentences):
            if k + 1 == len(self.sentences) or self.paragraph[k + 1] != self.paragraph[k]:
                yield first, last
                first = last

    def add_quote(self, first: int, last: int) -> None:
        self.quotes.append((first, last))
        self.quote_at.update(dict.fromkeys(range(first, last), (first, last)))
