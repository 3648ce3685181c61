"""A judgement's likelihood and its confidence are separate fields and separate sentences (notebooks/README.md).

A field that could not be read is taken for an empty one: what is wrong with the others is said all the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.coding.checks.rule import Breaches, rule
from onrecord.coding.reading import Coding
from onrecord.coding.tables import Judgement
from onrecord.coding.vocabularies import LIKELIHOOD_WORDS
from onrecord.problems import Problem, problem

_CONFIDENCE = re.compile(r"\bconfiden(?:ce|t)\b", re.I)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_PARTED = "part them; likelihood, confidence and reason have fields of their own"


@rule("E-WORDING", Judgement)
def no_text_speaks_of_likelihood(coding: Coding, row: Judgement) -> Breaches:
    """No text holds a word of likelihood: a judgement's is printed from its field, others have none."""
    if word := LIKELIHOOD_WORDS.search(row.text):
        found = f"the text holds the word of likelihood {word[0]!r}"
        if row.kind != "judgement":
            remedy = f"a {row.kind} is printed without one: say it in other words, or make a judgement of it"
            yield "text", found, remedy
            return
        given = row.read("likelihood")
        also = f", the field `likelihood` {given!r}" if given not in (None, word[0].lower()) else ""
        yield "text", found + also, "say it in `likelihood` only, which is printed as a sentence of its own"


@rule("E-WORDING", Judgement)
def only_a_judgement_has_a_likelihood(coding: Coding, row: Judgement) -> Breaches:
    """A bottom line or a gap has no likelihood, which would not be printed."""
    if row.likelihood and row.kind != "judgement":
        found = f"a {row.kind} with the likelihood {row.likelihood!r}"
        yield "likelihood", found, "leave it empty, or make a judgement of the row"


@rule("E-WORDING", Judgement)
def a_reason_speaks_of_one_of_them(coding: Coding, row: Judgement) -> Breaches:
    """No sentence of a reason holds a word of likelihood and confidence."""
    for sentence in _SENTENCE_END.split(row.reason or ""):
        likelihood = LIKELIHOOD_WORDS.search(sentence)
        if likelihood and _CONFIDENCE.search(sentence):
            yield "reason", f"one sentence holds {likelihood[0]!r} and confidence: {sentence[:80]!r}", _PARTED


@rule("E-WORDING", Judgement)
def a_likelihood_has_its_confidence(coding: Coding, row: Judgement) -> Breaches:
    """A judgement's likelihood has its confidence, and a confidence its reason."""
    likelihood, confidence = row.read("likelihood"), row.confidence
    if confidence:
        if row.reason is None:
            yield "reason", f"confidence {confidence!r} without its reason", "say why in `reason`"
    elif likelihood and row.kind == "judgement":
        remedy = "say high, moderate or low in `confidence`, and why in `reason`"
        yield "confidence", f"likelihood {likelihood!r} without confidence", remedy


def a_bottom_line_rests_on_rows(coding: Coding) -> Iterator[Problem]:
    """E-EMPTY or E-VALUE for a bottom line whose evidence names no coded row: it is printed as a cited sentence."""
    uncoded = coding.ids.get("sentences", set()) | coding.ids.get("notes", set())
    for number, row in coding.table("judgements"):
        if row.has("kind", "evidence") and row.kind == "bottom_line" and uncoded.issuperset(row.evidence):
            yield _rests_on_nothing(number, row.evidence)


def _rests_on_nothing(number: int, evidence: tuple[str, ...]) -> Problem:
    place = ("judgements.csv", number, "evidence")
    if not evidence:
        return problem("E-EMPTY", *place, remedy="name the rows that the bottom line rests on, st-04|p-02")
    remedy = "a bottom line rests on statements, positions, events, relations or tensions too"
    return problem("E-VALUE", *place, found="|".join(evidence), expected="a coded row", remedy=remedy)
