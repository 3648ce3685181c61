"""The cue of a statement: its words in the article, and the verb that they make after a speaker's name."""

from __future__ import annotations

import pandas as pd

from onrecord.coding.case import Case
from onrecord.english.verbs import past_of, verb_of
from onrecord.wording.quoting import span_words

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
    verb = finite(first) if verb_of(first) else None
    return verb and f"{verb} {rest}"


def _finite(word: str, surely: bool) -> str | None:
    if not word.isalpha():
        return None
    if word.endswith("ing"):
        return past_of(word) or word.removesuffix("ing") + "ed"
    if word.endswith(("ed", "s")) or word == past_of(word):
        return word
    verb = verb_of(word)
    return verb.past if verb and (surely or not verb.noun) else None
