"""Sources that are called by a name: persons, and bodies whose name tells no state."""

# ruff: noqa: SIM905

from __future__ import annotations

import re

from onrecord.drafting.reading.personal import ALSO_FIRST_NAMES
from onrecord.drafting.reading.tags import ADJECTIVE, NOUN, VERB
from onrecord.drafting.reading.tokens import known
from onrecord.drafting.sources.mentions.countries import by_word, iso_in
from onrecord.drafting.sources.mentions.described import NOBODY, Described
from onrecord.drafting.sources.mentions.nouns import TYPE_OF, body_kind, head_of, is_title, kind_of

CAPITAL = "[" + "".join(filter(str.isupper, map(chr, range(0x10000)))) + "]"  # of every script that has them
CAPITAL_WORD = rf"(?:{CAPITAL}(?:[\w\u0300-\u036f’'-]*[\w\u0300-\u036f])?\.?|{CAPITAL}\.)"
PARTICLES = "al el bin ibn bint de da di del dela della der den van von la le du dos das ter ten zu af y".split()
PARTICLE = f"(?:{'|'.join(PARTICLES)})"
PERSON_NAME = re.compile(rf"{CAPITAL_WORD}(?:[ -](?:{PARTICLE}[ -])*{CAPITAL_WORD}){{0,4}}(?: (?:Jr|Sr|II|III)\.?)?")
DETERMINER = re.compile(r"^(?:the|a|an|this|that|these|those|some|several|many|two|three|four|both|one)\s+", re.I)
BELONGING = [  # up to the last link, up to the first
    re.compile(rf"((?:[\w.’'-]+ ){{0,7}}{lazy}{CAPITAL_WORD}) (?:of|from|at|with|for) (?:the |an? )?{CAPITAL}?.+")
    for lazy in ("", "?")
]
CALLED = re.compile(rf"((?:[\w’'-]+ ){{0,4}}?[a-z]+) ((?:[Tt]he )?{CAPITAL_WORD}(?: {CAPITAL_WORD}){{0,3}})")
THE = re.compile(r"^(?:the|The) ")
OWNED = re.compile(r"(.+?)[’']s (.+)")
SMALL = frozenset(PARTICLES)  # words of a name that need no capital
LINKS = frozenset(["of", "for", "and", "&", "in", "on"])  # words that a body's name has and a person's has not
OPENING = frozenset([NOUN, ADJECTIVE, VERB])  # parts of speech of words that can open a name
LONGEST_OF_A_PERSON = 3  # words


def person_after_title(head: str, rest: str) -> Described | None:
    """`President Alexander Lukashenko`, `Facebook co-founder Mark Zuckerberg`, `Minister of Education Ann Lee`."""
    words = head.split()
    last = max((i for i, word in enumerate(words) if is_title(word)), default=len(words))
    length = length_of_name(words[last + 1 :])
    if not length:
        return None
    name, title = " ".join(words[-length:]), " ".join(words[:-length])
    return titled(name, title, words[last], iso_in(head))


def titled(name: str, title: str, noun: str, country: str) -> Described:
    """A person with a title that turns on a noun."""
    title = DETERMINER.sub("", title)
    return Described("person", name, "person", True, head=noun.lower(), title=title, country=country)


def length_of_name(after: list[str]) -> int:
    """How many words, at the end of those behind a title, are a person's name: all, the last two, or none."""
    last_two = " ".join(after[-2:])
    if after[:1] in (["of"], ["for"]) and len(after) >= 4 and is_person_name(last_two):
        return 0 if last_two in by_word() else 2  # of the United States
    return len(after) if is_person_name(" ".join(after)) else 0


def is_person_name(words: str) -> bool:
    """Whether the words can be a person's name: capitals, and nothing that names a body."""
    return bool(PERSON_NAME.fullmatch(words)) and not any(body_kind(word) or is_title(word) for word in words.split())


def person_from(head: str, rest: str) -> Described | None:
    """`Chief Superintendent Ann Lee of the police of Ulm`: a person's name, and where that person belongs."""
    found = next((m for one in BELONGING if (m := one.fullmatch(head)) and not kind_of_name(m[1])), None)
    if not found or is_noun_with_a_link(head.split()):
        return None
    person = person_after_title(found[1], rest) or titles_joined(found[1], rest)
    if person or not opens_as_a_full_name(found[1]) or kind_of(found[1].split()[0]):
        return person
    return Described("person", found[1], "person", True, title=role_in(rest)) if is_name(found[1]) else None


def person_named(head: str, rest: str) -> Described | None:
    """`A university student named Wong`: a person by a role and a name, the last name alone included."""
    role, _, name = head.partition(" named ")
    found = head_of(role) if name else []
    if not found or kind_of(found[-1]) != "person" or not is_person_name(name):
        return None
    return titled(name, role if " " in name else "", found[-1], iso_in(role))


