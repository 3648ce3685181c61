"""How alike two actors' stances are over all issues.

Frame: a, b, root_a, root_b, cosine (float, −1 … 1; missing where `reason` says why), issues (tuple, shared), reason,
rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np

from onrecord.measures.congruence import dyads
from onrecord.measures.frames import data_frame, named_rows
from onrecord.measures.self_stated_positions import self_stated_positions

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case
    from onrecord.measures.corpus import Corpus

NO_SIDE = "One of the two is neutral on every issue; a cosine needs a stance of each."


def signed_cosine(cases: Case | Corpus) -> pd.DataFrame:
    """Σ_j s_aj · s_bj / (‖s_a‖ ‖s_b‖), s_aj the sum of actor a's stances on issue j; dyads that share an issue.

    Issues on which only one has a position lengthen its vector and so draw the cosine to 0. This is a cosine, unlike
    the measure of that name in Discourse Network Analyzer (leifeld/dna @2adbf78), which divides by the product of the
    square roots of squared sums.
    """
    found, vectors = dyads(cases), _vectors(cases)
    values = [
        _cosine(vectors[a], vectors[b], issues)
        for a, b, issues in zip(found["a"], found["b"], found["issues"], strict=True)
    ]
    return data_frame(
        {
            **{name: list(found[name]) for name in ("a", "b", "root_a", "root_b")},
            "cosine": values,
            "issues": list(found["issues"]),
            "reason": [NO_SIDE if np.isnan(value) else "" for value in values],
            "rows": list(found["rows"]),
        },
        dict.fromkeys(["a", "b", "root_a", "root_b", "reason"], "str") | {"cosine": "float64"},
    )


def _vectors(cases: Case | Corpus) -> dict[str, Counter[str]]:
    """Actor -> the sum of its stances on each issue."""
    found: dict[str, Counter[str]] = {}
    for row in named_rows(self_stated_positions(cases)):
        found.setdefault(row.actor, Counter())[row.issue] += row.stance
    return found


def _cosine(one: Counter[str], other: Counter[str], issues: Iterable[str]) -> float:
    """nan where one of the two is neutral on every issue."""
    length = _length(one) * _length(other)
    return sum(one[issue] * other[issue] for issue in issues) / length if length else float("nan")


def _length(vector: Counter[str]) -> float:
    return float(np.sqrt(sum(value**2 for value in vector.values())))
