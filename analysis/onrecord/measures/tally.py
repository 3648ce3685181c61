"""How many rows have each value of a column, and which."""

from __future__ import annotations

import pandas as pd

from onrecord.measures.minimums import MINIMUMS


def tally(rows: pd.DataFrame, by: str) -> pd.DataFrame:
    """Columns: `by` (str), `n` (int64), `rows` (tuple of ids); one row a value that occurs.

    A vocabulary keeps the codebook's order; other values stand most frequent first, ties in the order of the rows.
    Missing values are not counted.
    """
    found: dict[str, list[str]] = {}
    for identifier, value in zip(rows.index, rows[by], strict=True):
        if pd.notna(value):
            found.setdefault(value, []).append(identifier)
    if isinstance(rows[by].dtype, pd.CategoricalDtype):
        order = [value for value in rows[by].cat.categories if value in found]
    else:
        order = sorted(found, key=lambda value: -len(found[value]))
    return frame(
        {by: order, "n": [len(found[v]) for v in order], "rows": [tuple(found[v]) for v in order]},
        {by: "str", "n": "int64"},
    )


def with_share(counts: pd.DataFrame) -> pd.DataFrame:
    """`counts` with `of`, the sum of `n`, and `share` = n / of before `rows`; a share is missing below its minimum."""
    total = int(counts["n"].sum())
    share = counts["n"] / total if total >= MINIMUMS["rate"].least else float("nan")
    place = counts.columns.get_loc("rows")
    counts.insert(place, "of", total)
    counts.insert(place + 1, "share", share)
    return counts.astype({"of": "int64", "share": "float64"})


def frame(columns: dict[str, list], dtypes: dict[str, str]) -> pd.DataFrame:
    """A data frame of these columns; those without a dtype hold objects (tuples), also where there is no row."""
    return pd.DataFrame({name: pd.Series(values, dtype=dtypes.get(name, object)) for name, values in columns.items()})
