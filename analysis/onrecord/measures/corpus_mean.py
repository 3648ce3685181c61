"""What an actor's stance on an issue is over several articles, and how far it is at odds with itself.

Frame ``corpus_mean_stance``: actor, root, issue, mean (float, −2 … 2), n (articles), first, last (datetime64), rows.
Frame ``ambivalence``: actor, root, issue, ambivalence (float, 0 … 1, missing where `reason` says why), n, reason, rows.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import pandas as pd

from onrecord.measures.frames import data_frame, joined
from onrecord.measures.minimums import too_few
from onrecord.measures.self_stated_positions import self_stated_positions

if TYPE_CHECKING:
    from onrecord.coding.case import Case
    from onrecord.measures.corpus import Corpus

KEYS = ["actor", "root", "issue"]
NO_SIDE = "Every stated position on this issue is neutral; ambivalence compares affirming with rejecting."


def corpus_mean_stance(
    cases: Case | Corpus, start: datetime.date | None = None, end: datetime.date | None = None
) -> pd.DataFrame:
    """m_aj = Σ_k k · x_ajk / Σ_k x_ajk, x_ajk the number of articles in which actor a has stance k on issue j.

    With `start` or `end` (both within the window) articles without a date of publication, given or inferred, are left
    out. Issues worded in two ways are two issues.
    """
    positions = within(self_stated_positions(cases), start, end)
    groups = list(positions.groupby(KEYS, sort=False))
    return data_frame(
        {
            **_keys(groups),
            "mean": [group["stance"].mean() for _, group in groups],
            "n": [len(group) for _, group in groups],
            "first": [group["date"].min() for _, group in groups],
            "last": [group["date"].max() for _, group in groups],
            "rows": [joined(group["rows"]) for _, group in groups],
        },
        dict.fromkeys(KEYS, "str")
        | {"mean": "float64", "n": "int64", "first": "datetime64[s]", "last": "datetime64[s]"},
    )


def ambivalence(cases: Case | Corpus) -> pd.DataFrame:
    """1 − |Σ_k k · x_k| / Σ_k |k| · x_k of an actor on an issue: 0 always one way, 1 as much for as against.

    Missing below two articles, and where every stance is neutral.
    """
    groups = list(self_stated_positions(cases).groupby(KEYS, sort=False))
    reasons = [_why_none(group["stance"]) for _, group in groups]
    values = [_at_odds(group["stance"]) for _, group in groups]
    return data_frame(
        {
            **_keys(groups),
            "ambivalence": [float("nan") if reason else value for value, reason in zip(values, reasons, strict=True)],
            "n": [len(group) for _, group in groups],
            "reason": reasons,
            "rows": [joined(group["rows"]) for _, group in groups],
        },
        dict.fromkeys([*KEYS, "reason"], "str") | {"ambivalence": "float64", "n": "int64"},
    )


def _why_none(stances: pd.Series) -> str:
    """Why there is no ambivalence, as a sentence; "" where there is one."""
    return too_few("ambivalence", len(stances), "stated positions") or ("" if stances.any() else NO_SIDE)


def _at_odds(stances: pd.Series) -> float:
    size = int(stances.abs().sum())
    return 1 - abs(int(stances.sum())) / size if size else float("nan")


def within(positions: pd.DataFrame, start: datetime.date | None, end: datetime.date | None) -> pd.DataFrame:
    """The positions dated from `start` to `end`, both included; all where neither is given."""
    if start is not None:
        positions = positions[positions["date"] >= pd.Timestamp(start)]
    if end is not None:
        positions = positions[positions["date"] <= pd.Timestamp(end)]
    return positions


def _keys(groups: list) -> dict[str, list]:
    return {name: [key[at] for key, _ in groups] for at, name in enumerate(KEYS)}
