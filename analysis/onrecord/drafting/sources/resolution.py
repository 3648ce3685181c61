"""Who in the article a source is: the alias cluster it belongs to, or nobody that could be told surely.

Names are looked up among the persons and bodies of the whole text; words that point back (it, he, the ministry,
the 67-year-old) take the nearest fitting source, with moderate confidence, or are left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.drafting.reading.tokens import Tokens
from onrecord.drafting.sources.actors import Actor, slug, unique
from onrecord.drafting.sources.countries import name_of, pattern
from onrecord.drafting.sources.naming import Described, body_kind, described
from onrecord.drafting.sources.people import People, gender, names_someone
from onrecord.source.sentences import Sentence

BACK = 2  # sentences before its own in which a pronoun finds its source
DOCUMENTS_OF_A_SOURCE = frozenset(["statement", "release", "communique", "communiqué"])
INSTITUTIONS = frozenset(["body", "country"])


class Resolved(NamedTuple):
    """A source: the actor's id, the form of the mention, how sure that is, and the speaker_kind of the codebook."""

    actor: str
    form: str
    confidence: str
    speaker_kind: str


class Resolution:
    """The actors of an article, made as its sources are met in text order."""

    def __init__(self, tokens: Tokens, sentences: Sequence[Sentence], taken: set[str], publisher: str):
        self.text, self.sentences, self.publisher = tokens.text, sentences, publisher
        self.people = People(tokens.text, sentences)
        self.taken = taken
        self.outside = quotations_blanked(tokens)
        self.actors: dict[str, Actor] = {}
        self.keys: dict[str, str] = {}
        self.sources: list[tuple[int, int, str]] = []  # sentence number, code point, actor

    def resolve(self, words: str, at: int, number: int) -> list[Resolved]:
        """Whom `words`, a source at code point `at` in sentence `number`, name; empty where they name nobody."""
        found = [self.one(item, words, at, number) for item in described(words)]
        resolved = [item for item in found if item]
        if len(resolved) < len(found):
            return []
        for item in resolved:
            self.sources.append((number, at, item.actor))
            self.actors[item.actor].aliases.setdefault(
                clean(words) if len(found) == 1 else self.actors[item.actor].name
            )
        return resolved

    def one(self, item: Described, words: str, at: int, number: int) -> Resolved | None:
        if item.kind == "pronoun":
            return self.pronoun(item.head, at, number)
        if item.kind == "aged":
            actor = self.nearest_person(at, number, "")
            return actor and Resolved(actor, "descriptor", "moderate", self.speaker_kind(actor))
        if item.kind in ("person", "surname"):
            return self.person(item, at, number)
        if item.kind == "country":
            actor = self.actor(f"state {item.country}", name_of(item.country), item, at)
            self.actors[actor].aliases.setdefault(item.name)
            metonym = not item.head
            form = "institution" if item.head else "proper_name" if item.name in words else "capital_metonym"
            return Resolved(actor, form, "high", "state_metonym" if metonym else "named_institution")
        if item.kind == "body":
            return self.body(item, at, number)
        if item.kind == "document":
            return self.document(item, at, number)
        return self.group(item, at, number) if item.kind == "group" else None

    def person(self, item: Described, at: int, number: int) -> Resolved | None:
        if not item.named:
            return self.role(item, at, number)
        words, name = item.name.split(), item.name
        if len(words) == 1:
            known = self.people.full(name)
            if len(known) > 1:
                return None
            human = item.kind == "person" or name in self.people.titles or self.goes_on_as_person(name, at)
            if not known and not human:
                return self.name_of_something(item, at)
            title = item.title.split()[-1] if item.title else self.people.titles.get(name, "")
            name = known[0] if known else f"{title} {name}".strip()
            words = name.split()
        key = f"person {words[0]} {words[-1]}"
        named = Described(
            "person", name, "person", True, item.head, item.title or self.people.title(name), country=item.country
        )
        return Resolved(self.actor(key, name, named, at), "proper_name", "high", "named_individual")

    def name_of_something(self, item: Described, at: int) -> Resolved | None:
        """A single name that the text nowhere explains, most often a company's; no pronoun points back to it."""
        found = self.known_body(item._replace(kind="body"))
        if item.name.casefold() == self.publisher.casefold():
            return None
        name = item._replace(kind="name", type="non_state_group")
        actor = found or self.actor(f"body {body_key(item)}", item.name, name, at, "low")
        return Resolved(actor, "proper_name", "moderate", "named_institution")

    def goes_on_as_person(self, name: str, at: int) -> bool:
        """`Jafari said she felt …`: the pronoun tells that the name is a person's."""
        return bool(re.match(rf"{re.escape(name)} (?:\w+ ){{1,3}}s?he\b", self.text[at : at + 120]))

    def role(self, item: Described, at: int, number: int) -> Resolved | None:
        """`the representative`: the one met before; `a spokesman`: a new person each time (rule A4)."""
        earlier = [a for a in self.actors.values() if a.kind == "person" and item.head in role_words(a)]
        if item.anaphoric and len(earlier) == 1:
            return Resolved(earlier[0].id, "descriptor", "moderate", self.speaker_kind(earlier[0].id))
        if item.anaphoric and earlier:
            return None
        described_before = self.introduced(item.head, at) if item.anaphoric else None
        if described_before:
            item = item._replace(name=described_before)
        actor = self.actor(f"role {item.name} {at}", item.name, item._replace(named=False), at)
        return Resolved(actor, "descriptor", "moderate" if item.anaphoric else "high", "unnamed_individual")

    def introduced(self, head: str, at: int) -> str:
        """How the text first brings in the one that `the HEAD` points back to: `unnamed representative from …`."""
        pattern = (
            rf"\b[Aa]n? ((?:[\w-]+ ){{0,2}}{re.escape(head)}(?: (?:from|of|for) (?:the )?(?:[\w-]+ ){{0,2}}[\w-]+)?)"
        )
        found = list(re.finditer(pattern, self.text[max(0, at - 2000) : at]))
        words = found[-1][1] if len(found) == 1 else ""
        return re.sub(r" (?:who|said|has|is|was|told|discussed)$", "", words)

    def body(self, item: Described, at: int, number: int, confidence: str = "high") -> Resolved | None:
        if item.name.casefold() == self.publisher.casefold():
            return None
        actor = self.known_body(item)
        if actor is None and item.anaphoric:
            heads = [
                a.id for a in self.actors.values() if a.kind in INSTITUTIONS and item.head in a.name.lower().split()
            ]
            heads += [a.id for a in self.actors.values() if item.head == "government" and a.kind == "country"]
            if len(set(heads)) > 1:
                recent = [source for _, _, source in self.sources if source in heads]
                heads = recent[-1:]
            actor, confidence = (heads[0] if heads else None), "moderate"
        if actor is None:
            actor = self.actor(
                f"body {body_key(item)}",
                self.named_in_full(item),
                item._replace(named=not item.indefinite),
                at,
                confidence,
            )
        for alias in item.aliases:
            self.actors[actor].aliases.setdefault(alias)
        return Resolved(actor, "institution", confidence, self.speaker_kind(actor))

    def named_in_full(self, item: Described) -> str:
        """A body of states by the words of the text where they spell it out, else by its common name."""
        alias = item.aliases[0] if item.aliases else item.name
        return alias if len(alias.split()) > 1 else item.name

    def known_body(self, item: Described) -> str | None:
        """The body of that name or alias, or the only one whose name ends with it."""
        key = f"body {body_key(item)}"
        if key in self.keys:
            return self.keys[key]
        bare = body_key(item._replace(country=""))
        bodies = [a for a in self.actors.values() if a.kind == "body"]
        same = [a.id for a in bodies if item.name in a.aliases or item.name == initials(a.name)]
        if item.indefinite or item.anaphoric:
            return same[0] if len(same) == 1 else None
        same += [a.id for a in bodies if a.name.casefold().endswith(bare) and item.country in ("", a.country)]
        return same[0] if len(set(same)) == 1 else None

    def document(self, item: Described, at: int, number: int) -> Resolved | None:
        if item.head in DOCUMENTS_OF_A_SOURCE:
            actor = self.nearest_institution(number)
            return actor and Resolved(actor, "document", "moderate", "document")
        earlier = [a.id for a in self.actors.values() if a.kind == "document" and a.head == item.head]
        if not item.indefinite and earlier:
            return Resolved(earlier[-1], "document", "moderate", "document")
        return Resolved(
            self.actor(f"document {item.name} {at}", item.name, item, at), "document", "moderate", "document"
        )

    def group(self, item: Described, at: int, number: int) -> Resolved | None:
        earlier = [a.id for a in self.actors.values() if a.kind == "group" and a.head == item.head]
        if item.anaphoric and len(earlier) == 1:
            return Resolved(earlier[0], "descriptor", "moderate", "collective_unnamed")
        actor = self.actor(f"group {item.name.casefold()}", item.name, item, at)
        return Resolved(actor, "descriptor", "high", "collective_unnamed")

    def pronoun(self, word: str, at: int, number: int) -> Resolved | None:
        if word == "it":
            actor = self.nearest_institution(number)
        elif word == "they":
            near = next(self.near_sources(number), None)
            actor = near if near and self.actors[near].kind == "group" else None
        else:
            actor = self.nearest_person(at, number, {"he": "m", "she": "f"}[word])
        if not actor:
            return None
        kind = self.speaker_kind(actor)
        return Resolved(actor, "pronoun", "moderate", "state_metonym" if self.actors[actor].kind == "country" else kind)

    def nearest_institution(self, number: int) -> str | None:
        """Rule S8: the nearest institutional source, unless a sentence between names another body or country."""
        for n in self.back(number):
            spoke = [a for a in self.sources_of(n) if self.actors[a].kind in INSTITUTIONS]
            if spoke:
                return spoke[0]
            if n != number and names_body(self.unquoted(n)):
                return None
        return None

    def near_sources(self, number: int) -> Iterator[str]:
        """The sources of the sentences that a pronoun looks back to, the nearest first."""
        back = self.back(number)
        for n, _, actor in reversed(self.sources):
            if n < min(back):
                return
            if n in back:
                yield actor

    def sources_of(self, number: int) -> Iterator[str]:
        for n, _, actor in reversed(self.sources):
            if n < number:
                return
            if n == number:
                yield actor

    def back(self, number: int) -> list[int]:
        """The sentence itself and those before it in which a pronoun finds its source; all quoted ones are none."""
        own = [n for n in range(max(0, number - 12), number) if self.unquoted(n).strip(" \n.,")]
        return [number, *reversed(own[-BACK:])]

    def unquoted(self, number: int, end: int | None = None) -> str:
        """The words of a sentence outside quotation marks, up to the code point `end`."""
        sentence = self.sentences[number]
        return self.outside[sentence.start : sentence.end if end is None else min(sentence.end, end)]

    def nearest_person(self, at: int, number: int, sex: str) -> str | None:
        """The person who spoke last, or the only one there is, in the nearest sentence that has any."""
        for n in self.back(number):
            spoke = list(dict.fromkeys(a for a in self.sources_of(n) if self.actors[a].kind == "person"))
            if spoke:
                return spoke[0] if len(spoke) == 1 and self.fits(self.actors[spoke[0]], sex) else None
            words = self.unquoted(n, at)
            named = [name for name in self.people.named_in(self.sentences[n]) if name.split()[-1] in words]
            lasts = [last for last in self.people.by_last if re.search(rf"\b{re.escape(last)}\b", words)]
            full = {name for last in lasts for name in self.people.full(last)} | set(named)
            if len(full) == 1 and self.people.surely(name := full.pop()) and not named_otherwise(words, name):
                found = self.person(Described("person", name, "person", True), at, number)
                return found.actor if found and self.fits(self.actors[found.actor], sex) else None
            if full or lasts or named or names_someone(words):
                return None
        return None

    def fits(self, actor: Actor, sex: str) -> bool:
        """Whether nothing that the text says of the person speaks against this pronoun."""
        known = gender(actor.title, self.people.titles.get(actor.name.split()[-1], ""))
        return not sex or not known or known == sex

    def actor(self, key: str, name: str, item: Described, at: int, confidence: str = "high") -> str:
        """The actor of that key, made where there is none."""
        if key not in self.keys:
            wanted = item.country.lower() if item.kind == "country" else slug(name)
            made = unique(wanted, self.taken)
            self.keys[key] = made
            self.actors[made] = Actor(
                made,
                name,
                item.kind,
                item.type or "non_state_group",
                item.named,
                item.head,
                item.title,
                item.country,
                at,
                confidence,
            )
        actor = self.actors[self.keys[key]]
        actor.title, actor.country = actor.title or item.title, actor.country or item.country
        return actor.id

    def speaker_kind(self, actor: str) -> str:
        found = self.actors[actor]
        if found.kind == "person":
            return "named_individual" if found.named else "unnamed_individual"
        if found.kind in (*INSTITUTIONS, "name"):
            return "named_institution"
        return "document" if found.kind == "document" else "collective_unnamed"


