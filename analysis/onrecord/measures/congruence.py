"""Which actors take the same stances on the same issues (Discourse Network Analyzer, leifeld/dna @2adbf78).

Frame: a, b, root_a, root_b, same_root (bool), issues (tuple, shared), n_a, n_b (coded values of each, all issues),
congruence, conflict, subtract, and each divided by average activity: congruence_normed, conflict_normed,
subtract_normed; rows. Dyads that share an issue; a stands before b in `actors`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.measures.frames import data_frame, joined, named_rows
from onrecord.measures.self_stated_positions import self_stated_positions

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case
    from onrecord.measures.corpus import Corpus

MEASURES = ("congruence", "conflict", "subtract")
_DTYPES = (
    dict.fromkeys(["a", "b", "root_a", "root_b"], "str")
    | {"same_root": "bool", "n_a": "int64", "n_b": "int64"}
    | dict.fromkeys(MEASURES, "float64")
)


def dyads(case: Case | Corpus) -> pd.DataFrame:
    """Congruence, conflict and subtract of each two actors with self-stated positions on one issue.

    With x_ajk the number of articles in which actor a has stance k on issue j, K = 5 levels, and sums over j, k, k':
    congruence c = Σ x_ajk · x_bjk' · (1 − |k − k'| / 4), conflict f = Σ x_ajk · x_bjk' · |k − k'| / 4, both 0 or more;
    subtract = c − f. Normed by average activity: divided by (n_a + n_b) / 2, n the coded values of an actor. Similarity
    is never 0 between −2 and 1 (it is .25), so drawings use subtract. Dyads of one root are marked: they are no
    agreement of two parties, and `dyads_between_roots` leaves them out.
    """
    stances = _Stances(case)
    pairs = stances.pairs
    found = data_frame(_who(case, pairs) | _how_much(stances, pairs) | _alike(stances, pairs), _DTYPES)
    for measure in MEASURES:
        found[f"{measure}_normed"] = found[measure] / ((found["n_a"] + found["n_b"]) / 2)
    return found.assign(rows=data_frame({"rows": [stances.evidence(pair) for pair in pairs]}, {})["rows"])


def dyads_between_roots(case: Case | Corpus) -> pd.DataFrame:
    """The dyads whose actors belong to different roots."""
    found = dyads(case)
    return found[~found["same_root"]].reset_index(drop=True)


def dyads_within_roots(case: Case | Corpus) -> pd.DataFrame:
    """The dyads within one root, reported apart."""
    found = dyads(case)
    return found[found["same_root"]].reset_index(drop=True)


Pair = tuple[str, str]


@dataclass(frozen=True)
class _Stances:
    """The self-stated positions, by issue and actor."""

    case: Case | Corpus

    @cached_property
    def positions(self) -> pd.DataFrame:
        return self_stated_positions(self.case)

    @cached_property
    def values(self) -> dict[str, dict[str, Counter[int]]]:
        """Issue -> actor -> how often it takes each stance."""
        found: dict[str, dict[str, Counter[int]]] = defaultdict(lambda: defaultdict(Counter))
        for row in named_rows(self.positions):
            found[row.issue][row.actor][row.stance] += 1
        return found

    @cached_property
    def rows(self) -> dict[Pair, list[tuple[str, ...]]]:
        """(issue, actor) -> the rows behind its stances."""
        found: dict[Pair, list[tuple[str, ...]]] = defaultdict(list)
        for row in named_rows(self.positions):
            found[row.issue, row.actor].append(row.rows)
        return found

    @cached_property
    def shared(self) -> dict[Pair, list[str]]:
        """Two actors, in the order of the case -> the issues on which both have a position."""
        order = {actor: place for place, actor in enumerate(self.case.actors.index)}
        found: dict[Pair, list[str]] = defaultdict(list)
        for issue, by_actor in self.values.items():
            for one, other in combinations(sorted(by_actor, key=order.__getitem__), 2):
                found[one, other].append(issue)
        return dict(sorted(found.items(), key=lambda item: (order[item[0][0]], order[item[0][1]])))

    @property
    def pairs(self) -> list[Pair]:
        return list(self.shared)

    def evidence(self, pair: Pair) -> tuple[str, ...]:
        """The rows behind the stances of both on what they share."""
        return joined(ids for issue in self.shared[pair] for actor in pair for ids in self.rows[issue, actor])


def _who(case: Case | Corpus, pairs: list[Pair]) -> dict[str, list]:
    roots = [(case.root(one), case.root(other)) for one, other in pairs]
    return {
        "a": [one for one, _ in pairs],
        "b": [other for _, other in pairs],
        "root_a": [one for one, _ in roots],
        "root_b": [other for _, other in roots],
        "same_root": [one == other for one, other in roots],
    }


def _how_much(stances: _Stances, pairs: list[Pair]) -> dict[str, list]:
    activity = stances.positions["actor"].value_counts()
    return {
        "issues": [tuple(stances.shared[pair]) for pair in pairs],
        "n_a": [activity[one] for one, _ in pairs],
        "n_b": [activity[other] for _, other in pairs],
    }


def _alike(stances: _Stances, pairs: list[Pair]) -> dict[str, list[float]]:
    weights = [_weights(stances, pair) for pair in pairs]
    return {
        "congruence": [congruence for congruence, _ in weights],
        "conflict": [conflict for _, conflict in weights],
        "subtract": [congruence - conflict for congruence, conflict in weights],
    }


def _weights(stances: _Stances, pair: Pair) -> tuple[float, float]:
    """Congruence and conflict of two actors, summed over the issues they share."""
    found = [_on_issue(*(stances.values[issue][actor] for actor in pair)) for issue in stances.shared[pair]]
    return sum(congruence for congruence, _ in found), sum(conflict for _, conflict in found)


def _on_issue(one: Counter[int], other: Counter[int]) -> tuple[float, float]:
    pairs = [(n * m, abs(k - q) / 4) for k, n in one.items() for q, m in other.items()]
    return sum(n * (1 - apart) for n, apart in pairs), sum(n * apart for n, apart in pairs)
