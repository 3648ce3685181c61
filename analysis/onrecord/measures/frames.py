"""Data frames with dtypes that hold also where there is no row, and their rows by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd


def data_frame(columns: dict[str, list[Any]], dtypes: dict[str, str]) -> pd.DataFrame:
    """A data frame of these columns; those without a dtype hold objects (tuples), also where there is no row."""
    return pd.DataFrame({name: pd.Series(values, dtype=dtypes.get(name, object)) for name, values in columns.items()})


def named_rows(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows of a frame, a cell by its column (``row.speaker``), the id as ``row.Index``.

    The types of the cells are those that the docstring of the frame's measure gives; a checker cannot see them.
    """
    yield from frame.itertuples()


def joined(tuples: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """The ids in several tuples of ids, each once, in order."""
    return tuple(dict.fromkeys(row for ids in tuples for row in ids))
