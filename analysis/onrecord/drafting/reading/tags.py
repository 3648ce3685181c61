"""The tags of words: a guess at the part of speech as one letter, and what classes of them are for in grammar.

This is the only place that knows the letters. The tags of an article make one string, so that phrases are found by
string search; classes are sets of tags, and `one_of` makes a pattern of one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

Tags = frozenset[str]

DETERMINER, POSSESSIVE, PRONOUN, QUANTIFIER = "D", "P", "o", "q"
NAME, NOUN, ADJECTIVE, NUMBER, TIME = "N", "n", "a", "C", "T"
BE, HAVE, MODAL, VERB, PARTICIPLE, ADVERB = "A", "H", "M", "v", "g", "b"
TO, OF, PREPOSITION = "t", "f", "i"
AND, BUT, SUBORDINATOR = "c", "B", "W"  # `and` is or, nor and & as well; a subordinator is while, as, because …
THAT, RELATIVE, WH = "h", "w", "r"
GENITIVE, OTHER = "Z", "y"  # ’s, or the apostrophe alone; a sign of no kind
STOP, COMMA, SEMICOLON, COLON, DASH = ".", ",", ";", ":", "-"
BRACKET, CLOSING_BRACKET = "(", ")"
STRAIGHT, OPEN, CLOSE = '"', "“", "”"  # quote marks; a straight one is paired, and becomes one of the others
NONE = " "  # behind the last word of a text

PARTS = {  # the parts of speech of ``lexicon/words.csv``
    "determiner": DETERMINER,
    "possessive": POSSESSIVE,
    "pronoun": PRONOUN,
    "quantifier": QUANTIFIER,
    "time": TIME,
    "adverb": ADVERB,
    "be": BE,
    "have": HAVE,
    "modal": MODAL,
    "to": TO,
    "of": OF,
    "preposition": PREPOSITION,
    "and": AND,
    "but": BUT,
    "that": THAT,
    "relative": RELATIVE,
    "wh": WH,
    "subordinator": SUBORDINATOR,
    "verb": VERB,
    "noun": NOUN,
    "adjective": ADJECTIVE,
}
MARKS = {  # signs that are words of their own
    **dict.fromkeys(".!?…", STOP),
    ",": COMMA,
    ";": SEMICOLON,
    ":": COLON,
    **dict.fromkeys(["—", "–", "―", "-", "--", "---", "−"], DASH),
    **dict.fromkeys(["“", "«", "„", "``", "‹", "「", "『", "‟", "❝"], OPEN),
    **dict.fromkeys(["”", "»", "›", "」", "』", "❞"], CLOSE),
    **dict.fromkeys(['"', "''", "＂"], STRAIGHT),
    **dict.fromkeys(["'s", "’s", "'", "’"], GENITIVE),
    **dict.fromkeys("([{", BRACKET),
    **dict.fromkeys(")]}", CLOSING_BRACKET),
    **dict.fromkeys("$£€%#@&*+/=", NUMBER),
}

# Verbs
AUXILIARY: Tags = frozenset({BE, HAVE, MODAL})
FINITE = AUXILIARY | {VERB}
VERB_GROUP = AUXILIARY | {ADVERB}  # what stands before the verb in its group
CLAUSE_SIGN = FINITE | {PRONOUN}  # a clause has one of them; a noun phrase seldom
SMALL_CLAUSE: Tags = frozenset({PRONOUN, VERB})  # he, saw: of a clause inside a noun phrase

# Nouns
HEAD: Tags = frozenset({NAME, NOUN})  # what a noun phrase turns on
ARTICLE: Tags = frozenset({DETERMINER, POSSESSIVE})  # what opens a noun phrase and is none
AMOUNT: Tags = frozenset({NUMBER, QUANTIFIER})
NOMINAL = HEAD | ARTICLE | AMOUNT | {ADJECTIVE}  # the words of a simple noun phrase
LINKED_NOMINAL = NOMINAL | {OF, GENITIVE}  # … with `of` and ’s
PHRASE_OPENER = ARTICLE | {PRONOUN}  # opens a noun phrase surely, or is one
REFERRING = NOMINAL | {PRONOUN}
PHRASE_END = HEAD | AMOUNT | {PRONOUN, TIME, CLOSING_BRACKET}  # the last word of a noun phrase

# What links clauses and phrases
CONJUNCTION: Tags = frozenset({AND, BUT})
COMPLEMENTIZER: Tags = frozenset({THAT, RELATIVE, WH})  # opens a clause that belongs to the word before it
PREPOSED: Tags = frozenset({PREPOSITION, OF})
CIRCUMSTANCE: Tags = frozenset({ADVERB, PREPOSITION, TIME})  # opens a time, a place, a manner

# Marks
QUOTE_MARK: Tags = frozenset({OPEN, CLOSE})
INSERTING: Tags = frozenset({COMMA, DASH})  # the marks around an insertion
SENTENCE_MARK: Tags = frozenset({STOP, SEMICOLON})
PAUSE = INSERTING | SENTENCE_MARK | {COLON}  # any mark between words but brackets and quote marks


def one_of(tags: Iterable[str]) -> re.Pattern[str]:
    """A pattern for one of these tags."""
    return re.compile("[" + "".join(map(re.escape, sorted(tags))) + "]")


def skip(tags: str, i: int, end: int, wanted: Tags) -> int:
    """The first position from `i` on whose tag is none of `wanted`, at most `end`."""
    while i < end and tags[i] in wanted:
        i += 1
    return i


def skip_left(tags: str, i: int, low: int, wanted: Tags) -> int:
    """Where the run of `wanted` tags starts that ends before `i`, at least `low`; `i` where there is none."""
    while i > low and tags[i - 1] in wanted:
        i -= 1
    return i