def titles_joined(head: str, rest: str) -> Described | None:
    """`businessman and loyalist Ann Lee`: two roles before one name."""
    first, _, second = head.partition(" and ")
    role = head_of(first)
    if not second or not role or not is_title(role[-1]):
        return None
    person = person_after_title(second, rest)
    return person._replace(title=head.removesuffix(person.name).strip()) if person else None


def kind_and_name(head: str, rest: str) -> Described | None:
    """`newspaper The Hindu`, `state news agency PAP`: a body by what it is, and its name."""
    found = CALLED.fullmatch(head)
    kind = body_kind(found[1].split()[-1]) if found and found[1].split()[-1].islower() else ""
    if not found or not kind or not is_name(THE.sub("", found[2])):
        return None
    name = THE.sub("", found[2])
    return Described("body", name, TYPE_OF[kind], True, head=last_word(name), country=iso_in(head))


def name_alone(head: str, rest: str) -> Described | None:
    """A name without a title: a body where a word of it says so or `the` stands before it, else a person."""
    plain = THE.sub("", head)
    whose, name = owner_and_name(plain)
    if (" " not in head and kind_of(head)) or not is_name(name):
        return None
    kind = kind_of_name(name)
    if kind or plain != head or looks_like_a_body(name):
        body_type = TYPE_OF[kind or "organisation"]
        return Described("body", name, body_type, True, head=last_word(name), country=whose or iso_in(name))
    return person_or_surname(name, rest)


def owner_and_name(plain: str) -> tuple[str, str]:
    """The country that a name is said to belong to ('' for none), and the name: `Norway’s Harbour Authority`."""
    owner = OWNED.fullmatch(plain)
    whose = iso_in(owner[1]) if owner else ""
    return whose, owner[2] if owner and whose else plain


def is_name(name: str) -> bool:
    """Whether the words are capitals, but for links between them, open as a name can, and are no demonym."""
    words, nation = name.split(), by_word().get(name)
    return (
        all(is_capital(word) or word in LINKS or word == "the" for word in words)
        and is_capital(words[0])
        and is_capital(words[-1])
        and (known().get(words[0].lower(), NOUN) in OPENING or (words[0] in ALSO_FIRST_NAMES and len(words) > 1))
        and not (nation and nation.kind == "demonym")
        and not is_noun_with_a_link(words)
    )


def is_noun_with_a_link(words: list[str]) -> bool:
    """`Officials in Oslo`, `Spokesman for …`: a common noun that opens a sentence."""
    return len(words) > 1 and kind_of(words[0]) in ("group", "person", "document") and not is_capital(words[1])


def is_capital(word: str) -> bool:
    """Whether the word has a capital, or is a particle of names that goes without."""
    return word[:1].isupper() or word.lower() in SMALL or word[:3].lower() == "al-"


def kind_of_name(name: str) -> str:
    """The kind of body that the last telling word of a name names, or ''."""
    return next((kind for word in reversed(name.split()) if (kind := body_kind(word))), "")


def looks_like_a_body(name: str) -> bool:
    """An acronym, a name of many words, or one with a link in it."""
    words = name.split()
    acronym = len(words) == 1 and name.isupper() and len(name) > 1
    return acronym or len(words) > LONGEST_OF_A_PERSON + 1 or not LINKS.isdisjoint(words)


def person_or_surname(name: str, rest: str) -> Described | None:
    """A person by full name, with the role behind it; a lone name may be anybody's; of four words, nobody's.

    None where the words are a title alone: `Malaysia's Prime Minister, …`.
    """
    words = name.split()
    length = len(words)
    if length > 1 and is_title(words[-1]):
        return None
    if length == 1:
        return Described("surname", name, "", True)
    if length > LONGEST_OF_A_PERSON or not is_person_name(name):
        return NOBODY
    return Described("person", name, "person", True, title=role_in(rest))


def last_word(name: str) -> str:
    """The last word in small letters."""
    return name.split()[-1].lower()


def role_in(rest: str) -> str:
    """The role that an apposition gives: `spokesman for the Indonesian military`."""
    words = DETERMINER.sub("", rest.strip(" ,")).strip()
    head = head_of(words)
    return words if head and kind_of(head[-1]) == "person" else ""


def name_in_apposition(head: str, rest: str) -> Described | None:
    """`Malaysia's Prime Minister, Najib Razak`: the name stands behind the comma."""
    name, role = without_titles(rest.split(",")[0].split()), head_of(head)
    if not opens_as_a_full_name(name) or not role or kind_of(role[-1].strip("()")) not in ("person", ""):
        return None
    return titled(name, head, role[-1], iso_in(head))


def without_titles(words: list[str]) -> str:
    """The words behind the titles that they open with."""
    first = next((i for i, word in enumerate(words) if not is_title(word)), len(words))
    return " ".join(words[first:])


def opens_as_a_full_name(name: str) -> bool:
    """Whether this is a person's name of two words or more, the first no common word."""
    words = name.split()
    return len(words) >= 2 and is_person_name(name) and words[0].lower() not in known()
