"""Where the content of an attribution starts and ends as it is printed, and whether it can be printed."""

from __future__ import annotations

import re

from onrecord.drafting.reading.quotations import Quoted
from onrecord.drafting.rows.between import end_of_cue, leaves_as_it_is
from onrecord.drafting.rows.placed import Placed
from onrecord.drafting.rows.spans import Span, trimmed, words_of

FEWEST = 2  # words of what is said; of a quotation, one
INFINITIVE = re.compile(r"(?:not )?to\b")
LEFT_OVER = re.compile(r"(?:that|to(?: do (?:so|this|that|it))?)\W*$")


def content_of(at: Placed) -> list[Span]:
    """The content's pieces, closed up to the cue where words between belong to what is said."""
    first, *others = (trimmed(at.text, piece) for piece in at.item.content)
    behind = end_of_cue(at)
    if takes_words_before(at, behind, first):
        first = trimmed(at.text, (behind, first[1]))[0], first[1]
    return [span for span in (first, *others) if span[0] < span[1]]


def takes_words_before(at: Placed, behind: int, first: Span) -> bool:
    """Whether words between the cue and the content found belong to it: an addressee, or what opens a clause."""
    if at.drafts == "addressee":
        return INFINITIVE.match(at.text[slice(*first)]) is not None
    return at.item.rule == "bare_clause" and not leaves_as_it_is(at.text[behind : first[0]])


def can_be_printed(text: str, quoted: Quoted) -> bool:
    """Whether the content makes sense as what is said: some words, brackets closed."""
    words = words_of(text, quoted.content)
    enough = len(re.findall(r"\w+", words)) >= (1 if quoted.type == "direct" else FEWEST)
    return enough and is_balanced(words) and not LEFT_OVER.match(words)


def is_balanced(words: str) -> bool:
    """Whether as many brackets are closed as are opened."""
    return all(words.count(opening) == words.count(closing) for opening, closing in ("()", "[]"))
