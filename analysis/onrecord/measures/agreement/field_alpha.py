"""How far the coders agree on a field of the rows that both found.

Frame ``field_alpha``: table, field, level (nominal or ordinal), n (rows both found), agreed, alpha, low, high, reason
(why there is no alpha), caution (why alpha says little), rows (A's rows on which they differ).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal

import numpy as np
import pandas as pd

from onrecord.coding.settled import TABLES_COMPARED
from onrecord.measures.agreement.alignment import Alignment
from onrecord.measures.agreement.fields import ORDINAL, compared, readings
from onrecord.measures.agreement.krippendorff_alpha import krippendorff_alpha
from onrecord.measures.frames import data_frame

LEAST = 10  # rows; fewer give no rate either (notebooks/README.md)
RESAMPLES = 1000
FEW = 3  # rows; where fewer depart from the commonest value, one of them more or less moves alpha from end to end
Level = Literal["nominal", "ordinal"]


@lru_cache(maxsize=8)
def field_alpha(alignment: Alignment, *, seed: int = 0) -> pd.DataFrame:
    """Krippendorff's alpha of every compared field (`krippendorff_alpha`).

    1 is perfect agreement, 0 what chance gives, below 0 worse; stance is ordinal, every other field nominal. The
    interval holds the middle 95 % of alpha over 1,000 bootstrap samples of the rows (percentiles; numpy's PCG64 with
    `seed`); a sample in which no value varies has no alpha and is left out. Below ten rows, or where no value varies,
    there is a `reason` and no alpha; where hardly any does, a `caution` with the plain agreement and the number of
    samples left out. An empty cell is a value: both coders were free to fill it. Between a case and its draft only
    pairs that a review decided are rows.
    """
    found = [_of_field(alignment, table, field, seed) for table in TABLES_COMPARED for field in compared(table)]
    names = ["table", "field", "level", "n", "agreed", "alpha", "low", "high", "reason", "caution", "rows"]
    dtypes = dict.fromkeys(["table", "field", "level", "reason", "caution"], "str")
    dtypes |= {"n": "int64", "agreed": "int64"} | dict.fromkeys(["alpha", "low", "high"], "float64")
    return data_frame({name: [row[at] for row in found] for at, name in enumerate(names)}, dtypes)


def _of_field(alignment: Alignment, table: str, field: str, seed: int) -> tuple:
    level: Level = "ordinal" if (table, field) in ORDINAL else "nominal"
    pairs = list(readings(alignment, table, field, alignment.counted_pairs(table)))
    differ = tuple(row for row, _, a, b in pairs if a != b)
    head = (table, field, level, len(pairs), len(pairs) - len(differ))
    codes = _codes([(a, b) for _, _, a, b in pairs], level)
    if len(pairs) < LEAST:
        return (*head, *[float("nan")] * 3, f"fewer than {LEAST} rows that both coders found", "", differ)
    if len(np.unique(codes)) == 1:
        return (*head, *[float("nan")] * 3, "both coders give every row one and the same value", "", differ)
    low, high, left_out = _interval(codes, level, seed)
    caution = _caution(codes, len(pairs) - len(differ), left_out)
    return (*head, krippendorff_alpha(codes, level), low, high, "", caution, differ)


def _codes(pairs: list[tuple[Any, Any]], level: Level) -> np.ndarray:
    """Values as numbers, shape (2, rows): their own where ordinal, else their place in a list."""
    if level == "ordinal":
        return np.array([[float(value) for value in pair] for pair in pairs]).reshape(-1, 2).T
    known: dict[Any, int] = {}
    numbered = [[known.setdefault(value, len(known)) for value in pair] for pair in pairs]
    return np.array(numbered, dtype=float).reshape(-1, 2).T


def _caution(codes: np.ndarray, agreed: int, left_out: int) -> str:
    """Why alpha says little, with the plain agreement; nothing where values vary enough."""
    values, counts = np.unique(codes, return_counts=True)
    n, few = codes.shape[1], int((codes != values[counts.argmax()]).any(axis=0).sum())
    if few >= FEW:
        return ""
    samples = f", and {left_out} of {RESAMPLES:,} samples hold no other value" if left_out else ""
    rows = "row has" if few == 1 else "rows have"
    return f"{agreed} of {n} agree ({agreed / n:.0%}); only {few} {rows} another than the commonest value{samples}"


def _interval(codes: np.ndarray, level: Level, seed: int) -> tuple[float, float, int]:
    """Its ends, and how many samples it leaves out because no value varies in them."""
    if (codes[0] == codes[1]).all():  # so is every sample of them
        return 1.0, 1.0, 0
    draw = np.random.default_rng(seed)
    n = codes.shape[1]
    values = [krippendorff_alpha(codes[:, draw.integers(0, n, n)], level) for _ in range(RESAMPLES)]
    varied = [value for value in values if not np.isnan(value)]
    low, high = np.quantile(varied, [0.025, 0.975])
    return float(low), float(high), RESAMPLES - len(varied)
