"""Persons named in full anywhere in the text, by which a last name alone is known."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from onrecord.drafting.lexicon import listed
from onrecord.drafting.reading.personal import ALSO_FIRST_NAMES
from onrecord.drafting.reading.tokens import known
from onrecord.drafting.sources.mentions.countries import by_word
from onrecord.drafting.sources.mentions.names import CAPITAL_WORD, PARTICLE
from onrecord.drafting.sources.mentions.nouns import body_kind, is_person, is_title, organisations
from onrecord.source.sentences import Sentence

NAMES = re.compile(rf"\b{CAPITAL_WORD}(?:[ ](?:{PARTICLE}[ -])*{CAPITAL_WORD}){{1,6}}")
TITLED = re.compile(rf"\b(Mr|Mrs|Ms|Miss|Sir|Lord|Lady|King|Queen|Prince|Princess|Father)\.? ({CAPITAL_WORD})")
OWNING = re.compile(r"[’']s$")
BEFORE_A_DAY = re.compile(r"\b(?:on|of|for|before|after|since|until|every|this|last|next) $", re.IGNORECASE)
UNREAD = ("headline", "dateline", "caption")  # roles of sentences whose capitals are no names


SHORTEST_SLIP, ALMOST = 5, 0.8  # letters of a last name that may be misspelt, and the ratio from which it is
ALIKE = 0.85  # from this ratio on two first names are one in two spellings


class Person(NamedTuple):
    """A full name where it stands: `start` in code points, the title before it ('' for none)."""

    name: str
    start: int
    title: str


class People:
    """The persons of an article, and who is named near a place."""

    def __init__(self, text: str, sentences: Sequence[Sentence]):
        self.found = [person for s in sentences if s.role not in UNREAD for person in persons(s)]
        self.starts = [person.start for person in self.found]
        self.titles = {match[2]: match[1] for match in TITLED.finditer(text)}
        self.by_last = by_last_name(person.name for person in self.found)
        self.by_folded: dict[str, list[str]] = defaultdict(list)
        for last, firsts in self.by_last.items():
            self.by_folded[folded(last)] += firsts.values()

    def full(self, last: str) -> list[str]:
        """The full names with this last name, each with another first name."""
        return self.by_folded.get(folded(last), [])

    def nearly(self, name: str) -> list[str]:
        """The full names that a lone name, which is nobody's last one, must mean: by a slip of the pen, or as first."""
        misspelt = [full for last, found in self.by_folded.items() if is_slip(folded(name), last) for full in found]
        return misspelt or [full for found in self.by_folded.values() for full in found if full.split()[0] == name]

    def surely(self, name: str) -> bool:
        """Whether the text shows that this is a person: a title before the name or before its last part."""
        return bool(self.title(name)) or name.split()[-1] in self.titles

    def named_in(self, sentence: Sentence) -> list[str]:
        """Full names that stand in a sentence."""
        first, last = bisect_left(self.starts, sentence.start), bisect_left(self.starts, sentence.end)
        return list(dict.fromkeys(person.name for person in self.found[first:last]))

    def title(self, name: str) -> str:
        """The first title that stands before this full name, or ''."""
        return next((p.title for p in self.found if p.name == name and p.title), "")


def folded(name: str) -> str:
    """The name without accents, by which Erdoğan and Erdogan are one."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))


def by_last_name(names: Iterable[str]) -> dict[str, dict[str, str]]:
    """Last name → first name → the full name as it first stands in the text."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for name in names:
        first, *_, last = name.split()
        if not any(is_misspelt(first, other) for other in found[last]):
            found[last].setdefault(first, name)
    return dict(found)


def is_slip(name: str, last: str) -> bool:
    """Whether a name is another misspelt: as long but for a letter, one or two letters apart (Bauchtman, Buchtmann)."""
    if min(len(name), len(last)) < SHORTEST_SLIP or name[0] != last[0] or abs(len(name) - len(last)) > 1:
        return False
    return SequenceMatcher(None, name, last).ratio() >= ALMOST


def is_misspelt(first: str, other: str) -> bool:
    """Whether two first names are one in two spellings: Kristin, Kristen; Mohamed, Mohammed."""
    if first == other or min(len(first), len(other)) < 4 or first[0] != other[0]:
        return False
    return SequenceMatcher(None, first, other).ratio() >= ALIKE and gender(first) == gender(other)


def persons(sentence: Sentence) -> list[Person]:
    """Full names in a sentence: two to three capitalised words that name no body, country or title."""
    found = (match for match in NAMES.finditer(sentence.text) if not is_a_day(sentence.text, match))
    return [person for match in found if (person := person_in(match, sentence.start))]


def is_a_day(text: str, match: re.Match[str]) -> bool:
    """Whether a run of capitals is a day of the calendar: `on Waitangi Day`."""
    return match[0].endswith(" Day") and BEFORE_A_DAY.search(text, 0, match.start()) is not None


def person_in(match: re.Match[str], start: int) -> Person | None:
    """The person whom a run of capitals names, in a sentence that starts at the code point `start`."""
    words = match[0].split(" ")
    first = length_of_title(words)
    name = OWNING.sub("", " ".join(words[first:])).rstrip(".")
    if not is_full_name(name, titled=any(is_title(word) for word in words[:first])):
        return None
    return Person(name, start + match.start() + match[0].index(words[first]), " ".join(words[:first]))


def length_of_title(words: list[str]) -> int:
    """How many words of a run of capitals stand before the name: titles, and common words that open a sentence."""
    opening = next((i for i, word in enumerate(words) if not opens(word)), len(words))
    opening -= opening == len(words) - 1 and opening > 0 and words[opening - 1] in ALSO_FIRST_NAMES
    return max([opening, *(i + 1 for i, word in enumerate(words) if is_title(word))])


def opens(word: str) -> bool:
    """Whether a word that opens a run of capitals is no part of the name: a title, or a word of a closed class."""
    return is_title(word) or word.lower() in known()


def is_full_name(name: str, titled: bool = False) -> bool:
    """Whether these are two or three words (four with a particle), none of which names a body or a country.

    `titled`: a title stands before; then the last name may be one of a country or a city.
    """
    words = name.split()
    longest = 3 + any(word[0].islower() for word in words)
    if not 2 <= len(words) <= longest or name in by_word() or name in organisations():
        return False
    *others, last = words
    own = last if titled and is_place(last) and not is_place(others[0]) else ""
    return not any(is_of_another_name(word) for word in words if word != own)


def is_place(word: str) -> bool:
    """Whether the word is the name of a country or its capital, no demonym."""
    return word in by_word() and by_word()[word].kind != "demonym"


def is_of_another_name(word: str) -> bool:
    """Whether the word names a kind of body or a country, or is an acronym."""
    return bool(body_kind(word)) or word in by_word() or (word.isupper() and len(word) > 2)


def gender(*phrases: str) -> str:
    """m or f where a title or a noun says so, else ''."""
    words = {word.strip(".").lower() for phrase in phrases for word in phrase.split()}
    male, female = not words.isdisjoint(listed("male")), not words.isdisjoint(listed("female"))
    if male == female:
        return ""
    return "m" if male else "f"


def names_someone(words: str) -> bool:
    """Whether a common noun for one human stands in these words: `the boy`, `his father`."""
    return any(is_person(word) for word in re.findall(r"[\w-]+", words))
