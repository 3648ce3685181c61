"""Whether an actor's stance on an issue differs before and after a date."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from onrecord.measures.frames import joined
from onrecord.measures.minimums import too_few
from onrecord.measures.self_stated_positions import self_stated_positions

if TYPE_CHECKING:
    from onrecord.coding.case import Case
    from onrecord.measures.corpus import Corpus

RESAMPLES = 2000


@dataclass(frozen=True)
class Change:
    """`delta` = `after` − `before` (mean stances, −2 … 2), its interval `low` … `high`; None where `reason` says why.

    `n_before` and `n_after` count articles; `seed` makes the interval again.
    """

    before: float | None
    after: float | None
    delta: float | None
    low: float | None
    high: float | None
    n_before: int
    n_after: int
    seed: int
    ids: tuple[str, ...] = ()
    reason: str = ""


def position_change(cases: Case | Corpus, actor: str, issue: str, date: datetime.date, *, seed: int = 0) -> Change:
    """Δ = m(from `date` on) − m(before `date`) of one actor on one issue, in one wording of it.

    The interval holds the middle 95 % of Δ over 2,000 bootstrap samples of the articles of each side (percentiles,
    numpy's PCG64 with `seed`): an article, not a statement, is what could have been another. None below three articles
    a side, each of which gives one coded value. Articles without a date are left out.
    """
    own = _dated(self_stated_positions(cases), actor, issue)
    later = own["date"] >= pd.Timestamp(date)
    before, after = (own.loc[side, "stance"].to_numpy(float) for side in (~later, later))
    ids = joined(own["rows"])
    if reason := _too_few(before, after):
        return Change(None, None, None, None, None, len(before), len(after), seed, ids, reason)
    first, second = float(before.mean()), float(after.mean())
    low, high = _interval(before, after, seed)
    return Change(first, second, second - first, low, high, len(before), len(after), seed, ids)


def _dated(positions: pd.DataFrame, actor: str, issue: str) -> pd.DataFrame:
    return positions[(positions["actor"] == actor) & (positions["issue"] == issue) & positions["date"].notna()]


def _too_few(before: np.ndarray, after: np.ndarray) -> str:
    return too_few("change", len(before), "stated positions before that date") or too_few(
        "change", len(after), "stated positions from that date on"
    )


def _interval(before: np.ndarray, after: np.ndarray, seed: int) -> tuple[float, float]:
    draw = np.random.default_rng(seed)
    first, second = (_resampled_means(draw, side) for side in (before, after))
    low, high = np.quantile(second - first, [0.025, 0.975])
    return float(low), float(high)


def _resampled_means(draw: np.random.Generator, side: np.ndarray) -> np.ndarray:
    return draw.choice(side, (RESAMPLES, len(side))).mean(axis=1)
