"""Sources that are called by a common noun: `the Belarusian defence ministry`, `researchers`, `a spokesman`."""

from __future__ import annotations

import re

from onrecord.drafting.reading.tokens import known
from onrecord.drafting.sources.mentions.countries import iso_in
from onrecord.drafting.sources.mentions.described import NOBODY, Described
from onrecord.drafting.sources.mentions.nouns import BODIES, TYPE_OF, head_of, kind_of, kinds_of

OPENING = re.compile(r"^(?:the|an?|this|these|those|that|its|his|her|their|our|some|several|many|one|another) ", re.I)
DEFINITE = re.compile(r"^(?:the|these|those|its|his|her|their|our) ", re.I)
INDEFINITE = re.compile(r"(?:an?|one|another)\s", re.I)
ANAPHORIC = re.compile(r"(?:the|this|that|its|his|her|their)\s+[\w-]+$", re.I)
OWNER = re.compile(r"([A-Z][\w.-]*)[’']s (.+)")
AGENCIES = frozenset(["reuters", "xinhua"])  # names that the lexicon lists among the nouns
FOUR_CAPITALS = re.compile(r"(?: [A-Z][\w’'-]+){4}")


def common_noun(head: str) -> Described:
    """A source by a common noun; NOBODY where the noun can be no source."""
    noun = head_of(head)[-1].strip("’'")
    kind = kind_of(noun)
    if not kind or (kind == "person" and FOUR_CAPITALS.search(head)):  # a name that what stands before it hides
        return NOBODY
    indefinite, pointing = bool(INDEFINITE.match(head)), bool(ANAPHORIC.match(head))
    return Described(
        "body" if kind in BODIES else kind,
        called(head, kind),
        TYPE_OF[kind],
        named=kind in BODIES and not indefinite and not pointing,
        head=noun.lower(),
        anaphoric=pointing,
        indefinite=indefinite,
        country=iso_in(head),
    )


def called(head: str, kind: str) -> str:
    """How to call a source of this kind: `some analysts`, `a new study`, `the mayor of Ulm`."""
    name = small_opening((DEFINITE if kind == "group" else OPENING).sub("", head))
    if kind == "document" and OPENING.match(head):
        return f"{article_of(head, name)} {name}"
    return definite(head, name) if kind == "person" else name


def article_of(head: str, name: str) -> str:
    """The article that `name` takes: indefinite where that of `head` is."""
    if not INDEFINITE.match(head):
        return "the"
    return "an" if name[0] in "aeiou" else "a"


def definite(head: str, name: str) -> str:
    """A person by a role that the words take for known: `the mayor of Ulm`, `the neighbour of Hassan`."""
    owner = OWNER.match(head)
    if owner:
        return f"the {owner[2]} of {owner[1]}"
    return f"the {name}" if re.match(r"the ", head, re.I) else name


def small_opening(name: str) -> str:
    """`name` without the capital that only opened a sentence."""
    first, *rest = name.split()
    if first.isupper() or first.lower() in AGENCIES or (rest and rest[0][0].isupper()):
        return name
    return name[0].lower() + name[1:] if is_common(first) else name


def is_common(word: str) -> bool:
    """Whether the word is a noun of the lexicon, its plural, or of a closed class."""
    return bool(kinds_of(word) or word.lower() in known() or kind_of(word))
