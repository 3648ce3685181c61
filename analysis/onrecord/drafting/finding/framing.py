"""Sentences that tell what somebody says, or is said, by their words alone: the publisher does not assert them.

A rule may miss such a sentence (`The daily Z reported heavy losses`); then it is nobody's statement in the draft, and
the note on what was left out names it.
"""

# ruff: noqa: SIM905
from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord.drafting.finding.cues import ACCORDING, Form, forms, lexicon
from onrecord.drafting.finding.phrases import verb_group_start
from onrecord.drafting.finding.voice import voice_of
from onrecord.drafting.reading.tags import NAME, PHRASE_OPENER, THAT
from onrecord.drafting.reading.tokens import Tokens

REPORTING_FRAMES = frozenset(["say", "tell", "quote", "clause", "as"])
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
OBJECT_OR_CLAUSE = PHRASE_OPENER | {THAT}
HEARSAY = frozenset("reportedly allegedly purportedly supposedly rumoured rumored according".split())


@cache
def reporting() -> frozenset[str]:
    """Forms of the lexicon's verbs of reporting, accusing and naming."""
    return frozenset(
        form
        for cue in lexicon()
        if cue.part == "v" and cue.lemma not in EVERYDAY and " " not in cue.lemma
        if cue.frames & REPORTING_FRAMES or cue.cue_class != "neutral" or cue.lemma in MORE
        for form in cue.forms
    )


def framed(t: Tokens) -> Iterator[int]:
    """Where the sentences start, in code points, that hold such a word outside quotation marks."""
    for first, last in t.sentences:
        if any(is_frame(t, first, i) for i in range(first, last)):
            yield t.starts[first]


def is_frame(t: Tokens, first: int, i: int) -> bool:
    """Whether the word at `i`, outside quotation marks, tells of speech in the sentence that starts at `first`."""
    word, following = t.low[i], t.low[i + 1]
    if i in t.quote_at:
        return False
    if word in HEARSAY:
        return word != ACCORDING or following == "to"
    form = forms().get(word)
    reports = word in reporting() or (following == "that" and form is not None and form.verb is not None)
    is_name = i > first and not t.words[i][0].islower()
    return reports and form is not None and not is_name and is_verb(t, form, first, i)


def is_verb(t: Tokens, form: Form, first: int, i: int) -> bool:
    """Whether the form is a verb there: by its surroundings, or behind a name (The Times describe it as …)."""
    after_name = i > first and t.tags[i - 1] == NAME and form.noun is None
    return (after_name and t.tags[i + 1] in OBJECT_OR_CLAUSE) or bool(
        voice_of(t, form, first, verb_group_start(t, first, i), i)
    )
