"""A judgement's likelihood and its confidence are separate fields and separate sentences (briefings, section 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.coding.reading import Coding
from onrecord.coding.vocabularies import LIKELIHOOD_WORDS
from onrecord.problems import Problem, problem

FILE = "judgements.csv"
CONFIDENCE = re.compile(r"\bconfiden(?:ce|t)\b", re.I)
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def no_text_speaks_of_likelihood(coding: Coding) -> Iterator[Problem]:
    """E-WORDING for a word of likelihood in a text: a judgement's is printed from its field, others have none."""
    for number, row in coding.table("judgements"):
        kind, word = row.__dict__.get("kind"), LIKELIHOOD_WORDS.search(row.__dict__.get("text") or "")
        if not (kind and word):
            continue
        found = f"the text holds the word of likelihood {word[0]!r}"
        remedy = f"a {kind} is printed without one: say it in other words, or make a judgement of it"
        if kind == "judgement":
            given = row.__dict__.get("likelihood")
            found += f", the field `likelihood` {given!r}" if given and given != word[0].lower() else ""
            remedy = "say it in `likelihood` only, which is printed as a sentence of its own"
        yield problem("E-WORDING", FILE, number, "text", found=found, remedy=remedy)


def only_a_judgement_has_a_likelihood(coding: Coding) -> Iterator[Problem]:
    """E-WORDING for a bottom line or a gap with a likelihood, which would not be printed."""
    for number, row in coding.table("judgements"):
        kind, given = row.__dict__.get("kind"), row.__dict__.get("likelihood")
        if given and kind and kind != "judgement":
            found, remedy = f"a {kind} with the likelihood {given!r}", "leave it empty, or make a judgement of the row"
            yield problem("E-WORDING", FILE, number, "likelihood", found=found, remedy=remedy)


def a_reason_speaks_of_one_of_them(coding: Coding) -> Iterator[Problem]:
    """E-WORDING for a sentence of a reason that holds a word of likelihood and confidence."""
    for number, row in coding.table("judgements"):
        for sentence in SENTENCE_END.split(row.__dict__.get("reason") or ""):
            likelihood = LIKELIHOOD_WORDS.search(sentence)
            if likelihood and CONFIDENCE.search(sentence):
                found = f"one sentence holds {likelihood[0]!r} and confidence: {sentence[:80]!r}"
                remedy = "part them; likelihood, confidence and reason have fields of their own"
                yield problem("E-WORDING", FILE, number, "reason", found=found, remedy=remedy)


def a_likelihood_has_its_confidence(coding: Coding) -> Iterator[Problem]:
    """E-WORDING for a judgement's likelihood without confidence, and for a confidence without its reason."""
    for number, row in coding.table("judgements"):
        given = row.__dict__
        likely = given.get("kind") == "judgement" and given.get("likelihood")
        if likely and given.get("confidence", "") is None:
            found = f"likelihood {row.likelihood!r} without confidence"
            remedy = "say high, moderate or low in `confidence`, and why in `reason`"
            yield problem("E-WORDING", FILE, number, "confidence", found=found, remedy=remedy)
        elif given.get("confidence") and given.get("reason", "") is None:
            found, remedy = f"confidence {row.confidence!r} without its reason", "say why in `reason`"
            yield problem("E-WORDING", FILE, number, "reason", found=found, remedy=remedy)


def a_bottom_line_rests_on_rows(coding: Coding) -> Iterator[Problem]:
    """E-EMPTY or E-VALUE for a bottom line whose evidence names no coded row: it is printed as a cited sentence."""
    uncoded = coding.ids.get("sentences", set()) | coding.ids.get("notes", set())
    for number, row in coding.table("judgements"):
        evidence = row.__dict__.get("evidence")
        if row.__dict__.get("kind") != "bottom_line" or evidence is None:
            continue
        if not evidence:
            remedy = "name the rows that the bottom line rests on, st-04|p-02"
            yield problem("E-EMPTY", FILE, number, "evidence", remedy=remedy)
        elif uncoded.issuperset(evidence):
            remedy = "a bottom line rests on statements, positions, events, relations or tensions too"
            found, expected = "|".join(evidence), "a coded row"
            yield problem("E-VALUE", FILE, number, "evidence", found=found, expected=expected, remedy=remedy)
