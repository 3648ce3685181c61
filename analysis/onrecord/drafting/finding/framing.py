"""Sentences that tell what somebody says, or is said, by their words alone: the publisher does not assert them.

A rule may miss such a sentence (`The daily Z reported heavy losses`); then it is nobody's statement in the draft, and
the note on what was left out names it.
"""

# ruff: noqa: SIM905
from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord.drafting.finding.clause import voice_of
from onrecord.drafting.finding.cues import forms, lexicon
from onrecord.drafting.finding.phrases import verb_group_start
from onrecord.drafting.reading.tokens import Tokens

FRAMES = frozenset(["say", "tell", "quote", "clause", "as"])
MORE = frozenset(["call", "label", "term", "dub", "brand"])
# Cues of speech before `that`, or in a frame that a rule checks; alone they mostly tell of something else.
EVERYDAY = frozenset(
    (
        "attack begin bet cast challenge contest continue cry decide demonstrate determine discover feel fight find "
        "forget highlight hit judge know lash laugh learn notice paint pan post pray project push rail rally read "
        "reason relate remember repeat request resist rule savage seize sense show shrug sigh signal smile snap speak "
        "trash understand vent view vote"
    ).split()
)
HEARSAY = frozenset("reportedly allegedly purportedly supposedly rumoured rumored according".split())


@cache
def reporting() -> frozenset[str]:
    """Forms of the lexicon's verbs of reporting, accusing and naming."""
    return frozenset(
        form
        for cue in lexicon()
        if cue.part == "v" and cue.lemma not in EVERYDAY and " " not in cue.lemma
        if cue.frames & FRAMES or cue.cue_class != "neutral" or cue.lemma in MORE
        for form in cue.forms
    )


def framed(t: Tokens) -> Iterator[int]:
    """Where the sentences start, in code points, that hold such a word outside quotation marks."""
    for first, last in t.sentences:
        if any(is_frame(t, first, i) for i in range(first, last)):
            yield t.starts[first]


def is_frame(t: Tokens, first: int, i: int) -> bool:
    word = t.low[i]
    form = forms().get(word)
    before_that = form is not None and form.verb is not None and t.low[i + 1 : i + 2] == ["that"]
    if i in t.quote_at or not (before_that or word in reporting() or word in HEARSAY):
        return False
    if word in HEARSAY:
        return word != "according" or t.low[i + 1 : i + 2] == ["to"]
    if i > first and not t.words[i][0].islower():  # a name
        return False
    if form is None:
        return False
    after_name = i > first and t.tags[i - 1] == "N"  # The Guardian describe the ruling as …
    plain = after_name and form.noun is None and t.tags[i + 1 : i + 2] in tuple("DPho")
    return plain or bool(voice_of(t, form, first, verb_group_start(t, first, i), i))
