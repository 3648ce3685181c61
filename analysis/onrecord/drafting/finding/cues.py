"""Cue words: the lexicon ``lexicon/cues.csv`` by form.

A cue is a verb (v), noun (n) or adjective (a) that can attribute; its frames say what may follow it:

    say     a clause, with or without `that`; the cue may also stand behind its content or in brackets
    clause  a clause, with or without `that`        quote  direct words
    that, that_only  a clause after `that`          tell   an addressee, then a clause
    obj     a noun phrase                           inf    `to` and a verb
    wh      whether, how, what …                    to_be  a passive without agent: is said to …
    about, of, for, on, to, against, with, in, at, as, over, by: a phrase after that preposition
"""

import csv
from functools import cache
from typing import NamedTuple

from onrecord.drafting.reading.tokens import LEXICON

FRAMES_OF_WORDS = frozenset("about of for on to against with in at as over by".split())  # noqa: SIM905
BASE, PRESENT, PAST, PERFECT, PROGRESSIVE = range(5)


class Cue(NamedTuple):
    """One entry of the lexicon: `forms` of a verb are base, -s, past, participle, -ing."""

    lemma: str
    part: str
    forms: tuple[str, ...]
    cue_class: str
    frames: frozenset[str]


class Form(NamedTuple):
    """What one written form can be: indices of verb forms in `verb`, and the entries by part of speech."""

    verb: Cue | None
    places: frozenset[int]
    noun: Cue | None
    adjective: Cue | None
    phrases: tuple[tuple[tuple[str, ...], Cue], ...]


@cache
def lexicon() -> tuple[Cue, ...]:
    with (LEXICON / "cues.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            Cue(
                row["lemma"],
                row["part"],
                tuple(row["forms"].split("|")),
                row["cue_class"],
                frozenset(row["frames"].split()),
            )
            for row in csv.DictReader(file)
        )


@cache
def forms() -> dict[str, Form]:
    """Lower-case form → what it can be; cues of several words stand under the form of their first."""
    verbs, places, nouns, adjectives, phrases = {}, {}, {}, {}, {}
    for cue in lexicon():
        rest = cue.lemma.split()[1:]
        for place, form in enumerate(cue.forms):
            if rest:
                phrases.setdefault(form, []).append((tuple(rest), cue))
                places.setdefault(form, set()).add(place)
            elif cue.part == "v":
                verbs[form] = cue
                places.setdefault(form, set()).add(place)
            else:
                {"n": nouns, "a": adjectives}[cue.part][form] = cue
    return {
        form: Form(
            verbs.get(form),
            frozenset(places.get(form, ())),
            nouns.get(form),
            adjectives.get(form),
            tuple(sorted(phrases.get(form, ()), key=lambda item: -len(item[0]))),
        )
        for form in {*verbs, *nouns, *adjectives, *phrases, "according"}
    }
