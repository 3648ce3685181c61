"""Cue words: the lexicon ``lexicon/cues.csv`` by form.

A cue is a verb (v), noun (n) or adjective (a) that can attribute; its frames say what may follow it:

    say     a clause, with or without `that`; the cue may also stand behind its content or in brackets
    clause  a clause, with or without `that`        quote  direct words
    that, that_only  a clause after `that`          tell   an addressee, then a clause
    obj     a noun phrase                           inf    `to` and a verb
    wh      whether, how, what …                    to_be  a passive without agent: is said to …
    about, of, for, on, to, against, with, in, at, as, over, by: a phrase after that preposition

Their forms are those of `onrecord.english`.
"""

# ruff: noqa: SIM905
from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from onrecord.drafting.reading.tokens import LEXICON
from onrecord.english.nouns import noun_forms
from onrecord.english.verbs import verbs

FRAMES_OF_WORDS = frozenset("about of for on to against with in at as over by".split())
FRAMES = FRAMES_OF_WORDS | frozenset("say clause that that_only quote tell obj wh inf to_be".split())
ACCORDING, WORDS = "according", "words"  # the cue words that the lexicon does not hold: in the words of X


class Cue(NamedTuple):
    """One entry of the lexicon: `forms` of a verb are base, -s, past, participle, -ing."""

    lemma: str
    part: str
    forms: tuple[str, ...]
    cue_class: str
    frames: frozenset[str]

    @property
    def prepositions(self) -> frozenset[str]:
        """The prepositions behind which its content may stand."""
        return self.frames & FRAMES_OF_WORDS


class Form(NamedTuple):
    """What one written form can be: the places of verb forms that it takes, and the entries by part of speech.

    `phrases` are the cues of several words that it opens, the longest first, each with the words behind the first.
    """

    verb: Cue | None
    places: frozenset[int]
    noun: Cue | None
    adjective: Cue | None
    phrases: tuple[tuple[tuple[str, ...], Cue], ...]


@cache
def lexicon() -> tuple[Cue, ...]:
    """Every cue, in the order of the file."""
    with (LEXICON / "cues.csv").open(encoding="utf-8", newline="") as file:
        return tuple(map(cue_of, csv.DictReader(file)))


def cue_of(row: Mapping[str, str]) -> Cue:
    """The cue of a row of the file."""
    lemma, part = row["lemma"], row["part"]
    return Cue(lemma, part, forms_of(lemma, part), row["cue_class"], frozenset(row["frames"].split()))


def forms_of(lemma: str, part: str) -> tuple[str, ...]:
    """The written forms of a cue's first word; raises KeyError for a verb that `onrecord.english` does not know."""
    if part == "v":
        return verbs()[lemma.split()[0]].forms
    return noun_forms(lemma) if part == "n" else (lemma,)


@cache
def forms() -> dict[str, Form]:
    """Lower-case form → what it can be; cues of several words stand under the form of their first."""
    found = defaultdict(list)
    for cue in lexicon():
        for place, form in enumerate(cue.forms):
            found[form].append((place, cue))
    return {form: form_of(found[form]) for form in [*found, ACCORDING, WORDS]}


def form_of(entries: list[tuple[int, Cue]]) -> Form:
    """What a form is that takes these places of these cues; of two cues of one kind the last counts."""
    single = {cue.part: cue for _, cue in entries if " " not in cue.lemma}
    places = frozenset(place for place, cue in entries if cue.part == "v")
    return Form(single.get("v"), places, single.get("n"), single.get("a"), phrases_of(cue for _, cue in entries))


def phrases_of(cues: Iterable[Cue]) -> tuple[tuple[tuple[str, ...], Cue], ...]:
    """The cues of several words, the longest first, each with the words behind its first."""
    found = [(tuple(cue.lemma.split()[1:]), cue) for cue in cues if " " in cue.lemma]
    return tuple(sorted(found, key=lambda phrase: -len(phrase[0])))
