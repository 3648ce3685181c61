"""Which person the words mean, by a name or by a role."""

from __future__ import annotations

import re

from onrecord.drafting.sources.actors import Actor
from onrecord.drafting.sources.mentions.described import Described
from onrecord.drafting.sources.people import People
from onrecord.drafting.sources.resolution.bodies import Bodies
from onrecord.drafting.sources.resolution.cast import Cast, Mention, Resolved, resolved

LOOK_BACK = 2000  # code points before `the representative` in which one is introduced
LOOK_AHEAD = 120  # code points behind a name in which a pronoun tells that it is a person's


class Individuals:
    """Resolves persons among those whom the text names in full."""

    def __init__(self, text: str, people: People, cast: Cast, bodies: Bodies):
        self.text, self.people, self.cast, self.bodies = text, people, cast, bodies

    def person(self, item: Described, mention: Mention) -> Resolved | None:
        """The person of that name or role; None where two persons share a last name."""
        if not item.named:
            return self.role(item, mention)
        return self.last_name(item, mention) if " " not in item.name else self.full_name(item, mention)

    def full_name(self, item: Described, mention: Mention) -> Resolved:
        """The person of that first and last name."""
        words, title = item.name.split(), item.title or self.people.title(item.name)
        described = Described("person", item.name, "person", True, item.head, title, country=item.country)
        actor = self.cast.actor(f"person {words[0]} {words[-1]}", described, mention.at)
        return resolved(actor, "proper_name", "high")

    def last_name(self, item: Described, mention: Mention) -> Resolved | None:
        """The one person of that last name; what is nobody's may be a company's."""
        known = self.people.full(item.name)
        if not known and len(meant := self.nearly(item, mention.at)) == 1:
            return self.full_name(item._replace(name=meant[0]), mention)._replace(confidence="moderate")
        if len(known) > 1:
            return None
        if not known and not self.is_a_persons(item, mention.at):
            return self.bodies.lone_name(item, mention)
        title = item.title.split()[-1] if item.title else self.people.titles.get(item.name, "")
        name = known[0] if known else f"{title} {item.name}".strip()
        return self.full_name(item._replace(name=name), mention)

    def nearly(self, item: Described, at: int) -> list[str]:
        """Whom a last name means that nobody in the text has: one of nearly that name who was named before it."""
        if item.kind != "surname" and not item.title:
            return []
        return [name for name in self.people.nearly(item.name) if 0 <= self.text.find(name) < at]

    def is_a_persons(self, item: Described, at: int) -> bool:
        """Whether a title, or a pronoun behind it, tells that the name is a person's: `Jafari said she felt …`."""
        goes_on = rf"{re.escape(item.name)} (?:\w+ ){{1,3}}s?he\b"
        titled = item.kind == "person" or item.name in self.people.titles
        return titled or bool(re.match(goes_on, self.text[at : at + LOOK_AHEAD]))

    def role(self, item: Described, mention: Mention) -> Resolved | None:
        """`the representative`: the one met before; `a spokesman`: a new person each time (rule A4)."""
        return self.known_role(item, mention) if item.anaphoric else self.new_role(item, mention, "high")

    def known_role(self, item: Described, mention: Mention) -> Resolved | None:
        """The one person whom a noun points back to, met or only introduced; None where there are several."""
        met = [actor for actor in self.cast.of_kind("person") if item.head in role_words(actor)]
        if met:
            return resolved(met[0], "descriptor", "moderate") if len(met) == 1 else None
        introduced = self.introduced(item.head, mention.at)
        return self.new_role(item._replace(name=introduced or item.name), mention, "moderate")

    def new_role(self, item: Described, mention: Mention, confidence: str) -> Resolved:
        """A person without a name who was not met before."""
        return resolved(self.cast.actor(f"role {item.name} {mention.at}", item, mention.at), "descriptor", confidence)

    def introduced(self, head: str, at: int) -> str:
        """How the text first brings in the one that `the HEAD` points back to: `unnamed representative from …`."""
        pattern = (
            rf"\b[Aa]n? ((?:[\w-]+ ){{0,2}}{re.escape(head)}(?: (?:from|of|for) (?:the )?(?:[\w-]+ ){{0,2}}[\w-]+)?)"
        )
        found = re.findall(pattern, self.text[max(0, at - LOOK_BACK) : at])
        words = found[0] if len(found) == 1 else ""
        return re.sub(r" (?:who|said|has|is|was|told|discussed)$", "", words)


def role_words(actor: Actor) -> set[str]:
    """The words of a person's title and noun, or of what an unnamed one is called."""
    return set(re.findall(r"[\w-]+", f"{actor.title} {actor.head if actor.named else actor.name}".lower()))
