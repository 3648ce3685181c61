"""Where the content of an attribution starts and ends as it is printed, and whether it can be printed."""

from __future__ import annotations

import re

from onrecord.drafting.finding.attributions import Attribution
from onrecord.drafting.reading.quotations import Quoted
from onrecord.drafting.rows.between import leaves_as_it_is
from onrecord.drafting.rows.regions import trimmed

Span = tuple[int, int]
FEWEST = 2  # words of what is said; of a quotation, one
LEFT_OVER = re.compile(r"(?:that|to)\W*$")


def content_of(text: str, item: Attribution) -> list[Span]:
    """The content's pieces, closed up to the cue where words between belong to what is said."""
    first, *others = (trimmed(text, *piece) for piece in item.content)
    behind = end_of_cue(item)
    if takes_words_before(text, item, behind, first):
        first = trimmed(text, behind, first[1])[0], first[1]
    return [span for span in (first, *others) if span[0] < span[1]]


def end_of_cue(item: Attribution) -> int:
    """Where the cue ends, with the source where that stands behind it."""
    end = item.cue[-1][1]
    return item.source[-1][1] if item.source and item.source[0][0] >= end else end


def takes_words_before(text: str, item: Attribution, behind: int, first: Span) -> bool:
    """Whether words between the cue and the content found belong to it: an addressee, or what opens a clause."""
    if item.rule == "addressee_clause":
        return re.match(r"(?:not )?to\b", text[slice(*first)]) is not None
    return item.rule == "bare_clause" and not leaves_as_it_is(text[behind : first[0]])


def can_be_printed(text: str, quoted: Quoted) -> bool:
    """Whether the content makes sense as what is said: some words, brackets closed."""
    words = " ".join(text[start:end] for start, end in quoted.content)
    balanced = all(words.count(a) == words.count(b) for a, b in ("()", "[]"))
    enough = len(re.findall(r"\w+", words)) >= (1 if quoted.type == "direct" else FEWEST)
    return bool(quoted.content) and balanced and enough and not LEFT_OVER.match(words)
