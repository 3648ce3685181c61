"""The file in which a person settles what two codings disagree on: written, and read back.

Its lines are the disagreements as they are measured (`onrecord.measures.agreement.disagreements`), given as a data
frame, with one column more, `take`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any

import pandas as pd

from onrecord.coding.settled import Line
from onrecord.coding.storing.writing import table_bytes, write_whole
from onrecord.problems import Problem, ProblemsError, problem

TAKE = "take"  # the column that a person fills in: a or b


def write_disagreements(disagreements: pd.DataFrame, path: Path) -> int:
    """The disagreements as a CSV with an empty column `take`, for a person to fill in; returns how many.

    `take` is ``a`` or ``b``: whose reading stands. For a row that only one coder has, taking the other drops it.
    """
    write_whole(path, table_bytes([*disagreements.columns, TAKE], disagreements.to_dict("records")))
    return len(disagreements)


def settled_lines(disagreements: pd.DataFrame, path: Path) -> list[Line]:
    """The lines of the file, which must be the disagreements as they stand, all settled.

    Raises ProblemsError where the file cannot be read, is of other codings, or has lines that nobody settled.
    """
    given = _read(path)
    if not _as_they_stand(given, disagreements):
        raise ProblemsError([_others(path.name)])
    if wrong := list(_unsettled(path, given[TAKE])):
        raise ProblemsError(wrong)
    return [Line(*map(str, line)) for line in given[["table", "a", "b", "field", TAKE]].to_numpy()]


def _read(path: Path) -> pd.DataFrame:
    try:
        return pd.read_csv(path, dtype=str, keep_default_na=False)
    except (OSError, ValueError) as error:
        remedy = "name the file that `onrecord agree --out` wrote"
        raise ProblemsError([problem("E-FILE", path.name, found=f"not readable: {error}", remedy=remedy)]) from None


def _others(file: str) -> Problem:
    found = "the lines are not the disagreements of these two codings as they stand"
    remedy = "write them anew with `onrecord agree A B --out FILE`, and fill in only the column take"
    return problem("E-AGREE", file, found=found, remedy=remedy)


def _as_they_stand(given: pd.DataFrame, disagreements: pd.DataFrame) -> bool:
    """Whether the lines are the disagreements, but for what they take."""
    columns = list(disagreements.columns)
    return list(given.columns) == [*columns, TAKE] and _cells(given[columns]) == _cells(disagreements)


def _cells(lines: pd.DataFrame) -> list[dict[Hashable, Any]]:
    return lines.fillna("").to_dict("records")


def _unsettled(path: Path, takes: pd.Series) -> Iterator[Problem]:
    """A problem for every line that takes neither a's reading nor b's."""
    remedy = "write a or b, whose reading stands"
    for number, take in enumerate(takes, 2):
        if not take:
            yield problem("E-EMPTY", path.name, number, TAKE, remedy=remedy)
        elif take not in ("a", "b"):
            yield problem("E-ENUM", path.name, number, TAKE, found=take, expected="a, b")
