"""Krippendorff's alpha of values that several coders gave to the same units."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def krippendorff_alpha(values: Floats, level: str) -> float:
    """Alpha of `values`, shape (coders, units), nan where a coder gave none; nan where nothing varies.

    1 is perfect agreement, 0 what chance gives, below 0 worse. `level` is ``nominal`` or ``ordinal``; ordinal values
    are in the order of their numbers. A unit that fewer than two coders valued counts for nothing.

    Source: Hayes and Krippendorff 2007, "Answering the call for a standard reliability measure for coding data":
    alpha = 1 − observed disagreement / expected disagreement, both from the matrix of coincidences of values.
    """
    known = np.unique(values[~np.isnan(values)])
    counts = (values[:, :, None] == known).sum(axis=0)  # units by values
    counts = counts[counts.sum(axis=1) > 1]
    observed = _coincidences(counts)
    totals = observed.sum(axis=0)
    expected = np.outer(totals, totals) - np.diag(totals)
    weights = DISTANCE[level](totals)
    chance = (expected * weights).sum()
    if not chance:
        return float("nan")
    return float(1 - (totals.sum() - 1) * (observed * weights).sum() / chance)


def _coincidences(counts: NDArray[np.int64]) -> Floats:
    """How often two values meet in a unit, shape (values, values); each unit weighs as much as it has values."""
    pairs = counts[:, :, None] * counts[:, None, :] - counts[:, :, None] * np.eye(counts.shape[1])
    return (pairs / (counts.sum(axis=1) - 1)[:, None, None]).sum(axis=0)


def _nominal(totals: Floats) -> Floats:
    return 1 - np.eye(len(totals))


def _ordinal(totals: Floats) -> Floats:
    """The squared number of values that lie between two ranks, half of each end counted."""
    below = np.cumsum(totals) - totals / 2
    return (below[:, None] - below) ** 2


DISTANCE: dict[str, Callable[[Floats], Floats]] = {"nominal": _nominal, "ordinal": _ordinal}
