"""The cue of a statement: its words in the article, and the verb that they make after a speaker's name."""

from __future__ import annotations

import pandas as pd

from onrecord.coding.case import Case
from onrecord.drafting.finding.cues import PAST, forms
from onrecord.wording.quoting import span_words

_IRREGULAR = {
    "saying": "said", "telling": "told", "writing": "wrote", "denying": "denied", "speaking": "spoke",
    "swearing": "swore", "replying": "replied", "implying": "implied", "putting": "put", "reading": "read",
    "thinking": "thought", "making": "made", "holding": "held", "seeing": "saw", "admitting": "admitted",
}  # fmt: skip
# The content names no one told.
_WITHOUT_ADDRESSEE = {"told": "said", "tells": "says", "tell": "said", "telling": "said"}


def cue_words(case: Case, statement: str) -> str:
    """The cue as the article writes it; that of the statement it continues where it shares one."""
    return span_words(case, _with_cue(case, statement), "cue", " ")


def _with_cue(case: Case, statement: str) -> str:
    """The statement that has the cue: this one, or the first of those that it continues that has one."""
    rows, seen = case.statements, {statement}
    while pd.isna(rows.at[statement, "cue_text"]):
        before = rows.at[statement, "continues"]
        if pd.isna(before) or before in seen:
            return statement
        seen.add(before)
        statement = before
    return statement


def finite(cue: str, surely: bool = False) -> str | None:
    """The cue as a finite verb ("accusing" → "accused"), or None where it is none that can be used as such.

    `surely`: a form that is a noun as well ("fear") is known to be a verb here.
    """
    first, _, rest = cue.casefold().partition(" ")
    if not rest:
        return _finite(_WITHOUT_ADDRESSEE.get(first, first), surely)
    known = forms().get(first)
    verb = finite(first) if known and known.verb else None
    return verb and f"{verb} {rest}"


def _finite(word: str, surely: bool) -> str | None:
    if not word.isalpha():
        return None
    if word.endswith("ing"):
        return _IRREGULAR.get(word, word.removesuffix("ing") + "ed")
    if word.endswith(("ed", "s")) or word in _IRREGULAR.values():
        return word
    known = forms().get(word)
    return known.verb.forms[PAST] if known and known.verb and (surely or not known.noun) else None
