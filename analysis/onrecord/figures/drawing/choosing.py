"""The rows of one actor or issue, or of several, where a figure is asked for these alone."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

Ids = str | Iterable[str] | None  # one id, several, or None for all


def chosen(wanted: Ids) -> frozenset[str] | None:
    """A filter's ids as a set; None means all."""
    return None if wanted is None else frozenset([wanted] if isinstance(wanted, str) else wanted)


def chosen_rows(frame: pd.DataFrame, column: str, wanted: Ids) -> pd.DataFrame:
    """The rows whose `column` is among the ids wanted."""
    ids = chosen(wanted)
    return frame if ids is None else frame[frame[column].isin(ids)]
