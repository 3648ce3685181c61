"""Whom a statement accuses, blames, praises or addresses, where the words name an actor surely (rules V0, V1)."""

from __future__ import annotations

import re

from onrecord.drafting.finding.attributions import Attribution
from onrecord.drafting.rows.regions import Region
from onrecord.drafting.sources.naming import described
from onrecord.drafting.sources.resolution import Resolution, Resolved

VALENCE = {"accuse": -2, "blame": -2}
PRAISING = frozenset(["praise", "commend", "applaud", "hail", "laud"])
AIMED = (
    frozenset(["accuse", "blame", "condemn", "criticise", "criticize", "denounce", "urge", "call on", "encourage"])
    | PRAISING
)
END = re.compile(r"\s(?:of|for|over|as|to|not to|on|after|because|in|at|by|and|with)\s|[,;:.“\"—–]")


def target_of(
    resolution: Resolution,
    text: str,
    item: Attribution,
    act: str,
    content: list[tuple[int, int]],
    speaker: Resolved,
    region: Region,
) -> tuple[str | None, int | None]:
    """The target and its valence, or None and None. Makes an actor for a named one that has not spoken yet."""
    if item.lemma not in AIMED or item.rule not in ("object_phrase", "addressee_clause", "prepositional"):
        return None, None
    start, end = content[0]
    words = END.split(text[start:end] + " ", maxsplit=1)[0].strip()
    actor = named_target(resolution, words, start, region.first)
    if actor is None or actor == speaker.actor:
        return None, None
    return actor, 2 if item.lemma in PRAISING else VALENCE.get(act)


def named_target(resolution: Resolution, words: str, at: int, number: int) -> str | None:
    """The actor that a name or a group's name gives; pronouns and words that point back give none."""
    found = described(words)
    if len(found) != 1 or found[0].kind not in ("country", "body", "person", "group", "surname") or found[0].anaphoric:
        return None
    if found[0].kind == "person" and not found[0].named:
        return None
    if found[0].kind == "group" and len(words.split()) < 2:
        return None
    resolved = resolution.one(found[0], words, at, number)
    if resolved is None:
        return None
    resolution.actors[resolved.actor].aliases.setdefault(words)
    return resolved.actor
