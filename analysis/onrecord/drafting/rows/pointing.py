"""Contents that open with words that point at something in another sentence, which a row by itself cannot show."""

from __future__ import annotations

import re

from onrecord.drafting.lexicon import any_of
from onrecord.drafting.rows.placed import Placed

PERIOD = r"(?:year|month|week|weekend|day|morning|afternoon|evening|night|summer|winter|spring|autumn|fall|season)\b"
PLURAL = re.compile(r"\W*(?:they|(?:these|those)\s+(?:are|were|have|had|will|would|should|can))\b", re.I)
DEMONSTRATIVE = re.compile(
    rf"\W*(?:(?:only|even|all)\s+)?"
    rf"(?:this(?! {PERIOD})|these|those(?! (?:who|whose|in|with|at|of|from|on|\w+ed|\w+ing)\b))\b"
    rf"|\W*(?:by|at|since|in|after|before|during|for|from|until|under) (?:this|that|these|those)\b(?! {PERIOD})"
    r"|\W*both(?! of)(?:(?!\band\b)[^,.;:]){0,40}?\b(?:have|had|were|are|will|would|can|could)\b",
    re.I,
)
NOUN_AND_VERB = re.compile(  # behind a `that` which so is no conjunction: estimates that number is closer to 40,000
    rf"{any_of('counted')} (?:is|was|has|had|will|would|could|should|may|might|can|does|did|needs?|remains?)\b"
)
IT = re.compile(r"\W*it\b", re.I)
OF_NOTHING = re.compile(  # what follows an `it` that stands for the clause behind it, or for the weather
    r"\W*it (?:rain|snow|hail|pour)\w*\b"
    r"|\W*it(?:['’]s| (?:\w+ ){0,2}?(?:is|was|be|been|seem\w*|appear\w*|take\w*|took|require\w*|remain\w*|bec[ao]me\w*"
    r"|ma[kd]e\w*|felt|feels?))\b[^.;:]{0,60}?"
    r"\b(?:that|to|for|if|when|whether|how|why|what|who|because|as though|like|time|late|early|cold|hot|dark"
    r"|raining|snowing|unclear|possible)\b",
    re.I,
)
OWNED_BEFORE = re.compile(r"\W*(?:its|their)\b", re.I)


def points_away(at: Placed, called_it: bool) -> bool:
    """Whether reported words open with this, both, it or its, for what another sentence names.

    `called_it`: the speaker is one that is called `it` itself. What is quoted as a whole stays as it is.
    """
    if at.drafts != "clause" or not at.item.content or at.item.quote_type == "direct":
        return False
    start = at.content.start
    away = DEMONSTRATIVE.match(at.text, start) or (
        at.item.rule == "that_clause" and NOUN_AND_VERB.match(at.text, start)
    )
    return bool(away) or it_points_away(at, start, called_it)


def it_points_away(at: Placed, start: int, called_it: bool) -> bool:
    """Whether an `it` or `its` that opens what is said means another than its speaker, and not nothing."""
    before_cue = start < min(at.cue.start, at.source.start)
    if before_cue and OWNED_BEFORE.match(at.text, start):
        return True
    it = IT.match(at.text, start)
    return it is not None and (before_cue or not called_it) and not OF_NOTHING.match(at.text, start)
