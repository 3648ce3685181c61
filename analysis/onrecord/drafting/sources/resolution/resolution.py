"""Who in the article a source is: the alias cluster it belongs to, or nobody that could be told surely.

Names are looked up among the persons and bodies of the whole text; words that point back (it, he, the ministry,
the 67-year-old) take the nearest fitting source, with moderate confidence, or are left open.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.drafting.reading.tokens import Tokens
from onrecord.drafting.sources.actors import Actor
from onrecord.drafting.sources.mentions.described import Described
from onrecord.drafting.sources.mentions.naming import described
from onrecord.drafting.sources.people import People
from onrecord.drafting.sources.resolution.bodies import Bodies
from onrecord.drafting.sources.resolution.cast import Cast, Mention, Resolved
from onrecord.drafting.sources.resolution.collectives import Collectives
from onrecord.drafting.sources.resolution.individuals import Individuals
from onrecord.drafting.sources.resolution.pointing import Pointing
from onrecord.source.sentences import Sentence

DOCUMENTS_OF_A_SOURCE = frozenset(["statement", "release", "communique", "communiqué"])


class Resolution:
    """The actors of an article, made as its sources are met in text order; `taken` are ids that none of them gets."""

    def __init__(self, tokens: Tokens, sentences: Sequence[Sentence], taken: set[str], publisher: str):
        self.text, self.cast = tokens.text, Cast(taken)
        self.bodies, self.collectives = Bodies(self.cast, publisher), Collectives(self.cast)
        self.individuals = Individuals(self.text, People(tokens.text, sentences), self.cast, self.bodies)
        self.pointing = Pointing(quotations_blanked(tokens), sentences, self.individuals)
        self.by_kind: dict[str, Callable[[Described, Mention], Resolved | None]] = {
            "pronoun": self.pointing.pronoun,
            "aged": self.pointing.aged,
            "person": self.individuals.person,
            "surname": self.individuals.person,
            "country": self.bodies.country,
            "body": self.bodies.body,
            "document": self.document,
            "group": self.collectives.group,
        }

    @property
    def actors(self) -> dict[str, Actor]:
        """The actors by id, in the order in which they are met."""
        return self.cast.actors

    def resolve(self, mention: Mention) -> list[Resolved]:
        """Whom a source names, who then speaks in its sentence; empty where any of its names is nobody's."""
        items = described(mention.words)
        found = [source for item in items if (source := self.one(item, mention))]
        if len(found) < len(items):
            return []
        for source in found:
            actor = self.actors[source.actor]
            self.cast.speaks(actor, mention.number)
            actor.is_called(clean(mention.words) if len(found) == 1 else actor.name)
        return found

    def one(self, item: Described, mention: Mention) -> Resolved | None:
        """Whom one description means, or None."""
        if item.kind == "country" and not item.head and self.individuals.people.full(item.name):
            item = Described("surname", item.name, "", True)
        resolving = self.by_kind.get(item.kind)
        return resolving(item, mention) if resolving else None

    def document(self, item: Described, mention: Mention) -> Resolved | None:
        """`the statement` is that of the institution that spoke; any other document stands for itself."""
        if item.head in DOCUMENTS_OF_A_SOURCE:
            return self.pointing.statement(mention)
        return self.collectives.document(item, mention)


def clean(words: str) -> str:
    """The words on one line, without marks at their ends."""
    return " ".join(words.split()).strip(" ,;:")


def quotations_blanked(tokens: Tokens) -> str:
    """The text with blanks in place of what stands in quotation marks."""
    pieces, at = [], 0
    for first, last in tokens.quotes:
        start, end = tokens.starts[first], tokens.ends[last - 1]
        pieces += [tokens.text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, tokens.text[at:]])
