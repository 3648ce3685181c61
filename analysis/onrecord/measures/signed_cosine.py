"""How alike two actors' stances are over all issues.

Frame: a, b, root_a, root_b, cosine (float, −1 … 1; missing where `reason` says why), issues (tuple, shared), reason,
rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.measures.congruence import dyads
from onrecord.measures.stated_positions import stated_positions
from onrecord.measures.tally import frame

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
    found = dyads(cases)
    positions = stated_positions(cases)
    sums = positions.groupby(["actor", "issue"])["stance"].sum()
    vectors = {actor: one.droplevel("actor") for actor, one in sums.groupby("actor")}
    norms = {actor: float(np.sqrt((vector**2).sum())) for actor, vector in vectors.items()}
    reasons, cosines = [], []
    for a, b, issues in zip(found["a"], found["b"], found["issues"], strict=True):
        product = sum(int(vectors[a][issue]) * int(vectors[b][issue]) for issue in issues)
        length = norms[a] * norms[b]
        reasons.append("" if length else NO_SIDE)
        cosines.append(product / length if length else float("nan"))
    return frame(
        {
            **{name: list(found[name]) for name in ("a", "b", "root_a", "root_b")},
            "cosine": cosines,
            "issues": list(found["issues"]),
            "reason": reasons,
            "rows": list(found["rows"]),
        },
        dict.fromkeys(["a", "b", "root_a", "root_b", "reason"], "str") | {"cosine": "float64"},
    )
