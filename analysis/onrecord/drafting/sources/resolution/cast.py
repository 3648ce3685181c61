"""The actors of an article as they are met, and which of them spoke where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.drafting.sources.actors import Actor, slug, unique
from onrecord.drafting.sources.mentions.described import Described


class Mention(NamedTuple):
    """The words of a source where they stand: the code point of the first, and the number of the sentence."""

    words: str
    at: int
    number: int


class Resolved(NamedTuple):
    """A source: the actor's id, the form of the mention, how sure that is, and the speaker_kind of the codebook."""

    actor: str
    form: str
    confidence: str
    speaker_kind: str


def resolved(actor: Actor, form: str, confidence: str, speaker_kind: str = "") -> Resolved:
    """The actor as a source; `speaker_kind` where it is another than the actor's own."""
    return Resolved(actor.id, form, confidence, speaker_kind or actor.speaker_kind)


class Cast:
    """The actors of an article by id, in the order in which they are met; `taken` are ids that none of them gets."""

    def __init__(self, taken: set[str]):
        self.actors: dict[str, Actor] = {}
        self.taken = taken
        self.by_key: dict[str, Actor] = {}
        self.spoke: list[tuple[int, Actor]] = []  # number of the sentence and source, in text order

    def actor(self, key: str, item: Described, at: int, confidence: str = "high") -> Actor:
        """The actor of that key, made where there is none; it learns the title and the country that `item` gives."""
        if key not in self.by_key:
            self.by_key[key] = self.made(item, at, confidence)
        actor = self.by_key[key]
        actor.title, actor.country = actor.title or item.title, actor.country or item.country
        return actor

    def made(self, item: Described, at: int, confidence: str) -> Actor:
        """A new actor as `item` describes it."""
        made = unique(item.country.lower() if item.kind == "country" else slug(item.name), self.taken)
        self.actors[made] = Actor(
            made,
            item.name,
            item.kind,
            item.type or "non_state_group",
            item.named,
            item.head,
            item.title,
            item.country,
            at,
            confidence,
        )
        return self.actors[made]

    def of_kind(self, *kinds: str) -> list[Actor]:
        """The actors of these kinds."""
        return [actor for actor in self.actors.values() if actor.kind in kinds]

    def speaks(self, actor: Actor, number: int) -> None:
        """Note that the actor is a source in sentence `number`."""
        self.spoke.append((number, actor))

    def sources_of(self, number: int) -> Iterator[Actor]:
        """The sources of a sentence, the last first."""
        for n, actor in reversed(self.spoke):
            if n < number:
                return
            if n == number:
                yield actor
