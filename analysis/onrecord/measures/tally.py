"""How many rows have each value of a column, and which."""

from __future__ import annotations

import pandas as pd

from onrecord.measures.frames import data_frame
from onrecord.measures.minimums import MINIMUMS


def tally(rows: pd.DataFrame, by: str) -> pd.DataFrame:
    """Columns: `by` (str), `n` (int64), `rows` (tuple of ids); one row a value that occurs.

    A vocabulary keeps the codebook's order; other values stand most frequent first, ties in the order of the rows.
    Missing values are not counted.
    """
    found: dict[str, list[str]] = {}
    for identifier, value in rows[by].dropna().items():
        found.setdefault(value, []).append(str(identifier))
    order = _order(rows[by], found)
    return data_frame(
        {by: order, "n": [len(found[v]) for v in order], "rows": [tuple(found[v]) for v in order]},
        {by: "str", "n": "int64"},
    )


def _order(column: pd.Series, found: dict[str, list[str]]) -> list[str]:
    if isinstance(column.dtype, pd.CategoricalDtype):
        return [value for value in column.dtype.categories if value in found]
    return sorted(found, key=lambda value: -len(found[value]))


def with_share(counts: pd.DataFrame) -> pd.DataFrame:
    """`counts` with `of`, the sum of `n`, and `share` = n / of before `rows`; a share is missing below its minimum."""
    total = int(counts["n"].sum())
    share = counts["n"] / total if total >= MINIMUMS["rate"].least else float("nan")
    place = list(counts.columns).index("rows")
    counts.insert(place, "of", total)
    counts.insert(place + 1, "share", share)
    return counts.astype({"of": "int64", "share": "float64"})
