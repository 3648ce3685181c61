"""The actors of a draft, one for each alias cluster, and their ids."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from onrecord.coding.fields import id_words

PREFIXED = re.compile(r"(?:st|p|ev|rel|t|pl|d|n|j|iss)-|m\d+$|article$|unspec$")
INSTITUTIONS = frozenset(["body", "country"])
LONGEST_ID = 48


@dataclass(eq=False)  # two actors are never one, whatever the text says of them
class Actor:
    """An actor as the text gives it; `kind` is that of `Described`, `at` the code point of its first source."""

    id: str
    name: str
    kind: str
    type: str
    named: bool
    head: str = ""
    title: str = ""
    country: str = ""
    at: int = 0
    confidence: str = "high"
    aliases: dict[str, None] = field(default_factory=dict)

    @property
    def speaker_kind(self) -> str:
        """The codebook's word for what kind of speaker it is."""
        if self.kind == "person":
            return "named_individual" if self.named else "unnamed_individual"
        if self.kind in INSTITUTIONS or self.kind == "name":
            return "named_institution"
        return "document" if self.kind == "document" else "collective_unnamed"

    def is_called(self, *names: str) -> None:
        """Take further names among the aliases, each once, in the order in which they are met."""
        for name in names:
            self.aliases.setdefault(name)


def slug(name: str, fallback: str = "actor") -> str:
    """An id from a name: `Alexander Lukashenko` is alexander-lukashenko."""
    made = "-".join(id_words(name))[:LONGEST_ID].strip("-") or fallback
    return f"a-{made}" if PREFIXED.match(made) else made


def unique(wanted: str, taken: set[str]) -> str:
    """`wanted`, with a number behind it where it is taken; the result is taken, too."""
    made, number = wanted, 1
    while made in taken:
        number += 1
        made = f"{wanted}-{number}"
    taken.add(made)
    return made
