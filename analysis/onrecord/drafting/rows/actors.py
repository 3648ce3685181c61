"""The rows of actors: those whom some statement names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.drafting.lexicon import listed
from onrecord.drafting.rows.row import ActorRow, StatementRow
from onrecord.drafting.sources.actors import Actor
from onrecord.drafting.sources.resolution.resolution import Resolution

PLURAL_COUNTRY = re.compile(r"United |Netherlands|Philippines|Bahamas|Gambia|Maldives|.* (?:Republic|Islands)$")
WITH_ARTICLE = frozenset(["body", "group", "name"])  # kinds that running text may name with `the`
PUBLIC = frozenset(["government_institution", "military"])  # types that belong to a state


def actor_rows(resolution: Resolution, statements: Iterable[StatementRow]) -> list[ActorRow]:
    """The actors that some statement names, in the order of their first words."""
    used = named_in(statements)
    found = sorted((actor for actor in resolution.actors.values() if actor.id in used), key=lambda actor: actor.at)
    states = {actor.country: actor.id for actor in found if actor.kind == "country"}
    return [row(actor, parent(actor, states), aliases(actor, resolution.text)) for actor in found]


def named_in(statements: Iterable[StatementRow]) -> set[str | None]:
    """The ids of the actors who speak, are aimed at, or pass on what is said."""
    return {name for row in statements for name in (row.speaker, row.target, *row.source_chain)}


def aliases(actor: Actor, text: str) -> tuple[str, ...]:
    """What the text calls the actor, each once; with `the` where running text names it so."""
    with_article = [f"the {actor.name}"] if is_named_with_article(actor, text) else []
    names = dict.fromkeys([*actor.aliases, *with_article])
    return tuple(name for name in names if "|" not in name and name.strip())


def is_named_with_article(actor: Actor, text: str) -> bool:
    """Whether running text names the actor with `the`, in this text or as English does."""
    known = actor.kind in WITH_ARTICLE and f"the {actor.name}".casefold() in text.casefold()
    return known or takes_article(actor)


def takes_article(actor: Actor) -> bool:
    """Whether the actor is a country whose name has an article: the Netherlands."""
    return actor.kind == "country" and PLURAL_COUNTRY.match(actor.name) is not None


def parent(actor: Actor, states: dict[str, str]) -> str | None:
    """The state's id, where the words give the country of a public body or office and the state is itself an actor."""
    return states.get(actor.country) if actor.kind != "country" and is_public(actor) else None


def is_public(actor: Actor) -> bool:
    """Whether this is a public body, or a person whose title or role is an office of state."""
    words = re.findall(r"\w+", f"{actor.title} {actor.name}".lower())
    return actor.type in PUBLIC or (actor.kind == "person" and not set(words).isdisjoint(listed("governing")))


def row(actor: Actor, above: str | None, names: tuple[str, ...]) -> ActorRow:
    """The actor's row, with its aliases, under the state `above`."""
    return ActorRow(
        id=actor.id,
        name=actor.name,
        type=actor.type,
        country=actor.country or None,
        parent=above,
        aliases=names,
        wikidata_status="unresolved" if actor.named else "not_applicable",
        named=actor.named,
        confidence=actor.confidence,
        rule=f"draft:actor:{actor.kind}",
    )
