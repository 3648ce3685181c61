"""What a noun stands for when it heads a source: ``lexicon/nouns.csv``, by kind.

title         before a person's name              person      one human, by a role or a tie
government    ministry, court, police             military    army, forces
organisation  company, party, church              media       newspaper, broadcaster
document      statement, report, study            group       plural of people or bodies
"""

from __future__ import annotations

import re
from functools import cache

from onrecord.drafting.lexicon import entries

BODIES = ("government", "military", "organisation", "media")
TYPE_OF = {
    "person": "person",
    "government": "government_institution",
    "military": "military",
    "organisation": "non_state_group",
    "media": "non_state_group",  # the type `media` is the publisher's own
    "document": "collective",  # its authors, who are not named
    "group": "collective",
}
NONE: frozenset[str] = frozenset()
THE = re.compile(r"^the ", re.IGNORECASE)
BEHIND_THE_HEAD = re.compile(
    r"\s(?:\w+(?:ing|ed)|of|from|for|in|at|on|with|who|that|which|near|to|against|behind|about|between|by)\s"
)


@cache
def nouns() -> dict[str, frozenset[str]]:
    """Noun in small letters → its kinds."""
    found: dict[str, set[str]] = {}
    for row in entries("nouns"):
        found.setdefault(row["noun"], set()).add(row["kind"])
    return {noun: frozenset(kinds) for noun, kinds in found.items()}


def kinds_of(word: str) -> frozenset[str]:
    """The kinds of a noun; none for a word that is not listed."""
    return nouns().get(word.lower(), NONE)


def is_title(word: str) -> bool:
    """Whether the word can stand before a person's name: `Minister`, `Gen.`."""
    return not kinds_of(word.rstrip(".")).isdisjoint(("title", "person"))


def is_person(word: str) -> bool:
    """Whether the word means one human."""
    return "person" in kinds_of(word)


def body_kind(word: str) -> str:
    """The kind of body that a word of a name names, or ''."""
    found = kinds_of(word.strip("."))
    return next((kind for kind in BODIES if kind in found), "")


def kind_of(word: str) -> str:
    """The kind of a head noun: person, a body, document, group, or ''; a plural of a person is a group."""
    found = kinds_of(word)
    kind = next((kind for kind in ("group", "person", "document", *BODIES) if kind in found), "")
    return kind or ("group" if is_plural_of_speakers(word.lower()) else "")


def is_plural_of_speakers(word: str) -> bool:
    """Whether a word in small letters is the plural of a person or a body."""
    singular = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return singular != word and not kinds_of(singular).isdisjoint(("person", *BODIES))


def without_the(phrase: str) -> str:
    """The phrase without the article that it opens with."""
    return THE.sub("", phrase)


def head_of(phrase: str) -> list[str]:
    """The words of a noun phrase up to the noun that it turns on: `the mayor` of `the mayor of Ulm`."""
    return BEHIND_THE_HEAD.split(f"{phrase} ")[0].split()


@cache
def organisations() -> dict[str, str]:
    """Name or alias of a body of states → its name."""
    return {
        word: row["name"]
        for row in entries("organisations")
        for word in (row["name"], *filter(None, row["aliases"].split("|")))
    }