def role_words(actor: Actor) -> set[str]:
    return set(re.findall(r"[\w-]+", f"{actor.title} {actor.head if actor.named else actor.name}".lower()))


def body_key(item: Described) -> str:
    """The name without country and article, behind the country: `Belarus’s` and `the Belarusian` ministry are one."""
    words = re.sub(r"^the ", "", item.name.casefold()).replace("defense", "defence")
    if item.country:
        words = re.sub(
            r"^[’']s\s+", "", pattern().sub("", re.sub(r"^the ", "", item.name, flags=re.I)).strip()
        ).casefold()
        words = words.replace("defense", "defence") or item.name.casefold()
    return f"{item.country} {words}".strip()


def initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def clean(words: str) -> str:
    return " ".join(words.split()).strip(" ,;:")


def names_body(words: str) -> bool:
    """Whether a noun or a country's name in these words could be what `it` means."""
    return bool(pattern().search(words)) or any(body_kind(word) for word in re.findall(r"[\w-]+", words))


def named_otherwise(words: str, name: str) -> bool:
    """Whether these words speak of one more human than `name`, its title and its apposition."""
    last = re.escape(name.split()[-1])
    rest = re.sub(rf"(?:[\w’'-]+ ){{0,4}}{last}(?:, [^,]*,)?", "", words)
    return names_someone(rest)


def quotations_blanked(tokens: Tokens) -> str:
    """The text with blanks in place of what stands in quotation marks."""
    text, at = tokens.text, 0
    pieces: list[str] = []
    for first, last in tokens.quotes:
        start, end = tokens.starts[first], tokens.ends[last - 1]
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])
