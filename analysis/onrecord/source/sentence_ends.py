"""Whether a stop ends a sentence, judged by the word before and the words after.

A sentence ends at ``. ! ? …`` with the closing quote marks behind it, unless an abbreviation, an initial or what
follows says otherwise. The words that decide are data, ``sentence_words.csv``, in four classes:

    title    Mr, Gen: a name follows, never the end
    number   No, Sept: not the end before a digit
    other    Inc, Calif: the end only before a word that begins sentences
    starter  The, But: a word that begins sentences and no names
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

MARK = re.compile(r"[.!?…]+([\"'”’»)\]]*)")  # a stop, and the closing marks behind it

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_INITIALS = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_BEFORE_A_WORD = re.compile(r"[\s(\[\"“‘/—–-]")
_OPENING = "\"'“‘«([—–- *•"  # before the first word of a sentence
_ASKED = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){1,4}(?:said|says|asked|asks|added|adds|wrote|writes|tweeted|told|cried|shouted|yelled"
    r"|replied|continued|declared|exclaimed|joked|wondered)\b"
)
_LOOK = 40  # code points looked at before a mark, and half of those after it


def ends_sentence(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether `mark`, a match of MARK in `text` before `end` with white space behind it, ends a sentence."""
    after = text[mark.end() : min(mark.end() + 2 * _LOOK, end)].lstrip()
    words = after.lstrip(_OPENING)
    if not words:
        return False
    first = words[0]
    if first.isalpha() and not first.isupper():
        return not first.islower()  # a script without capitals
    if first.isnumeric() and not first.isdigit():
        return False  # ½
    return _closes(text, mark, after, words)


def _closes(text: str, mark: re.Match[str], after: str, words: str) -> bool:
    """Whether the mark ends a sentence before `words`, which may begin one; `after` has their opening marks too."""
    stop, closing = mark[0], mark[1]
    if closing == "]":  # an omission [...] may stand inside a sentence or between two
        return _begins_sentences(words)
    if stop[0] != "." or stop.startswith(".."):
        return not (closing and words == after and _ASKED.match(after))
    if closing:
        return closing != ")" or _class_before(text, mark.start()) not in ("title", "other", "initials")
    bullet = words != after and after[0] not in "\"“‘'("  # what follows is not the rest of a name
    return bullet or not _abbreviates(text, mark.start(), words)


def _abbreviates(text: str, at: int, words: str) -> bool:
    """Whether the full stop at `at`, before `words`, belongs to the word before it and ends no sentence."""
    kind = _class_before(text, at)
    if kind == "number":
        return words[0].isdigit()
    return kind == "title" or (kind in ("other", "initials") and not _begins_sentences(words))


def _begins_sentences(words: str) -> bool:
    first = _WORD.match(words)
    return first is not None and _classes().get(first[0]) == "starter"


def _class_before(text: str, at: int) -> str:
    """The class of the word before `at`, ``initials`` for single letters with stops between, '' for any other."""
    word = _BEFORE_A_WORD.split(text[max(0, at - _LOOK) : at])[-1]
    kind = "initials" if _INITIALS.fullmatch(word) else _classes().get(word, "")
    return "" if kind == "starter" else kind


@cache
def _classes() -> dict[str, str]:
    with Path(__file__).with_name("sentence_words.csv").open(encoding="utf-8", newline="") as file:
        return {row["word"]: row["class"] for row in csv.DictReader(file)}
