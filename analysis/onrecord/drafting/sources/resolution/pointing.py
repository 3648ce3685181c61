"""Which source a pronoun, or a noun that only points back, means: the nearest fitting one, or none (rule S8)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.drafting.sources.actors import INSTITUTIONS, Actor
from onrecord.drafting.sources.mentions.countries import pattern
from onrecord.drafting.sources.mentions.described import Described
from onrecord.drafting.sources.mentions.nouns import body_kind, kind_of
from onrecord.drafting.sources.people import gender, names_someone
from onrecord.drafting.sources.resolution.cast import Mention, Resolved, resolved
from onrecord.drafting.sources.resolution.individuals import Individuals
from onrecord.source.sentences import Sentence

BACK = 2  # sentences before its own in which a pronoun finds its source
FARTHEST = 12  # sentences before its own that are looked at for those
MANY = re.compile(r"\b(?:these|those|the|many|several|some|both) (?:[\w-]+ )?\w+s\b", re.IGNORECASE)  # may be meant
SEX = {"he": "m", "she": "f"}


class Pointing:
    """Resolves what points back, by who spoke or is named in the sentences before; `outside` blanks quotations."""

    def __init__(self, outside: str, sentences: Sequence[Sentence], individuals: Individuals):
        self.outside, self.sentences, self.individuals = outside, sentences, individuals
        self.people, self.cast = individuals.people, individuals.cast

    def pronoun(self, item: Described, mention: Mention) -> Resolved | None:
        """Whom he, she, it or they means."""
        actor = self.meant(item.head, mention)
        if actor is None:
            return None
        return resolved(actor, "pronoun", "moderate", "state_metonym" if actor.kind == "country" else "")

    def meant(self, word: str, mention: Mention) -> Actor | None:
        """The actor that a pronoun in small letters means."""
        if word == "it":
            return self.nearest_institution(mention.number)
        if word == "they":
            return self.nearest_group(mention)
        return self.nearest_person(mention, SEX[word])

    def aged(self, item: Described, mention: Mention) -> Resolved | None:
        """`the 67-year-old`."""
        actor = self.nearest_person(mention, "")
        return resolved(actor, "descriptor", "moderate") if actor else None

    def statement(self, mention: Mention) -> Resolved | None:
        """`the statement`, which is that of the institution that spoke before."""
        actor = self.nearest_institution(mention.number)
        return resolved(actor, "document", "moderate", "document") if actor else None

    def nearest_institution(self, number: int) -> Actor | None:
        """The nearest institutional source, unless a sentence between names another body or country."""
        for n in self.back(number):
            spoke = next((actor for actor in self.cast.sources_of(n) if actor.kind in INSTITUTIONS), None)
            if spoke or (n != number and names_body(self.unquoted(n))):
                return spoke
        return None

    def nearest_group(self, mention: Mention) -> Actor | None:
        """The source that spoke last, but for documents, where that is a group and no other is named since."""
        number = mention.number
        spoke = next((actor for actor in self.near_sources(number) if actor.kind != "document"), None)
        if spoke is None or spoke.kind != "group" or MANY.search(self.unquoted(number, mention.at)):
            return None
        spoke_in = next(n for n, actor in reversed(self.cast.spoke) if actor is spoke)
        between = (self.unquoted(n) for n in self.back(number) if spoke_in < n < number)
        return None if any(names_other_group(words, spoke.head) for words in between) else spoke

    def near_sources(self, number: int) -> Iterator[Actor]:
        """The sources of the sentences that a pronoun looks back to, the nearest first."""
        back = self.back(number)
        for n, actor in reversed(self.cast.spoke):
            if n < min(back):
                return
            if n in back:
                yield actor

    def nearest_person(self, mention: Mention, sex: str) -> Actor | None:
        """The person who spoke last, or the only one there is, in the nearest sentence that has any."""
        for n in self.back(mention.number):
            spoke = {actor.id: actor for actor in self.cast.sources_of(n) if actor.kind == "person"}
            if spoke:
                return self.only_fitting(list(spoke.values()), sex)
            words = self.unquoted(n, mention.at)
            named = self.named_in(n, words)
            if named or names_someone(words):
                return self.only_fitting(self.surely_meant(named, words, mention), sex)
        return None

    def named_in(self, number: int, words: str) -> set[str]:
        """The persons, by full name, of whom these words of a sentence give the last name."""
        lasts = (last for last in self.people.by_last if re.search(rf"\b{re.escape(last)}\b", words))
        here = (name for name in self.people.named_in(self.sentences[number]) if name.split()[-1] in words)
        return {*here, *(name for last in lasts for name in self.people.full(last))}

    def surely_meant(self, named: set[str], words: str, mention: Mention) -> list[Actor]:
        """The one person named, where the text shows that it is one and these words speak of nobody else."""
        if len(named) != 1:
            return []
        (name,) = named
        if not self.people.surely(name) or named_otherwise(words, name):
            return []
        found = self.individuals.full_name(Described("person", name, "person", True), mention)
        return [self.cast.actors[found.actor]]

    def only_fitting(self, persons: list[Actor], sex: str) -> Actor | None:
        """The only one of these, where nothing that the text says of the person speaks against the pronoun."""
        if len(persons) != 1:
            return None
        person = persons[0]
        known = gender(person.title, self.people.titles.get(person.name.split()[-1], ""))
        return person if not sex or known in ("", sex) else None

    def back(self, number: int) -> list[int]:
        """The sentence itself and those before it in which a pronoun finds its source; all quoted ones are none."""
        own = [n for n in range(max(0, number - FARTHEST), number) if self.unquoted(n).strip(" \n.,")]
        return [number, *reversed(own[-BACK:])]

    def unquoted(self, number: int, end: int | None = None) -> str:
        """The words of a sentence outside quotation marks, up to the code point `end`."""
        sentence = self.sentences[number]
        return self.outside[sentence.start : sentence.end if end is None else min(sentence.end, end)]


def names_other_group(words: str, head: str) -> bool:
    """Whether a noun in these words, not `head`, names a document or a group whose people `they` could mean."""
    found = (word.lower() for word in re.findall(r"[\w-]+", words))
    return any(kind_of(word) in ("group", "document") for word in found if word != head)


def names_body(words: str) -> bool:
    """Whether a noun or a country's name in these words could be what `it` means."""
    return bool(pattern().search(words)) or any(body_kind(word) for word in re.findall(r"[\w-]+", words))


def named_otherwise(words: str, name: str) -> bool:
    """Whether these words speak of one more human than `name`, its title and its apposition."""
    last = re.escape(name.split()[-1])
    return names_someone(re.sub(rf"(?:[\w’'-]+ ){{0,4}}{last}(?:, [^,]*,)?", "", words))
