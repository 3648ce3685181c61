"""Sources that are states or bodies of states."""

from __future__ import annotations

import re

from onrecord.drafting.sources.mentions.countries import by_word
from onrecord.drafting.sources.mentions.described import Described
from onrecord.drafting.sources.mentions.nouns import organisations, without_the

GOVERNMENT = re.compile(r"(.+?)(?:[’']s)? (?:government|Government)")


def country(head: str, rest: str) -> Described | None:
    """A country's name or capital; `the X government` is the state, too (rule A2)."""
    plain = without_the(head)
    found = by_word().get(plain)
    if found and found.kind != "demonym":
        return Described("country", plain, "state", True, country=found.iso)
    government = GOVERNMENT.fullmatch(plain)
    found = by_word().get(government[1]) if government else None
    return Described("country", plain, "state", True, head="government", country=found.iso) if found else None


def organisation_of_states(head: str, rest: str) -> Described | None:
    """The United Nations and its like, by name or short name."""
    plain = without_the(head)
    name = organisations().get(plain)
    return Described("body", name, "international_organisation", True, aliases=(plain,)) if name else None
