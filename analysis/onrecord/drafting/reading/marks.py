"""Quote marks that are told by how an article uses them: single ones, and those of other languages."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from onrecord.drafting.reading.tags import CLOSE, OPEN, STRAIGHT

SINGLE = re.compile(  # ‘…’ or '…', from a blank to a blank, with apostrophes between letters inside
    r"(?<![\w’'“”\"])(?:‘(?=\S)(?:[^‘’\n]|’(?=\w)|(?<=s)’(?= \w)){1,1500}?[,.?!…]’|‘(?=\S)(?:[^‘’\n]|’(?=\w)){1,1500}?’"
    r"|'(?=\w)(?:[^'\n]|(?<=\w)'(?=\w)){1,1500}?[,.?!…]')(?![\w])"
)
DOUBLE = re.compile('[“”"„«»]')


def told_marks(text: str, words: Sequence[str], starts: Sequence[int]) -> dict[int, str]:
    """Token → tag, for the marks of an article whose tag their sign alone does not tell."""
    found = dict(pointing_in(text, words))
    if "‘" in text or " '" in text or "\n'" in text or text.startswith("'"):
        for start, end in singles(text):
            first, last = bisect_left(starts, start), bisect_left(starts, end - 1)
            if first < last < len(words) and starts[first] == start and starts[last] == end - 1:
                found[first], found[last] = OPEN, CLOSE
    return found


def singles(text: str) -> Iterator[tuple[int, int]]:
    """The quotations in single marks that stand in no others; of three words, or closed behind a mark."""
    for match in SINGLE.finditer(text):
        line = text.rfind("\n", 0, match.start()) + 1
        if len(DOUBLE.findall(text, line, match.start())) % 2 == 0:
            yield match.span()


def pointing_in(text: str, words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The tags of marks that point inwards (»…«), close low ones („…“), or open and close alike (”…”)."""
    if "»" in text and 0 <= text.find("»") < (text.find("«") % (len(text) + 1)):
        swapped = {"»": OPEN, "«": CLOSE} if "«" in text else {"»": STRAIGHT}
        yield from ((i, swapped[word]) for i, word in enumerate(words) if word in swapped)
    if "„" in text and "”" not in text:
        yield from ((i, CLOSE) for i, word in enumerate(words) if word == "“")
    if "”" in text and not any(mark in text for mark in "“„‟"):
        yield from ((i, STRAIGHT) for i, word in enumerate(words) if word == "”")
