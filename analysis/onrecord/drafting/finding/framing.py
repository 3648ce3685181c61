"""Sentences that tell what somebody says, or is said, by their words alone: the publisher does not assert them.

A rule may miss such a sentence (`The daily Z reported heavy losses`); then it is nobody's statement in the draft, and
the note on what was left out names it.
"""

# ruff: noqa: SIM905
from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache

from onrecord.drafting.finding.cues import ACCORDING, Form, forms, lexicon
from onrecord.drafting.finding.sentence import Words, words_of
from onrecord.drafting.finding.subjects import verb_group_start
from onrecord.drafting.finding.voice import voice_of
from onrecord.drafting.reading.tags import NAME, PHRASE_OPENER, THAT
from onrecord.drafting.reading.tokens import Tokens

REPORTING_FRAMES = frozenset(["say", "tell", "quote", "clause", "as"])
NAMING = frozenset(["called", "named", "labelled", "labeled", "termed", "dubbed"])  # a boat called …: no speech
# Cues of speech before `that`, or in a frame that a rule checks; alone they mostly tell of something else.
EVERYDAY = frozenset(
    (
        "attack begin bet cast challenge contest continue cry decide demonstrate determine discover feel fight find "
        "forget highlight hit judge know lash laugh learn notice paint pan post pray project push rail rally read "
        "reason relate remember repeat request resist rule savage seize sense show shrug sigh signal smile snap speak "
        "trash understand vent view vote"
    ).split()
)
FOUND = frozenset(["found", "find", "finds"])
FINDERS = frozenset(  # what they find they tell
    "scientists researchers study studies report reports survey poll inquiry enquiry court judge jury team review audit "
    "analysis investigators investigation panel commission experts authors".split()
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
        if cue.frames & REPORTING_FRAMES or cue.cue_class != "neutral"
        for form in cue.forms
    )


def framed(t: Tokens) -> Iterator[int]:
    """Where the sentences start, in code points, that hold such a word outside quotation marks."""
    telling = [i for i in range(len(t.words)) if may_tell(t, i) and i not in t.quote_at]
    for first, last in t.sentences:
        inside = telling[bisect_left(telling, first) : bisect_left(telling, last)]
        if inside and is_framed(t, words_of(t, first, last), inside):
            yield t.starts[first]


def is_framed(t: Tokens, s: Words, telling: Iterable[int]) -> bool:
    """Whether one of the words tells of speech in the sentence."""
    return any(is_frame(t, s, i) for i in telling)


def may_tell(t: Tokens, i: int) -> bool:
    """Whether the word at `i` can be one that tells of speech."""
    word, following = t.low[i], t.low[i + 1]
    if word in HEARSAY:
        return word != ACCORDING or following == "to"
    if word in FOUND and t.low[i - 1] in FINDERS:
        return True
    return word in reporting() or (following == "that" and word in forms() and forms()[word].verb is not None)


def is_frame(t: Tokens, s: Words, i: int) -> bool:
    """Whether the word at `i` tells of speech in its sentence: it is no name, and a verb there."""
    if s.low[i] in HEARSAY:
        return True
    is_name = (i > s.first and not t.words[i][0].islower()) or names(s, i)
    return not is_name and is_verb(s, forms()[s.low[i]], i)


def names(s: Words, i: int) -> bool:
    """Whether the word at `i` only gives a name or a kind: an area called the Ellipse, marked and characterised by."""
    kind = s.low[i].startswith("characteri") and s.low[i + 1] == "by"
    return kind or (s.low[i] in NAMING and s.before(i) != NAME)


def is_verb(s: Words, form: Form, i: int) -> bool:
    """Whether the form is a verb there: behind a name (The Guardian describe the ruling as …), or by its voice."""
    after_name = s.before(i) == NAME and form.noun is None
    return (after_name and s.tags[i + 1] in OBJECT_OR_CLAUSE) or bool(voice_of(s, form, verb_group_start(s, i), i))
