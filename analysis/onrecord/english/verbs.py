"""The forms of English verbs, ``verbs.csv``: a row for each verb that drafting or wording speaks of.

`noun` marks the verbs whose base form, alone, is rather a noun (claim, fear).
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple

BASE, PRESENT, PAST, PERFECT, PROGRESSIVE = range(5)  # places in `Verb.forms`


class Verb(NamedTuple):
    """`forms` are five: base, third person, past, past participle, -ing; `noun` as above."""

    forms: tuple[str, ...]
    noun: bool

    @property
    def past(self) -> str:
        """The plain past: said."""
        return self.forms[PAST]


@cache
def verbs() -> dict[str, Verb]:
    """Base form → the verb."""
    lines = files(__package__).joinpath("verbs.csv").read_text(encoding="utf-8").splitlines()
    return {forms[0]: Verb(tuple(forms), noun == "yes") for *forms, noun in list(csv.reader(lines))[1:]}


@cache
def _by_form() -> dict[str, Verb]:
    return {form: verb for verb in verbs().values() for form in verb.forms} | verbs()


def verb_of(form: str) -> Verb | None:
    """The verb that has this form, in small letters; a base form goes before others. None for an unknown one."""
    return _by_form().get(form)


def past_of(form: str) -> str | None:
    """The plain past of the verb that has this form: `telling` gives told. None for an unknown one."""
    verb = verb_of(form)
    return verb.past if verb else None
