"""Scores of predicted attributions against brat stand-off gold, micro-averaged over documents.

Spans lose white space and punctuation at their edges before they are compared.

    source, cue, content   spans of the role that are identical
    relation               source, cue and content lists all identical
    soft                   one to one: Jaccard of content words at least .5, and sources that overlap or are both empty
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from onrecord.drafting.scoring.gold import ROLES, Document, Relation, Span

MEASURES = (*ROLES, "relation", "soft")
SOFT = 0.5  # part of the words of two contents that both hold
EDGES = " \t\r\n\xa0.,;:\"“”'‘’()[]–—-…?!"
WORD = re.compile(r"\w+(?:[’'.\-]\w+)*|[^\w\s]")
OPENS_QUOTED = re.compile(r"\W*(?:[“\"‘]|'')")
QUOTES = re.compile("[“\"”]|''")
SAYING = re.compile(
    r"\b(?:said|says|say|saying|told|tells|telling|added|wrote|tweeted|according to|asked|noted|announced|reported"
    r"|argued|claimed|claims|stated|explained|continued|suggested|warned)\b",
    re.I,
)
Counts = tuple[int, int, int]  # hits, predicted, gold


class Score(NamedTuple):
    """Of one document: measure → counts; form → (found, gold); indices of predictions that hit."""

    counts: dict[str, Counts]
    forms: dict[str, tuple[int, int]]
    correct: frozenset[int]


class Covered(NamedTuple):
    """The numbers of the words that source and content of a relation cover."""

    source: set[int]
    content: set[int]


def score(document: Document, predicted: Iterable[Relation]) -> Score:
    """Score of the predictions for one document."""
    gold, mine = ([trimmed(document.text, relation) for relation in side] for side in (document.gold, predicted))
    pairs = soft_pairs(document.text, gold, mine)
    return Score(counts(gold, mine, len(pairs)), forms(document.text, gold, pairs), frozenset(pairs.values()))


def counts(gold: Sequence[Relation], mine: Sequence[Relation], soft: int) -> dict[str, Counts]:
    """Measure → counts; `soft` are the hits of that measure."""
    hits = {"relation": same_relations(gold, mine), "soft": soft}
    relations = {measure: (n, len(mine), len(gold)) for measure, n in hits.items()}
    return {role: same_spans(gold, mine, role) for role in ROLES} | relations


def forms(text: str, gold: Sequence[Relation], found: Iterable[int]) -> dict[str, tuple[int, int]]:
    """Form → how many of these gold relations have it: of those found, and of all."""
    kinds = [form(text, relation) for relation in gold]
    hits = Counter(kinds[i] for i in found)
    return {kind: (hits[kind], n) for kind, n in Counter(kinds).items()}


def trimmed(text: str, relation: Relation) -> Relation:
    """The relation with its spans trimmed of punctuation; a span of nothing else stays."""
    return {role: sorted({trim(text, *span) for span in relation[role]}) for role in ROLES}


def trim(text: str, start: int, end: int) -> Span:
    """The span without white space and punctuation at its edges, or as it is where it holds nothing else."""
    piece = text[start:end]
    begin, stop = start + len(piece) - len(piece.lstrip(EDGES)), end - len(piece) + len(piece.rstrip(EDGES))
    return (begin, stop) if begin < stop else (start, end)


def same_spans(gold: Sequence[Relation], mine: Sequence[Relation], role: str) -> Counts:
    """Counts of the spans of one role."""
    given, predicted = ({span for relation in side for span in relation[role]} for side in (gold, mine))
    return len(given & predicted), len(predicted), len(given)


def same_relations(gold: Sequence[Relation], mine: Sequence[Relation]) -> int:
    """How many relations are the same on both sides."""
    given, predicted = (Counter(map(repr, side)) for side in (gold, mine))
    return (given & predicted).total()


def soft_pairs(text: str, gold: Sequence[Relation], mine: Sequence[Relation]) -> dict[int, int]:
    """Gold index → index of the prediction that it is paired with, best content overlap first."""
    paired: dict[int, int] = {}
    for _, i, j in sorted(candidates(covered(text, gold), covered(text, mine))):
        if i not in paired and j not in paired.values():
            paired[i] = j
    return paired


def candidates(gold: Sequence[Covered], mine: Sequence[Covered]) -> Iterator[tuple[float, int, int]]:
    """Pairs that overlap enough, by index, behind the negative overlap of each."""
    for (i, one), (j, other) in product(enumerate(gold), enumerate(mine)):
        part = overlap(one, other)
        if part >= SOFT:
            yield -part, i, j


def covered(text: str, relations: Iterable[Relation]) -> list[Covered]:
    """The words that each of the relations covers."""
    spans = [found.span() for found in WORD.finditer(text)]
    starts, ends = [a for a, _ in spans], [b for _, b in spans]

    def words(spans: Iterable[Span]) -> set[int]:
        return {k for a, b in spans for k in range(bisect_right(ends, a), bisect_left(starts, b))}

    return [Covered(words(relation["source"]), words(relation["content"])) for relation in relations]


def overlap(one: Covered, other: Covered) -> float:
    """The part of the content words of both that they share; 0 where their sources do not meet."""
    shared = len(one.content & other.content)
    meet = bool(one.source & other.source) or not (one.source or other.source)
    return shared / len(one.content | other.content) if shared and meet else 0.0


def form(text: str, relation: Relation) -> str:
    """Form of an attribution: direct, mixed or indirect, with a verb of saying (`say`) or another cue (`other`)."""
    content = " ".join(text[max(0, a - 2) : b + 2] for a, b in relation["content"])
    cue = " ".join(text[a:b] for a, b in relation["cue"])
    return f"{manner(content)} + {'say' if SAYING.search(cue) else 'other'}"


def manner(content: str) -> str:
    """direct for content that opens with a quotation, mixed where one stands in it, else indirect."""
    if OPENS_QUOTED.match(content):
        return "direct"
    return "mixed" if QUOTES.search(content) else "indirect"
