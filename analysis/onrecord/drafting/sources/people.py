"""Persons named in full anywhere in the text, by which a last name alone is known."""

# ruff: noqa: SIM905
from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.drafting.reading.tokens import known
from onrecord.drafting.sources.countries import by_word
from onrecord.drafting.sources.naming import CAPITAL_WORD, PARTICLE, body_kind
from onrecord.drafting.sources.nouns import is_person, is_title, organisations
from onrecord.source.sentences import Sentence

NAMES = re.compile(rf"\b{CAPITAL_WORD}(?:[ ](?:{PARTICLE}[ -])*{CAPITAL_WORD}){{1,6}}")
TITLED = re.compile(rf"\b(Mr|Mrs|Ms|Miss|Sir|Lord|Lady|King|Queen|Prince|Princess|Father)\.? ({CAPITAL_WORD})")
MALE = frozenset(
    ("mr sir lord king prince father son brother husband spokesman chairman policeman uncle man boy").split()
)
FEMALE = frozenset(
    (
        "mrs ms miss lady dame queen princess mother daughter sister wife widow spokeswoman chairwoman "
        "policewoman aunt woman girl actress congresswoman"
    ).split()
)


class Person(NamedTuple):
    """A full name where it stands: `start` in code points, the title before it ('' for none)."""

    name: str
    start: int
    title: str


class People:
    """The persons of an article, and who is named near a place."""

    def __init__(self, text: str, sentences: Sequence[Sentence]):
        body = [s for s in sentences if s.role not in ("headline", "dateline", "caption")]
        self.found = [person for s in body for person in persons(s)]
        self.by_last: dict[str, dict[tuple[str, str], str]] = defaultdict(dict)
        for person in self.found:
            words = person.name.split()
            self.by_last[words[-1]].setdefault((words[0], words[-1]), person.name)
        self.titles = {match[2]: match[1] for match in TITLED.finditer(text)}
        self.starts = [person.start for person in self.found]

    def full(self, last: str) -> list[str]:
        """The full names with this last name, by different first names."""
        return list(self.by_last.get(last, {}).values())

    def surely(self, name: str) -> bool:
        """Whether the text shows that this is a person: a title before the name or before its last part."""
        return bool(self.title(name)) or name.split()[-1] in self.titles

    def named_in(self, sentence: Sentence) -> list[str]:
        """Full names that stand in a sentence."""
        first, last = bisect_left(self.starts, sentence.start), bisect_left(self.starts, sentence.end)
        return list(dict.fromkeys(person.name for person in self.found[first:last]))

    def title(self, name: str) -> str:
        return next((p.title for p in self.found if p.name == name and p.title), "")


def persons(sentence: Sentence) -> list[Person]:
    """Full names in a sentence: two to three capitalised words that name no body, country or title."""
    found = []
    for match in NAMES.finditer(sentence.text):
        words, at = match[0].split(" "), match.start()
        title = []
        while words and (is_title(words[0]) or words[0].lower() in known()):
            title.append(words.pop(0))
        if any(is_title(word) for word in words):
            last = max(i for i, word in enumerate(words) if is_title(word))
            title += words[: last + 1]
            words = words[last + 1 :]
        name = re.sub(r"[’']s$", "", " ".join(words)).rstrip(".")
        if is_full_name(name):
            offset = at + match[0].index(words[0])
            found.append(Person(name, sentence.start + offset, " ".join(title)))
    return found


def is_full_name(name: str) -> bool:
    words = name.split()
    longest = 3 + any(word[0].islower() for word in words)
    if not 2 <= len(words) <= longest or name in by_word() or name in organisations():
        return False
    return not any(body_kind(word) or word in by_word() or (word.isupper() and len(word) > 2) for word in words)


def gender(*words: str) -> str:
    """m or f where a title or a noun says so, else ''."""
    low = {word.strip(".").lower() for phrase in words for word in phrase.split()}
    return "m" if low & MALE and not low & FEMALE else "f" if low & FEMALE and not low & MALE else ""


def names_someone(words: str) -> bool:
    """Whether a common noun for one human stands in these words: `the boy`, `his father`."""
    return any(is_person(word) for word in re.findall(r"[\w-]+", words))
