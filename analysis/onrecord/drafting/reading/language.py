"""Whether a text is English, by its share of the commonest English words.

No detector with a model: the question is one language against all others, and the words that hold English
together make up a third of any English article and next to none of one in another language.
"""

# ruff: noqa: SIM905
from __future__ import annotations

import re

COMMON = frozenset(
    (
        "the of and to that for with it its on was were is are be been has have had not this from by as "
        "at which who will would said says but they their his her he she we you there about after when "
        "more than or an"
    ).split()
)
SHARE = 0.18  # of the words; English news has .30 to .45, Dutch and German below .12
ENOUGH = 12  # words below which a share says nothing
WORD = re.compile(r"[^\W\d_]+")
LOOKED_AT = 50_000  # code points


def is_english(text: str) -> bool:
    """Whether the text is English, or too short to tell and written in Latin letters."""
    words = WORD.findall(text[:LOOKED_AT].lower())
    if not words:
        return True  # numbers and signs: nothing to draft, nothing to refuse
    if sum(word.isascii() for word in words) < 0.5 * len(words):
        return False
    return len(words) < ENOUGH or sum(word in COMMON for word in words) >= SHARE * len(words)
