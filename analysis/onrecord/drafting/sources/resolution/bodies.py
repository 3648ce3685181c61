"""Which state, ministry, company or other body the words mean."""

from __future__ import annotations

import re

from onrecord.drafting.sources.actors import INSTITUTIONS, Actor
from onrecord.drafting.sources.mentions.countries import name_of, pattern
from onrecord.drafting.sources.mentions.described import Described
from onrecord.drafting.sources.mentions.nouns import without_the
from onrecord.drafting.sources.resolution.cast import Cast, Mention, Resolved, resolved

LEFT_OF_AN_OWNER = re.compile(r"^[’']s\s+")


class Bodies:
    """Resolves states and bodies; the article's publisher is its narrator, and no source in it."""

    def __init__(self, cast: Cast, publisher: str):
        self.cast, self.publisher = cast, publisher.casefold()

    def country(self, item: Described, mention: Mention) -> Resolved:
        """The state, by its name, its capital or its government."""
        actor = self.cast.actor(f"state {item.country}", item._replace(name=name_of(item.country)), mention.at)
        actor.is_called(item.name)
        if item.head:
            return resolved(actor, "institution", "high", "named_institution")
        form = "proper_name" if item.name in mention.words else "capital_metonym"
        return resolved(actor, form, "high", "state_metonym")

    def body(self, item: Described, mention: Mention) -> Resolved | None:
        """The body of that name, the one that `the ministry` points back to, or a new one; None for the publisher."""
        if item.name.casefold() == self.publisher:
            return None
        actor, confidence = self.known(item), "high"
        if actor is None and item.anaphoric:
            actor, confidence = self.pointed_to(item), "moderate"
        actor = actor or self.new(item, mention, confidence)
        actor.is_called(*item.aliases)
        return resolved(actor, "institution", confidence)

    def new(self, item: Described, mention: Mention, confidence: str) -> Actor:
        """A body that was not met before."""
        described = item._replace(name=named_in_full(item), named=not item.indefinite)
        return self.cast.actor(key(item), described, mention.at, confidence)

    def lone_name(self, item: Described, mention: Mention) -> Resolved | None:
        """A single name that the text nowhere explains, most often a company's; no pronoun points back to it."""
        if item.name.casefold() == self.publisher:
            return None
        actor = self.known(item)
        if actor is None:
            actor = self.cast.actor(key(item), item._replace(kind="name", type="non_state_group"), mention.at, "low")
        return resolved(actor, "proper_name", "moderate")

    def known(self, item: Described) -> Actor | None:
        """The body of that name or alias, or the only one whose name ends with it."""
        if key(item) in self.cast.by_key:
            return self.cast.by_key[key(item)]
        named = not item.indefinite and not item.anaphoric
        same = [
            body
            for body in self.cast.of_kind("body")
            if is_called(body, item.name) or (named and ends_with(body, item))
        ]
        return same[0] if len(same) == 1 else None

    def pointed_to(self, item: Described) -> Actor | None:
        """The institution that the noun of `item` means: the only one, or of several the one that spoke last."""
        found = [actor for actor in self.cast.of_kind(*INSTITUTIONS) if can_be_called(actor, item.head)]
        if len(found) > 1:
            spoke = [actor for _, actor in self.cast.spoke if actor in found]
            found = spoke[-1:]
        return found[0] if found else None


def can_be_called(actor: Actor, noun: str) -> bool:
    """Whether the noun stands in the institution's name; a state is called `the government`, too."""
    return noun in actor.name.lower().split() or (noun == "government" and actor.kind == "country")


def named_in_full(item: Described) -> str:
    """A body of states by the words of the text where they spell it out, else by its common name."""
    alias = item.aliases[0] if item.aliases else item.name
    return alias if len(alias.split()) > 1 else item.name


def is_called(body: Actor, name: str) -> bool:
    """Whether the name is an alias of the body, or its initials."""
    return name in body.aliases or name == initials(body.name)


def ends_with(body: Actor, item: Described) -> bool:
    """Whether the body's name ends with that of `item`, and no other country is meant."""
    return body.name.casefold().endswith(bare(item.name)) and item.country in ("", body.country)


def key(item: Described) -> str:
    """The name without country and article, behind the country: `Belarus’s` and `the Belarusian` ministry are one."""
    if not item.country:
        return f"body {bare(item.name)}"
    left = LEFT_OF_AN_OWNER.sub("", pattern().sub("", without_the(item.name)).strip())
    return f"body {item.country} {british(left) or item.name.casefold()}"


def bare(name: str) -> str:
    """The name in small letters without article, in British spelling."""
    return british(without_the(name))


def british(words: str) -> str:
    """The words in small letters, in the one spelling by which they are compared."""
    return words.casefold().replace("defense", "defence")


def initials(name: str) -> str:
    """The capitals with which the words of a name begin."""
    return "".join(word[0] for word in name.split() if word[0].isupper())
