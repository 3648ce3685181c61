"""When, and how often, something was said, by the words beside its cue."""

from __future__ import annotations

import datetime
import re

from onrecord.drafting.lexicon import any_of
from onrecord.drafting.rows.dates import Dated, at_the_head, said_when
from onrecord.drafting.rows.placed import Placed
from onrecord.drafting.rows.spans import Span

REPEATEDLY = re.compile(rf"\b{any_of('repeated')}\b", re.IGNORECASE)
PERFECT = re.compile(r"\b(?:has|have|had|[’']ve)\b", re.IGNORECASE)
VERB_GROUP = 40  # code points before a cue in which its verb group stands


def date_of(at: Placed, end: int, published: datetime.date | None) -> Dated | None:
    """The time expression beside the cue, before `end` and outside the content, that tells when it was said."""
    if not at.item.source:
        return None
    behind = max(at.item.source[-1][1], at.item.cue[-1][1])
    found = said_when(at.text, behind, between(at), end, published) or said_at_the_head(at, published)
    return None if found and at.in_content(found.span[0]) else found


def said_at_the_head(at: Placed, published: datetime.date | None) -> Dated | None:
    """The time that opens the sentence, where the source follows and speaks at once: `On Friday, the mayor said`."""
    speaks_next = at.sentence.start < at.source.start < at.cue.start <= at.content.start
    return at_the_head(at.text, at.sentence.start, at.source.start, published) if speaks_next else None


def between(at: Placed) -> Span:
    """What stands between source and cue, whichever comes first."""
    source, cue = at.item.source[-1], at.item.cue[-1]
    return (source[1], cue[0]) if source[1] <= cue[0] else (cue[1], source[0])


def verb_group(at: Placed) -> str:
    """The words before the cue that belong to it."""
    cue, source = at.cue.start, at.item.source
    start = source[-1][1] if source and source[-1][1] <= cue else cue
    return at.text[max(start, cue - VERB_GROUP) : cue]


def time_said(at: Placed) -> str:
    """The codebook's word for when it was said, where no time expression tells."""
    group = verb_group(at)
    if REPEATEDLY.search(group) or PERFECT.search(group):
        return "vague_past"
    return "vague_present" if at.cue_words.endswith("s") and at.drafts != "concern" else "not_stated"


def frequency(at: Placed) -> str:
    """The codebook's word for how often it was said."""
    group = verb_group(at)
    if REPEATEDLY.search(group):
        return "repeated"
    return "unspecified" if at.drafts == "concern" or PERFECT.search(group) else "once"
