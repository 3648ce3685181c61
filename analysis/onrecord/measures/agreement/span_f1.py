"""How many rows both coders found.

Frame ``span_f1``: table, n_a, n_b, matched, f1 (missing where neither coder has a row), rows (A's matched rows).
"""

from __future__ import annotations

import pandas as pd

from onrecord.measures.agreement.alignment import ANCHORS, Alignment
from onrecord.measures.frames import data_frame


def span_f1(alignment: Alignment) -> pd.DataFrame:
    """F1 = 2 · matched / (n_a + n_b), 0 to 1, for each table whose rows have a span, and for positions.

    Between a case and its draft only the rows that a review decided are counted.
    """
    tables = [*ANCHORS, "positions"]
    sizes = [(*map(len, alignment.counted(t)), len(alignment.counted_pairs(t))) for t in tables]
    return data_frame(
        {
            "table": tables,
            "n_a": [a for a, _, _ in sizes],
            "n_b": [b for _, b, _ in sizes],
            "matched": [matched for _, _, matched in sizes],
            "f1": [2 * matched / (a + b) if a + b else float("nan") for a, b, matched in sizes],
            "rows": [tuple(alignment.counted_pairs(t)) for t in tables],
        },
        {"table": "str", "n_a": "int64", "n_b": "int64", "matched": "int64", "f1": "float64"},
    )
