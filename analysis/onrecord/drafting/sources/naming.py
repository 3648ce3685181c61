"""What the words of a source say of it: a person, a body, a country, a group, a document, a pronoun.

`described(words)` reads the phrase alone; who in the article it is, `resolution` finds out.
"""

# ruff: noqa: SIM905
from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.drafting.reading.tags import ADJECTIVE, NOUN, VERB
from onrecord.drafting.reading.tokens import known
from onrecord.drafting.sources.countries import by_word, in_phrase
from onrecord.drafting.sources.nouns import BODIES, TYPE_OF, is_title, kind_of, kinds, organisations

PRONOUNS = frozenset(["he", "she", "it", "they"])
CAPITAL_WORD = r"(?:[A-Z](?:[\w’'-]*\w)?\.?|[A-Z]\.)"
PARTICLE = r"(?:al|el|bin|ibn|bint|de|da|di|del|della|der|den|van|von|la|le|du|dos|ter|ten)"
PERSON_NAME = re.compile(rf"{CAPITAL_WORD}(?:[ -](?:{PARTICLE}[ -])*{CAPITAL_WORD}){{0,4}}(?: (?:Jr|Sr|II|III)\.?)?")
DETERMINER = re.compile(r"^(?:the|a|an|this|that|these|those|some|several|many|two|three|four|both|one)\s+", re.I)
AGED = re.compile(r"the \d{1,3}-year-old$", re.I)
ANAPHORIC = re.compile(r"(?:the|this|that|its|his|her|their)\s+[\w-]+$", re.I)
VERBAL = frozenset(("is are was were has have had been will would could may might can did does do said says").split())
BREAK = re.compile(
    r"\s(?:\w+(?:ing|ed)|of|from|for|in|at|on|with|who|that|which|near|to|against|behind|about|between|by)\s"
)
LONGEST = 30  # words
OPEN_CLASSES = frozenset({NOUN, ADJECTIVE, VERB})  # words that can open a name


class Described(NamedTuple):
    """What a phrase says. `kind`: person, body, country, group, document, pronoun, aged, or '' where nobody is meant.

    `name` is how to call it; `named` whether that is a name; `head` the noun it turns on; `title` what stands before
    a person's name; `anaphoric` whether it points back; `country` ISO code or ''; `type` the codebook's actor type.
    """

    kind: str
    name: str = ""
    type: str = ""
    named: bool = False
    head: str = ""
    title: str = ""
    anaphoric: bool = False
    indefinite: bool = False
    country: str = ""
    aliases: tuple[str, ...] = ()


NOBODY = Described("")


def described(words: str) -> list[Described]:
    """What the source phrase says; several where two names are joined by and; NOBODY where it is no source."""
    phrase = " ".join(words.split()).strip(" ,;:–—-")
    low = phrase.lower()
    if not phrase or len(phrase.split()) > LONGEST or re.search(r"[“”\"«»;:|\[\]{}]", phrase):
        return [NOBODY]
    if low in PRONOUNS:
        return [Described("pronoun", head=low, anaphoric=True)]
    if AGED.match(phrase):
        return [Described("aged", head="year-old", anaphoric=True)]
    if joined := both(phrase):
        return joined
    return [one(phrase)]


def both(phrase: str) -> list[Described]:
    """The two of `Both A and B` and of `A and B`, where each is named by itself."""
    parts = re.sub(r"^both ", "", phrase, flags=re.I).split(" and ")
    if len(parts) != 2 or "," in phrase:
        return []
    found = [one(part) for part in parts]
    return found if all(item.named and item.kind in ("country", "body", "person") for item in found) else []


def one(phrase: str) -> Described:
    """What a phrase without a conjunction of names says."""
    head, _, rest = phrase.partition(",")
    head, aliases = without_brackets(head.strip())
    if not head or VERBAL & set(head.lower().split()) or head.split()[0].lower() in ("no", "neither", "none", "few"):
        return NOBODY
    if NEGATIVE.search(head):
        return NOBODY
    for attempt in (country, organisation_of_states, person_after_title, name_alone):
        if found := attempt(head, rest):
            return found._replace(aliases=(*found.aliases, *aliases))
    if found := name_in_apposition(head, rest):
        return found
    return common_noun(head)._replace(aliases=aliases)


