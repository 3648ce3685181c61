"""A judgement's likelihood and its confidence are separate fields and separate sentences (briefings, section 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from analysis.coding.reading import Coding
from analysis.coding.vocabularies import LIKELIHOOD_WORDS
from analysis.problems import Problem, problem

FILE = "judgements.csv"
CONFIDENCE = re.compile(r"\bconfiden(?:ce|t)\b", re.I)
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def likelihood_and_confidence_stand_apart(coding: Coding) -> Iterator[Problem]:
    """E-WORDING for a sentence of a judgement's text or reason that holds a likelihood word and confidence."""
    for number, row in coding.table("judgements"):
        for field in ("text", "reason"):
            for sentence in SENTENCE_END.split(row.__dict__.get(field) or ""):
                likelihood = LIKELIHOOD_WORDS.search(sentence)
                if likelihood and CONFIDENCE.search(sentence):
                    found = f"one sentence holds {likelihood[0]!r} and confidence: {sentence[:80]!r}"
                    remedy = "part them; likelihood, confidence and reason have fields of their own"
                    yield problem("E-WORDING", FILE, number, field, found=found, remedy=remedy)


def a_likelihood_has_its_confidence(coding: Coding) -> Iterator[Problem]:
    """E-WORDING for a likelihood without confidence, and for a confidence without its reason."""
    for number, row in coding.table("judgements"):
        given = row.__dict__
        if given.get("likelihood") and given.get("confidence", "") is None:
            found = f"likelihood {row.likelihood!r} without confidence"
            remedy = "say high, moderate or low in `confidence`, and why in `reason`"
            yield problem("E-WORDING", FILE, number, "confidence", found=found, remedy=remedy)
        elif given.get("confidence") and given.get("reason", "") is None:
            found, remedy = f"confidence {row.confidence!r} without its reason", "say why in `reason`"
            yield problem("E-WORDING", FILE, number, "reason", found=found, remedy=remedy)
