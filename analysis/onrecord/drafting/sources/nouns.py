"""What a noun stands for when it heads a source: ``lexicon/nouns.csv``, by kind.

title         before a person's name              person      one human, by a role or a tie
government    ministry, court, police             military    army, forces
organisation  company, party, church              media       newspaper, broadcaster
document      statement, report, study            group       plural of people or bodies
"""

from __future__ import annotations

import csv
from functools import cache

from onrecord.drafting.reading.tokens import LEXICON

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


@cache
def kinds() -> dict[str, frozenset[str]]:
    """Noun in small letters → its kinds."""
    found: dict[str, set[str]] = {}
    with (LEXICON / "nouns.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["noun"], set()).add(row["kind"])
    return {noun: frozenset(names) for noun, names in found.items()}


def is_title(word: str) -> bool:
    return bool({"title", "person"} & kinds().get(word.lower().rstrip("."), frozenset()))


def is_person(word: str) -> bool:
    return "person" in kinds().get(word.lower(), frozenset())


def kind_of(word: str, plural_first: bool = True) -> str:
    """The kind of a head noun: person, a body, document, group, or ''; a plural of a person is a group."""
    low = word.lower()
    found = kinds().get(low, frozenset()) - {"title"}
    if "group" in found and (plural_first or len(found) == 1):
        return "group"
    for kind in ("person", "document", *BODIES):
        if kind in found:
            return kind
    singular = low[:-3] + "y" if low.endswith("ies") else low.removesuffix("s")
    if singular != low and kinds().get(singular, frozenset()) & {"person", *BODIES}:
        return "group"
    return ""


@cache
def organisations() -> dict[str, str]:
    """Name or alias of a body of states → its name."""
    found = {}
    with (LEXICON / "organisations.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for word in [row["name"], *filter(None, row["aliases"].split("|"))]:
                found[word] = row["name"]
    return found