NEGATIVE = re.compile(r"\b(?:no longer|never|not|nobody|no one|nothing|hardly|neither|nor)\b", re.I)


def without_brackets(head: str) -> tuple[str, tuple[str, ...]]:
    """`World Health Organisation (WHO)` → the name and its short form."""
    found = re.fullmatch(r"(.*?)\s*\(([A-Z][\w.&-]{1,9})\)", head)
    return (found[1], (found[2],)) if found else (head, ())


def country(head: str, rest: str) -> Described | None:
    """A country's name or capital; `the X government` is the state, too (rule A2)."""
    plain = re.sub(r"^the ", "", head, flags=re.I)
    found = by_word().get(plain)
    if found and found.kind != "demonym":
        return Described("country", plain, "state", True, country=found.iso)
    adjective = re.fullmatch(r"(.+?)(?:[’']s)? (government|Government)", plain)
    found = by_word().get(adjective[1]) if adjective else None
    return Described("country", plain, "state", True, head="government", country=found.iso) if found else None


def organisation_of_states(head: str, rest: str) -> Described | None:
    plain = re.sub(r"^the ", "", head, flags=re.I)
    name = organisations().get(plain)
    return Described("body", name, "international_organisation", True, aliases=(plain,)) if name else None


def person_after_title(head: str, rest: str) -> Described | None:
    """`President Alexander Lukashenko`, `Facebook co-founder Mark Zuckerberg`, `Minister of Education Ann Lee`."""
    words = head.split()
    last = max((i for i, word in enumerate(words) if is_title(word)), default=-1)
    after = words[last + 1 :]
    if last < 0 or not after:
        return None
    if after[0] in ("of", "for") and len(after) >= 4 and is_person_name(" ".join(after[-2:])):
        name, title = " ".join(after[-2:]), " ".join(words[: last + 1] + after[:-2])
    elif is_person_name(" ".join(after)):
        name, title = " ".join(after), " ".join(words[: last + 1])
    else:
        return None
    title = DETERMINER.sub("", title)
    return Described("person", name, "person", True, head=words[last].lower(), title=title, country=iso(head))


def is_person_name(words: str) -> bool:
    """Whether the words can be a person's name: capitals, and nothing that names a body."""
    parts = words.split()
    return bool(PERSON_NAME.fullmatch(words)) and not any(body_kind(word) or is_title(word) for word in parts)


def body_kind(word: str) -> str:
    """The kind of body that a word of a name names, or ''."""
    found = kinds().get(word.lower().strip("."), frozenset())
    return next((kind for kind in BODIES if kind in found), "")


def name_alone(head: str, rest: str) -> Described | None:
    """A name without a title: a body where a word of it says so or `the` stands before it, else a person."""
    plain = re.sub(r"^(?:the|The) ", "", head)
    if " " not in head and kind_of(head):
        return None
    owner = re.fullmatch(r"(.+?)[’']s (.+)", plain)
    whose = iso(owner[1]) if owner and iso(owner[1]) else ""
    name = owner[2] if whose else plain
    words = name.split()
    if len(words) > 1 and kind_of(words[0]) in ("group", "person", "document") and not is_capital(words[1]):
        return None
    if not all(is_capital(word) or word in ("of", "for", "and", "the", "on", "&", "in") for word in words):
        return None
    if not is_capital(words[0]) or not is_capital(words[-1]) or known().get(words[0].lower(), NOUN) not in OPEN_CLASSES:
        return None
    place = whose or iso(name)
    nation = by_word().get(name)
    if nation and nation.kind == "demonym":
        return None
    kind = next((found for word in reversed(words) if (found := body_kind(word))), "")
    if kind == "government" and words[-1] in ("Court", "Council") and not whose:
        kind = "government"
    if kind:
        return Described("body", name, TYPE_OF[kind], True, head=words[-1].lower(), country=place)
    acronym = len(words) == 1 and words[0].isupper() and len(words[0]) > 1
    if acronym or head != plain or len(words) > 4 or {"of", "for", "and", "&", "in", "on"} & set(words):
        return Described("body", name, "non_state_group", True, head=words[-1].lower(), country=place)
    if len(words) == 1:
        return Described("surname", name, "", True)
    if len(words) > 3 or not is_person_name(name):
        return NOBODY
    return Described("person", name, "person", True, title=role_in(rest))


