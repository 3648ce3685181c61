"""Whether what a draft attributes is in the right mouth, and whole.

Words are counted, so that a draft may cut statements otherwise than the gold. A word is in the right mouth where the
gold gives it to a speaker whom the drafted speaker can name.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from onrecord.drafting.scoring.gold import Span
from onrecord.drafting.scoring.statement_gold import GoldArticle, GoldStatement, Speaker, Worded

WHOLE = 0.9  # part of a gold statement's words that must be in the right mouth
FAITHFUL = 0.8  # F1 of a drafted row with a gold statement
NO_NAMES = frozenset(  # words that name nobody by themselves
    re.findall(
        r"\w+",
        "mr mrs ms dr sir lord lady president minister prime governor senator judge professor king queen of former "
        "then acting deputy chief general secretary spokesman spokeswoman spokesperson",
    )
)
DROPPED = frozenset(["the", "a", "an", "s"])


class Row(NamedTuple):
    """A drafted statement: the forms by which its speaker is named, and where its content stands."""

    forms: frozenset[str]
    content: Sequence[Span]


class Mouths(NamedTuple):
    """Counts of one article, or the sums of several: words first, then statements and rows."""

    gold_words: int
    covered: int  # of these: in the right mouth
    drafted_words: int
    right: int  # of these: the gold gives them to the same speaker
    anothers: int  # to somebody else only
    nobodys: int
    gold: int
    whole: int
    rows: int
    faithful: int


class _Held(NamedTuple):
    """A drafted row's words, and the gold speakers whom its speaker can name."""

    words: frozenset[int]
    mouth: frozenset[str]


def mouths(article: GoldArticle, rows: Iterable[Row]) -> Mouths:
    """The counts of the rows drafted for one article."""
    held = [_Held(article.worded.within(row.content), named(row.forms, article.speakers)) for row in rows]
    said = article.statements
    covered = [len(one.words & _given_to(one.speaker, held)) for one in said]
    right = [len(one.words & _said_by(one.mouth, said)) for one in held]
    nobodys = [len(one.words - _said_by({s.speaker for s in said}, said)) for one in held]
    drafted = sum(len(one.words) for one in held)
    return Mouths(
        gold_words=sum(len(one.words) for one in said),
        covered=sum(covered),
        drafted_words=drafted,
        right=sum(right),
        anothers=drafted - sum(right) - sum(nobodys),
        nobodys=sum(nobodys),
        gold=len(said),
        whole=sum(n >= WHOLE * len(one.words) > 0 for n, one in zip(covered, said, strict=True)),
        rows=len(held),
        faithful=sum(_best(one, said, article.worded) >= FAITHFUL for one in held),
    )


def _given_to(speaker: str, held: Iterable[_Held]) -> frozenset[int]:
    """The words that the draft gives to this speaker."""
    return frozenset().union(*(one.words for one in held if speaker in one.mouth))


def _said_by(speakers: Collection[str], said: Iterable[GoldStatement]) -> frozenset[int]:
    """The words that the gold gives to one of these speakers."""
    return frozenset().union(*(one.words for one in said if one.speaker in speakers))


def _best(row: _Held, said: Iterable[GoldStatement], worded: Worded) -> float:
    """The best F1 of the row with a statement of that mouth, as far as it stands in the sentences of the row."""
    near = {worded.sentences[k] for k in row.words}
    here = (frozenset(k for k in one.words if worded.sentences[k] in near) for one in said if one.speaker in row.mouth)
    return max((_f1(row.words, words) for words in here), default=0.0)


def _f1(one: frozenset[int], other: frozenset[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def named(forms: Collection[str], speakers: Iterable[Speaker]) -> frozenset[str]:
    """The speakers whom these forms can name: those named in full where there is one, else all that are alike."""
    drafted = [_name(form) for form in forms]
    full, alike = set(), set()
    for one in speakers:
        known = [_name(form) for form in one.forms]
        if any(name in known for name in drafted):
            full.add(one.id)
        if any(_alike(name, other) for name in drafted for other in (*known, _name(one.role))):
            alike.add(one.id)
    return frozenset(full or alike)


def _name(form: str) -> tuple[str, ...]:
    return tuple(word for word in re.findall(r"\w+", form.casefold()) if word not in DROPPED)


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Equal, or all words of one stand in the other and more than a title is among them."""
    if not one or not other:
        return False
    short, long = sorted((set(one), set(other)), key=len)
    return one == other or (short <= long and not short <= NO_NAMES)
