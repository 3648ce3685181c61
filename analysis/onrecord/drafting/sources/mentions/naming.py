"""What the words of a source say of it: a person, a body, a country, a group, a document, a pronoun.

`described(words)` reads the phrase alone; who in the article it is, `resolution` finds out.
"""

from __future__ import annotations

import re

from onrecord.drafting.lexicon import listed
from onrecord.drafting.reading.personal import ALSO_FIRST_NAMES, LAST
from onrecord.drafting.sources.mentions.common import common_noun, small_opening
from onrecord.drafting.sources.mentions.described import NOBODY, Described
from onrecord.drafting.sources.mentions.names import (
    kind_and_name,
    name_alone,
    name_in_apposition,
    person_after_title,
    person_from,
    person_named,
    titles_joined,
)
from onrecord.drafting.sources.mentions.states import country, organisation_of_states
from onrecord.english.calendar import WEEKDAYS

READINGS = (  # the first that fits
    country,
    organisation_of_states,
    person_from,
    person_named,
    titles_joined,
    kind_and_name,
    person_after_title,
    name_alone,
)
OBJECTS = {"him": "he", "her": "she", "them": "they"}  # of `according to`
TIME_BEFORE = re.compile(rf"^(?:(?:this|last|on) )?(?:{'|'.join(WEEKDAYS)}|yesterday|today),? (?=\S)", re.I)
ONE_OF = re.compile(r"(?:one|some|another) of (?:the|his|her|its|their|these|those|them)\b", re.I)
PRONOUNS = frozenset(["he", "she", "it", "they"])
AGED = re.compile(r"the \d{1,3}-year-old$", re.I)
MARKS = re.compile(r"[“”\"«»;:|\[\]{}]")
NEGATIVE = re.compile(
    r"\b(?:no longer|never|not|nobody|no one|nothing|hardly|neither|nor)\b|^(?:no|none|few)(?:\s|$)", re.I
)
SHORT_FORM = re.compile(r"(.*?)\s*\(([A-Z][\w.&-]{1,9})\)")
LONGEST = 30  # words


def described(words: str) -> list[Described]:
    """What the source phrase says; several where two names are joined by and; NOBODY where it is no source."""
    phrase = TIME_BEFORE.sub("", " ".join(words.split()).strip(" ,;:–—-•*"))
    if not phrase or len(phrase.split()) > LONGEST or MARKS.search(phrase):
        return [NOBODY]
    return pronoun(phrase) or both(phrase) or [one(phrase)]


def pronoun(phrase: str) -> list[Described]:
    """A pronoun, or `the 67-year-old`, which names nobody either; empty for any other phrase."""
    word = OBJECTS.get(phrase.lower(), phrase.lower())
    if word in PRONOUNS:
        return [Described("pronoun", head=word, anaphoric=True)]
    return [Described("aged", head="year-old", anaphoric=True)] if AGED.match(phrase) else []


def both(phrase: str) -> list[Described]:
    """Those of `Both A and B`, `A and B`, `A, B and C`, where each is named by itself."""
    before, joined, last = re.sub(r"^both ", "", phrase, flags=re.I).rpartition(" and ")
    parts = [*before.rstrip(",").split(", "), last]
    if not joined or " and " in before or ("," in last):
        return []
    found = [one(part) for part in parts]
    return found if all(item.named and item.kind in ("country", "body", "person") for item in found) else []


def one(phrase: str) -> Described:
    """What a phrase without a conjunction of names says."""
    before, _, rest = phrase.partition(",")
    head, aliases = without_brackets(before.strip())
    if not can_speak(head):
        return NOBODY
    found = next((found for reading in READINGS if (found := reading(head, rest))), None)
    if found:
        return found._replace(aliases=(*found.aliases, *aliases))
    return name_in_apposition(head, rest) or one_of_several(head, rest) or common_noun(head)._replace(aliases=aliases)


def one_of_several(head: str, rest: str) -> Described | None:
    """`One of the children`: an unnamed person; `One of its authors, biologist Ann Lee`: the one named."""
    if not ONE_OF.match(head) or not head.lower().startswith(("one", "another")):
        return None
    named = person_after_title(rest.split(",")[0].strip(), "") if rest else None
    return named or Described("person", small_opening(head), "person", head="one", indefinite=True)


def can_speak(head: str) -> bool:
    """Whether the words are there, are no clause, and do not say that nobody speaks."""
    common = {word for word in head.split() if word[0].islower()} | {opening_word(head)}
    return bool(head) and not NEGATIVE.search(head) and common.isdisjoint(listed("clausal"))


def opening_word(head: str) -> str:
    """The first word in small letters; '' where it can open a name."""
    first, _, rest = head.partition(" ")
    is_name = (first in ALSO_FIRST_NAMES and rest[:1].isupper()) or (first in LAST and not rest)
    return "" if is_name else first.lower()


def without_brackets(head: str) -> tuple[str, tuple[str, ...]]:
    """`World Health Organisation (WHO)` → the name and its short form."""
    found = SHORT_FORM.fullmatch(head)
    return (found[1], (found[2],)) if found else (head, ())
