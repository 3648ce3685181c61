"""Scores of predicted attributions against brat stand-off gold, micro-averaged over documents.

A gold folder holds `text/DOC.txt` and `attributions/DOC_ANNOTATOR.ann`; a document's first annotator is its gold.
Spans lose white space and punctuation at their edges before they are compared.

    source, cue, content   spans of the role that are identical
    relation               source, cue and content lists all identical
    soft                   one to one: Jaccard of content tokens at least .5, and sources that overlap or are both empty
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROLES = ("source", "cue", "content")
MEASURES = (*ROLES, "relation", "soft")
EDGES = " \t\r\n\xa0.,;:\"“”'‘’()[]–—-…?!"
TOKEN = re.compile(r"\w+(?:[’'.\-]\w+)*|[^\w\s]")
SAYING = re.compile(
    r"\b(?:said|says|say|saying|told|tells|telling|added|wrote|tweeted|according to|asked|noted|announced|reported"
    r"|argued|claimed|claims|stated|explained|continued|suggested|warned)\b",
    re.I,
)
Relation = dict[str, list[tuple[int, int]]]


class Document(NamedTuple):
    """A text with its gold relations (role → spans in code points)."""

    name: str
    text: str
    gold: list[Relation]


class Score(NamedTuple):
    """Of one document: measure → (hits, predicted, gold); form → (found, gold); indices of predictions that hit."""

    counts: dict[str, tuple[int, int, int]]
    forms: dict[str, tuple[int, int]]
    correct: frozenset[int]


def read_gold(folder: Path) -> Iterator[Document]:
    """Every document of a gold folder, by name. Raises FileNotFoundError when a text is missing."""
    annotations = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotations.setdefault(path.stem.rpartition("_")[0], path)
    for name, path in annotations.items():
        text = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        yield Document(name, text, read_relations(path.read_text(encoding="utf-8")))


def read_relations(annotation: str) -> list[Relation]:
    """Relations of one brat file: T lines are spans, E lines tie them together."""
    spans, relations = {}, []
    rows = [line.split("\t") for line in annotation.split("\n") if "\t" in line]
    for key, body, *_ in (row for row in rows if row[0][0] == "T"):
        offsets = [int(number) for number in re.findall(r"\d+", body.partition(" ")[2])]
        spans[key] = list(zip(offsets[::2], offsets[1::2], strict=True))
    for row in (row for row in rows if row[0][0] == "E"):
        relation = {role: [] for role in ROLES}
        for role, key in (item.split(":") for item in row[1].split()):
            relation.get(role.rstrip("0123456789").lower(), []).extend(spans.get(key, []))
        relations.append({role: sorted(set(found)) for role, found in relation.items()})
    return relations


def trimmed(text: str, relation: Relation) -> Relation:
    """The relation with its spans trimmed of punctuation; a span of nothing else stays."""
    return {role: sorted({trim(text, *span) for span in relation[role]}) for role in ROLES}


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    begin, stop = start + len(piece) - len(piece.lstrip(EDGES)), end - len(piece) + len(piece.rstrip(EDGES))
    return (begin, stop) if begin < stop else (start, end)


def score(document: Document, predicted: list[Relation]) -> Score:
    """Score of the predictions for one document."""
    text = document.text
    gold, mine = ([trimmed(text, relation) for relation in side] for side in (document.gold, predicted))
    counts = {}
    for role in ROLES:
        g, p = ({span for relation in side for span in relation[role]} for side in (gold, mine))
        counts[role] = (len(g & p), len(p), len(g))
    whole = [Counter(repr(relation) for relation in side) for side in (gold, mine)]
    counts["relation"] = ((whole[0] & whole[1]).total(), len(mine), len(gold))
    pairs = soft_pairs(text, gold, mine)
    counts["soft"] = (len(pairs), len(mine), len(gold))
    forms = Counter(form(text, relation) for relation in gold)
    found = Counter(form(text, gold[i]) for i in pairs)
    return Score(counts, {kind: (found[kind], n) for kind, n in forms.items()}, frozenset(pairs.values()))


def soft_pairs(text: str, gold: list[Relation], mine: list[Relation]) -> dict[int, int]:
    """Gold index → index of the prediction that it is paired with, best content overlap first."""
    spans = [found.span() for found in TOKEN.finditer(text)]
    starts, ends = [a for a, _ in spans], [b for _, b in spans]

    def tokens(relation: Relation, role: str) -> set[int]:
        return {k for a, b in relation[role] for k in range(bisect_right(ends, a), bisect_left(starts, b))}

    sides = [[(tokens(relation, "source"), tokens(relation, "content")) for relation in side] for side in (gold, mine)]
    candidates = []
    for i, (source, content) in enumerate(sides[0]):
        for j, (other_source, other_content) in enumerate(sides[1]):
            shared = len(content & other_content)
            if shared and (source & other_source or not (source or other_source)):
                overlap = shared / len(content | other_content)
                candidates += [(-overlap, i, j)] if overlap >= 0.5 else []
    paired: dict[int, int] = {}
    for _, i, j in sorted(candidates):
        if i not in paired and j not in paired.values():
            paired[i] = j
    return paired


def form(text: str, relation: Relation) -> str:
    """Form of an attribution: direct, mixed or indirect, with a verb of saying (`say`) or another cue (`other`)."""
    content = " ".join(text[max(0, a - 2) : b + 2] for a, b in relation["content"])
    cue = " ".join(text[a:b] for a, b in relation["cue"])
    direct = re.match(r"\W*(?:[“\"‘]|'')", content)
    manner = "direct" if direct else "mixed" if re.search("[“\"”]|''", content) else "indirect"
    return f"{manner} + {'say' if SAYING.search(cue) else 'other'}"
