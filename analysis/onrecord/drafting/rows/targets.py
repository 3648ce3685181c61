"""Whom a statement accuses, blames, praises or addresses, where the words name an actor surely (rules V0, V1)."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.drafting.finding.attributions import Attribution
from onrecord.drafting.finding.registry import RULES
from onrecord.drafting.rows.acts import act_of
from onrecord.drafting.sources.mentions.described import Described
from onrecord.drafting.sources.mentions.naming import described
from onrecord.drafting.sources.resolution.cast import Mention
from onrecord.drafting.sources.resolution.resolution import Resolution

VALENCE = {"accused": -2, "praised": 2, "addressed": None}
END = re.compile(r"\s(?:of|for|over|as|to|not to|on|after|because|in|at|by|and|with)\s|[,;:.“\"—–]")
NAMED = frozenset(["country", "body", "surname"])  # kinds that name somebody whatever their words


class Target(NamedTuple):
    """The actor whom a statement aims at, and its valence; None for nobody."""

    actor: str | None = None
    valence: int | None = None


NOBODY = Target()


def target_of(resolution: Resolution, item: Attribution, words: Mention, speaker: str) -> Target:
    """The target at the head of the content's `words`. Makes an actor for a named one that has not spoken yet."""
    aim = act_of(item.lemma).target
    if not aim or RULES[item.rule].drafts not in ("object", "addressee"):
        return NOBODY
    actor = named_target(resolution, words._replace(words=opening(words.words)))
    return NOBODY if actor in (None, speaker) else Target(actor, VALENCE[aim])


def opening(words: str) -> str:
    """The noun phrase with which the words open."""
    return END.split(f"{words} ", maxsplit=1)[0].strip()


def named_target(resolution: Resolution, mention: Mention) -> str | None:
    """The actor that a name or a group's name gives; pronouns and words that point back give none."""
    found = described(mention.words)
    if len(found) != 1 or not names_surely(found[0], mention.words):
        return None
    resolved = resolution.one(found[0], mention)
    if resolved is None:
        return None
    resolution.actors[resolved.actor].is_called(mention.words)
    return resolved.actor


def names_surely(item: Described, words: str) -> bool:
    """Whether the words name somebody by themselves: a name, or a group by more than one word."""
    if item.anaphoric:
        return False
    return (
        item.kind in NAMED
        or (item.kind == "person" and item.named)
        or (item.kind == "group" and len(words.split()) > 1)
    )
