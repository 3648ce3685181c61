"""How far the actors with a position on an issue stand at its two ends.

Frame: issue, proposition, agreement (A, −1 … 1), polarisation (P, 0 … 1), actors (n), roots (n), reason, rows;
issues with a self-stated position. A and P are missing where `reason` says why.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.measures.frames import data_frame, joined
from onrecord.measures.minimums import too_few
from onrecord.measures.self_stated_positions import by_issue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from onrecord.coding.case import Case
    from onrecord.measures.corpus import Corpus

LEVELS = (-2, -1, 0, 1, 2)
ACTORS = "actors with a stated position on this issue"
_COLUMNS = ("agreement", "polarisation", "actors", "roots", "reason", "rows")
ROOTS = "separate states or organisations with a stated position on this issue"


def agreement(frequencies: Sequence[int]) -> float:
    """A of van der Eijk (2001), Quality and Quantity 35(3), 325-341: 1 all in one category, 0 uniform, −1 two ends.

    `frequencies`: how often each of K ≥ 3 ordered categories occurs, 0 or more, not all 0 (else ValueError). They are
    taken apart into layers, each as many times as the rarest category left occurs; A is the mean of the layers' A,
    weighted by their size. A layer of S filled categories has A = U · (1 − (S − 1) / (K − 1)), with unimodality
    U = ((K − 2) · T − (K − 1) · D) / ((K − 2) · (T + D)); over all triples of categories in order, T counts those
    filled at two neighbours of the three (110, 011), D those filled at both ends only (101); U = 1 where there is none.
    """
    counts = [int(count) for count in frequencies]
    if len(counts) < 3 or min(counts) < 0 or not any(counts):
        raise ValueError("agreement needs three categories or more, with frequencies of 0 or more that are not all 0")
    total = sum(counts)
    return sum(depth * sum(filled) / total * _layer_agreement(filled) for depth, filled in _layers(counts))


def _layers(left: list[int]) -> Iterator[tuple[int, list[bool]]]:
    """(depth, which categories are filled) of each layer."""
    while any(left):
        depth = min(count for count in left if count)
        yield depth, [count > 0 for count in left]
        left = [max(count - depth, 0) for count in left]


def polarisation(cases: Case | Corpus) -> pd.DataFrame:
    """P = (1 − A) / 2 over one value an actor; missing below 5 actors or 2 roots.

    An actor with positions in several articles has their mean, rounded to the next stance, halves towards 0.
    """
    groups = by_issue(cases)
    found = [_of_issue(group) for group in groups.values()]
    return data_frame(
        {"issue": list(groups), "proposition": list(cases.issues["proposition"].loc[list(groups)])}
        | {name: [row[at] for row in found] for at, name in enumerate(_COLUMNS)},
        {"issue": "str", "proposition": "str", "agreement": "float64", "polarisation": "float64"}
        | {"actors": "int64", "roots": "int64", "reason": "str"},
    )


def _of_issue(group: pd.DataFrame) -> tuple:
    """The cells of `_COLUMNS` for the positions on one issue."""
    actors, roots = group["actor"].nunique(), group["root"].nunique()
    reason = too_few("polarisation", actors, ACTORS) or too_few("polarisation roots", roots, ROOTS)
    a = float("nan") if reason else agreement(_frequencies(group))
    return a, (1 - a) / 2, actors, roots, reason, joined(group["rows"])


def _layer_agreement(filled: list[bool]) -> float:
    k, s = len(filled), sum(filled)
    triples = [triple for triple in combinations(filled, 3) if sum(triple) == 2]
    ends = sum(not middle for _, middle, _ in triples)
    beside = len(triples) - ends
    unimodality = ((k - 2) * beside - (k - 1) * ends) / ((k - 2) * len(triples)) if triples else 1.0
    return unimodality * (1 - (s - 1) / (k - 1))


def _frequencies(group: pd.DataFrame) -> list[int]:
    values = [_nearest(mean) for mean in group.groupby("actor")["stance"].mean()]
    return [values.count(level) for level in LEVELS]


def _nearest(mean: float) -> int:
    """The stance nearest to `mean`; of two equally near, the weaker (never strengthen)."""
    return min(LEVELS, key=lambda level: (abs(level - mean), abs(level)))
