"""Propositions and other words of a coder or of the article, set as a clause inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.coding.case import Case
from onrecord.wording.naming import typeset

# First words that lose their capital inside a sentence; any other keeps it unless the article writes it small.
_OPENING = """a an the this that these those it its he she they his her their there any some all no many most several
more few both each every other another such during in on at after before if when while for from with without by as to
under over about among despite amid since until once because although though whether where almost nearly around roughly
approximately only just even still also now then today yesterday tomorrow here again further one two three four five
six seven eight nine ten people children women men officials police workers residents researchers scientists experts"""
_OPENERS = frozenset(_OPENING.split())


def proposition_text(case: Case, issue: str) -> str:
    """The issue's proposition in full, as coded; its id where there is none."""
    text = case.issues["proposition"].get(issue)
    return text if isinstance(text, str) else issue


def issue_clause(case: Case, issue: str) -> str:
    """The issue's proposition as a clause inside a sentence: no full stop, no capital that only opened it."""
    text = typeset(case.issues.at[issue, "proposition"]).rstrip(". ")
    first = re.match(r"\w+", text)
    if not first or _opens_a_name(text) or _is_name(case, first[0]):
        return text
    return text[0].lower() + text[1:]


def clause(case: Case, text: str) -> str:
    """`text` with a small first letter where that letter is large only because it opened a sentence."""
    first = re.match(r"\w+", text)
    if not first or not lowers(case, first[0]) or _opens_a_name(text):
        return text
    return text[0].lower() + text[1:]


def lowers(case: Case, word: str) -> bool:
    """Whether the capital of `word` comes from its place at the start of a sentence and not from a name."""
    small = word[0].lower() + word[1:]
    return small in _OPENERS or (word != "I" and re.search(rf"\b{re.escape(small)}\b", case.article.text) is not None)


def _opens_a_name(text: str) -> bool:
    """Whether a second capital shows the first to be a name's: "New Zealand’s flag"."""
    first = re.match(r"(\w+) [A-Z]", text)
    return first is not None and first[1].lower() not in _OPENERS


def _is_name(case: Case, word: str) -> bool:
    """Whether `word` keeps its capital anywhere: a part of a coded name, or written large inside a sentence."""
    if lowers(case, word):
        return False
    inside = rf"(?<=[\w,;:] ){re.escape(word)}\b"
    return any(_stands_in(word, name) for name in _names(case)) or re.search(inside, case.article.text) is not None


def _names(case: Case) -> Iterator[str]:
    yield from case.actors["name"]
    yield from case.places["name"]
    for aliases in case.actors["aliases"]:
        yield from aliases


def _stands_in(word: str, name: str) -> bool:
    return word in re.findall(r"\w+", name)[1:] or name.split()[0] == word


def coders_text(case: Case, text: str) -> str:
    """A coder's text for readers: ids of actors and issues as their names, curly quotes, alternatives parted by /."""
    names = dict(case.actors["name"]) | {issue: f"“{issue_clause(case, issue)}”" for issue in case.issues.index}
    known = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    text = re.sub(rf"(?<![\w-])({known})(?![\w-])", lambda match: names[match[1]], text) if known else text
    return typeset(text.replace("|", " / "))