def is_capital(word: str) -> bool:
    return word[:1].isupper() or word.lower() in ("al", "bin", "de", "van", "von", "der") or word[:3].lower() == "al-"


def role_in(rest: str) -> str:
    """The role that an apposition gives: `spokesman for the Indonesian military`."""
    words = DETERMINER.sub("", rest.strip(" ,")).strip()
    head = BREAK.split(f"{words} ")[0].split()
    return words if head and kind_of(head[-1]) == "person" else ""


def name_in_apposition(head: str, rest: str) -> Described | None:
    """`Malaysia's Prime Minister, Najib Razak`: the name stands behind the comma."""
    words = rest.split(",")[0].split()
    while words and is_title(words[0]):
        words.pop(0)
    name = " ".join(words)
    if not name or len(name.split()) < 2 or not is_person_name(name) or name.split()[0].lower() in known():
        return None
    role = BREAK.split(f"{head} ")[0].split()
    if not role or kind_of(role[-1].strip("()")) not in ("person", ""):
        return None
    return Described(
        "person", name, "person", True, head=role[-1].lower(), title=DETERMINER.sub("", head), country=iso(head)
    )


def common_noun(head: str) -> Described:
    """A source by a common noun: `the Belarusian defence ministry`, `researchers`, `the report`, `a spokesman`."""
    noun = BREAK.split(f"{head} ")[0].strip().split()[-1].strip("’'")
    kind = kind_of(noun)
    if not kind:
        return NOBODY
    if kind == "person" and re.search(r"(?: [A-Z][\w’'-]+){4}", head):
        return NOBODY  # a name that could not be told from what stands before it
    name = small_opening((DEFINITE if kind == "group" else OPENING).sub("", head))
    indefinite, pointing = bool(INDEFINITE.match(head)), bool(ANAPHORIC.match(head))
    if kind == "document" and head != OPENING.sub("", head):
        name = f"{'a' if indefinite and name[0] not in 'aeiou' else 'an' if indefinite else 'the'} {name}"
    if kind == "person":
        name = definite(head, name)
    named = kind in BODIES and not indefinite and not pointing
    return Described(
        kind if kind not in BODIES else "body",
        name,
        TYPE_OF[kind],
        named,
        noun.lower(),
        "",
        pointing,
        indefinite,
        iso(head),
    )


OPENING = re.compile(r"^(?:the|an?|this|these|those|that|its|his|her|their|our|some|several|many|one|another) ", re.I)
DEFINITE = re.compile(r"^(?:the|these|those|its|his|her|their|our) ", re.I)
INDEFINITE = re.compile(r"(?:an?|one|another)\s", re.I)


def definite(head: str, name: str) -> str:
    """A person by a role that the words take for known: `the mayor of Ulm`, `the neighbour of Hassan`."""
    owner = re.match(r"([A-Z][\w.-]*)[’']s (.+)", head)
    if owner:
        return f"the {owner[2]} of {owner[1]}"
    return f"the {name}" if re.match(r"the .+ ", head, re.I) else name


def small_opening(name: str) -> str:
    """`name` without the capital that only opened a sentence."""
    first, *rest = name.split()
    if rest and rest[0][0].isupper():
        return name
    common = kinds().get(first.lower()) or first.lower() in known() or kind_of(first)
    return name[0].lower() + name[1:] if common and not first.isupper() else name


def iso(phrase: str) -> str:
    found = in_phrase(phrase)
    return found.iso if found else ""
