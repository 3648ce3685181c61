"""The actors of a draft: one for each alias cluster, and their rows."""

# ruff: noqa: SIM905
from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

RULE = "draft:actor"
GOVERNING = frozenset(
    (
        "president minister premier chancellor secretary undersecretary ambassador king queen general "
        "army troops navy representative official officer commander"
    ).split()
)
PREFIXED = re.compile(r"(?:st|p|ev|rel|t|pl|d|n|j|iss)-|m\d+$|article$|unspec$")


@dataclass
class Actor:
    """An actor as the text gives it; `kind` is that of `naming.Described`, `at` the code point of its first source."""

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


def slug(name: str, fallback: str = "actor") -> str:
    """An id from a name: `Alexander Lukashenko` is alexander-lukashenko."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:48].strip("-") or fallback
    return f"a-{made}" if PREFIXED.match(made) else made


def unique(wanted: str, taken: set[str]) -> str:
    """`wanted`, with a number behind it where it is taken; the result is taken, too."""
    made, number = wanted, 1
    while made in taken:
        number += 1
        made = f"{wanted}-{number}"
    taken.add(made)
    return made


def parent(actor: Actor, states: dict[str, str]) -> str | None:
    """The state's id, where the words give the country of a public body or office and the state is itself an actor."""
    public = actor.type in ("government_institution", "military") or (
        actor.kind == "person" and GOVERNING & set(re.findall(r"\w+", f"{actor.title} {actor.name}".lower()))
    )
    return states.get(actor.country) if public and actor.kind != "country" else None


def row(actor: Actor, states: dict[str, str]) -> dict[str, Any]:
    """The actor's row."""
    above = parent(actor, states)
    return {
        "id": actor.id,
        "name": actor.name,
        "type": actor.type,
        "country": actor.country or None,
        "sector": None,
        "parent": above,
        "side": "third",
        "aliases": tuple(alias for alias in actor.aliases if "|" not in alias and alias.strip()),
        "wikidata_status": "unresolved" if actor.named else "not_applicable",
        "named": actor.named,
        "confidence": actor.confidence,
        "coding_basis": "extracted",
        "rule": f"{RULE}:{actor.kind}",
    }
