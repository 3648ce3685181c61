"""Which rows of two codings are the same row: spans first, then actors and issues, then positions.

Two spans match when they share at least .8 of their code points (Jaccard), within one sentence, one to one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property

import networkx as nx
import pandas as pd

from onrecord.coding import fields as f
from onrecord.coding.case import Case
from onrecord.coding.tables import fields_with
from onrecord.measures.frames import named_rows
from onrecord.problems import ProblemsError, problem

OVERLAP = 0.8
# The span by which the rows of a table are recognised.
ANCHORS = {
    "statements": "content",
    "events": "trigger",
    "relations": "evidence",
    "mentions": "mention",
    "dates": "date",
}
Points = frozenset[int]


@dataclass(frozen=True)
class Alignment:
    """Pairs of ids, A's to B's, for each table; what has no partner is not in it."""

    a: Case
    b: Case

    def __post_init__(self) -> None:
        if self.a.article.sha256 != self.b.article.sha256:
            found = f"{self.a.id} and {self.b.id} code different texts (sha256 of the articles differs)"
            raise ProblemsError(
                [problem("E-AGREE", found=found, remedy="compare two codings of one article, byte for byte the same")]
            )

    @cached_property
    def rows(self) -> dict[str, dict[str, str]]:
        """Table -> pairs, for the tables whose rows have a span."""
        return {table: self._matched(table, name) for table, name in ANCHORS.items()}

    @cached_property
    def actors(self) -> dict[str, str]:
        """Actors named by the same spans, speakers' and mentions'; the publisher; else actors of one name."""
        votes = _shared(_named_by(self.a, "actor"), _named_by(self.b, "actor"))
        votes[self.a.narrator, self.b.narrator] += len(self.a.statements) + 1
        return _by_name(_one_to_one(votes), self.a.actors["name"], self.b.actors["name"])

    @cached_property
    def places(self) -> dict[str, str]:
        """Places named by the same spans; else places of one name."""
        votes = _shared(_named_by(self.a, "place"), _named_by(self.b, "place"))
        return _by_name(_one_to_one(votes), self.a.places["name"], self.b.places["name"])

    @cached_property
    def issues(self) -> dict[str, str]:
        """Issues of A and B that the same statements are on or are evidence for."""
        b_of = self.rows["statements"]
        on_b = _on_issue(self.b)
        votes: Counter[tuple[str, str]] = Counter()
        for statement, issues in _on_issue(self.a).items():
            votes.update((a, b) for a in issues for b in on_b.get(b_of.get(statement, ""), ()))
        return _one_to_one(votes)

    @cached_property
    def positions(self) -> dict[str, str]:
        """Positions of the same actor on the same issue with the same basis."""
        known = {(row.actor, row.issue, row.basis): row.Index for row in named_rows(self.b.positions)}
        found = {}
        for row in named_rows(self.a.positions):
            other = known.get((self.actors.get(row.actor), self.issues.get(row.issue), row.basis))
            if other:
                found[row.Index] = other
        return found

    def pairs(self, table: str) -> dict[str, str]:
        """The pairs of `table`, whichever way they were found."""
        return self.rows[table] if table in ANCHORS else getattr(self, table)

    @cached_property
    def decided(self) -> frozenset[tuple[str, str]] | None:
        """(table, id) of the rows that a review decided, where one coding is the draft of the other; None: all count.

        A row that nobody decided is the same on both sides, which is no agreement.
        """
        if self.a.folder != self.b.folder or (self.a.decided is None) == (self.b.decided is None):
            return None
        return self.a.decided if self.b.decided is None else self.b.decided

    def counts(self, table: str, *rows: str) -> bool:
        """Whether one of these, a row or the two of a pair, is to be counted."""
        return self.decided is None or any((table, row) in self.decided for row in rows)

    def counted_pairs(self, table: str) -> dict[str, str]:
        """The pairs that are to be counted."""
        return {a: b for a, b in self.pairs(table).items() if self.counts(table, a, b)}

    def counted(self, table: str) -> tuple[list[str], list[str]]:
        """The rows of A and of B that are to be counted."""
        pairs = self.counted_pairs(table)
        sides = ((self.a, set(pairs)), (self.b, set(pairs.values())))
        a, b = ([r for r in getattr(case, table).index if r in of or self.counts(table, r)] for case, of in sides)
        return a, b

    def _matched(self, table: str, name: str) -> dict[str, str]:
        """Rows of one sentence cell whose spans overlap; of several with one span, those that name the same actors."""
        by_sentence: dict[str, list[tuple[str, Points]]] = {}
        for row, sentence in getattr(self.b, table)["sentence"].items():
            by_sentence.setdefault(sentence, []).append((row, _points(self.b, row, name)))
        votes = {}
        for row, sentence in getattr(self.a, table)["sentence"].items():
            own = _points(self.a, row, name)
            for other, points in by_sentence.get(sentence, ()):
                overlap = _jaccard(own, points)
                if overlap >= OVERLAP:
                    votes[row, other] = overlap + self._alike(table, row, other) / 100
        return _one_to_one(votes)

    def _alike(self, table: str, row: str, other: str) -> float:
        """The share of the fields naming one actor or place in which the two rows agree, 0 to 1."""
        fields = [n for n, r in fields_with(table, f.Reference).items() if {"actors", "places"} & set(r.tables)]
        fields = [n for n in fields if n not in fields_with(table, f.ListOf)]
        known = self.actors | self.places
        a, b = (getattr(case, table) for case in (self.a, self.b))
        same = [known.get(a.at[row, n], a.at[row, n]) == b.at[other, n] for n in fields]
        return sum(same) / len(same) if same else 0.0


def _points(case: Case, row: str, name: str) -> Points:
    return frozenset(point for start, end in case.pieces(row, name) for point in range(start, end))


def _jaccard(a: Points, b: Points) -> float:
    return len(a & b) / len(a | b) if a or b else 0.0


def _one_to_one(votes: Mapping[tuple[str, str], float]) -> dict[str, str]:
    """The pairing with the greatest sum of votes (maximum-weight matching, networkx)."""
    graph: nx.Graph = nx.Graph()
    for (left, right), weight in sorted(votes.items()):
        graph.add_edge(("a", left), ("b", right), weight=weight)
    found = {frozenset(pair) for pair in nx.max_weight_matching(graph)}
    return {left: right for left, right in sorted(votes) if {("a", left), ("b", right)} in found}


def _by_name(pairs: dict[str, str], a: pd.Series, b: pd.Series) -> dict[str, str]:
    """`pairs`, and those among the rest that have one name."""
    taken = set(pairs.values())
    left = {name.casefold(): str(row) for row, name in b.items() if row not in taken}
    named = {str(row): name.casefold() for row, name in a.items() if row not in pairs}
    return pairs | {row: left[name] for row, name in named.items() if name in left}


def _named_by(case: Case, kind: str) -> dict[tuple[str, Points], set[str]]:
    """(sentence, code points) of a span -> the actors, or places, that it names."""
    found: dict[tuple[str, Points], set[str]] = {}
    for row, statement in case.statements.iterrows() if kind == "actor" else ():
        if points := _points(case, str(row), "speaker"):
            found.setdefault((statement["sentence"], points), set()).add(statement["speaker"])
    for row, mention in case.mentions[case.mentions["kind"] == kind].iterrows():
        found.setdefault((mention["sentence"], _points(case, str(row), "mention")), set()).add(mention["entity"])
    return found


def _shared(a: dict[tuple[str, Points], set[str]], b: dict[tuple[str, Points], set[str]]) -> Counter:
    """How many matching spans name each pair of actors."""
    by_sentence: dict[Hashable, list[tuple[Points, set[str]]]] = {}
    for (sentence, points), actors in b.items():
        by_sentence.setdefault(sentence, []).append((points, actors))
    votes: Counter[tuple[str, str]] = Counter()
    for (sentence, points), actors in a.items():
        for other, others in by_sentence.get(sentence, ()):
            if _jaccard(points, other) >= OVERLAP:
                votes.update((left, right) for left in actors for right in others)
    return votes


def _on_issue(case: Case) -> dict[str, set[str]]:
    """Statement -> the issues that it is on or is evidence for."""
    found: dict[str, set[str]] = {}
    for row, issue in case.statements["issue"].dropna().items():
        found.setdefault(row, set()).add(issue)
    for _, position in case.positions.iterrows():
        for statement in position["evidence"]:
            found.setdefault(statement, set()).add(position["issue"])
    return found
