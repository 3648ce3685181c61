"""Which actors take the same stances on the same issues (Discourse Network Analyzer, leifeld/dna @2adbf78).

Frame: a, b, root_a, root_b, same_root (bool), issues (tuple, shared), n_a, n_b (coded values of each, all issues),
congruence, conflict, subtract, and each divided by average activity: congruence_normed, conflict_normed,
subtract_normed; rows. Dyads that share an issue; a stands before b in `actors`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.measures.stated_positions import joined, stated_positions
from onrecord.measures.tally import frame

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case
    from onrecord.measures.corpus import Corpus

MEASURES = ("congruence", "conflict", "subtract")


def dyads(case: Case | Corpus) -> pd.DataFrame:
    """Congruence, conflict and subtract of each two actors with self-stated positions on one issue.

    With x_ajk the number of articles in which actor a has stance k on issue j, K = 5 levels, and sums over j, k, k':
    congruence c = Σ x_ajk · x_bjk' · (1 − |k − k'| / 4), conflict f = Σ x_ajk · x_bjk' · |k − k'| / 4, both 0 or more;
    subtract = c − f. Normed by average activity: divided by (n_a + n_b) / 2, n the coded values of an actor. Similarity
    is never 0 between −2 and 1 (it is .25), so drawings use subtract. Dyads of one root are marked: they are no
    agreement of two parties, and `dyads_between_roots` leaves them out.
    """
    positions = stated_positions(case)
    values: dict[str, dict[str, Counter]] = defaultdict(lambda: defaultdict(Counter))  # issue, actor -> stances
    rows: dict[tuple[str, str], list] = defaultdict(list)
    for row in positions.itertuples():
        values[row.issue][row.actor][row.stance] += 1
        rows[row.issue, row.actor].append(row.rows)
    order = {actor: at for at, actor in enumerate(case.actors.index)}
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for issue, by_actor in values.items():
        for pair in combinations(sorted(by_actor, key=order.__getitem__), 2):
            shared[pair].append(issue)
    pairs = sorted(shared, key=lambda pair: (order[pair[0]], order[pair[1]]))
    activity = positions["actor"].value_counts()
    return _frame(case, pairs, shared, values, rows, activity)


def dyads_between_roots(case: Case | Corpus) -> pd.DataFrame:
    """The dyads whose actors belong to different roots."""
    found = dyads(case)
    return found[~found["same_root"]].reset_index(drop=True)


def dyads_within_roots(case: Case | Corpus) -> pd.DataFrame:
    """The dyads within one root, reported apart."""
    found = dyads(case)
    return found[found["same_root"]].reset_index(drop=True)


def _frame(case, pairs, shared, values, rows, activity) -> pd.DataFrame:
    weights = [[_weights(values[issue][a], values[issue][b]) for issue in shared[a, b]] for a, b in pairs]
    congruence = [sum(c for c, _ in found) for found in weights]
    conflict = [sum(f for _, f in found) for found in weights]
    roots = [(case.root(a), case.root(b)) for a, b in pairs]
    found = frame(
        {
            "a": [a for a, _ in pairs],
            "b": [b for _, b in pairs],
            "root_a": [a for a, _ in roots],
            "root_b": [b for _, b in roots],
            "same_root": [a == b for a, b in roots],
            "issues": [tuple(shared[pair]) for pair in pairs],
            "n_a": [activity[a] for a, _ in pairs],
            "n_b": [activity[b] for _, b in pairs],
            "congruence": congruence,
            "conflict": conflict,
            "subtract": [c - f for c, f in zip(congruence, conflict, strict=True)],
        },
        dict.fromkeys(["a", "b", "root_a", "root_b"], "str")
        | {"same_root": "bool", "n_a": "int64", "n_b": "int64"}
        | dict.fromkeys(MEASURES, "float64"),
    )
    for measure in MEASURES:
        found[f"{measure}_normed"] = found[measure] / ((found["n_a"] + found["n_b"]) / 2)
    found["rows"] = frame({"rows": [joined(_evidence(rows, shared[p], p)) for p in pairs]}, {})["rows"]
    return found


def _weights(one: Counter, other: Counter) -> tuple[float, float]:
    """Congruence and conflict of two actors on one issue."""
    pairs = [(n * m, abs(k - q) / 4) for k, n in one.items() for q, m in other.items()]
    return sum(n * (1 - apart) for n, apart in pairs), sum(n * apart for n, apart in pairs)


def _evidence(rows, issues, pair) -> list[tuple[str, ...]]:
    return [ids for issue in issues for actor in pair for ids in rows[issue, actor]]
