"""The file in which a person settles what two codings disagree on: written, and read back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from onrecord.coding.settled import Line, Settled
from onrecord.coding.storing.writing import table_bytes, write_whole
from onrecord.measures.agreement.alignment import Alignment
from onrecord.measures.agreement.disagreements import COLUMNS, disagreements
from onrecord.measures.agreement.fields import TABLES_COMPARED
from onrecord.problems import Problem, ProblemsError, problem

TAKE = "take"  # the column that a person fills in: a or b
PAIRED = (*TABLES_COMPARED, "actors", "issues", "places")


def write_disagreements(alignment: Alignment, path: Path) -> int:
    """The disagreements as a CSV with an empty column `take`, for a person to fill in; returns how many.

    `take` is ``a`` or ``b``: whose reading stands. For a row that only one coder has, taking the other drops it.
    """
    found = disagreements(alignment)
    write_whole(path, table_bytes([*COLUMNS, TAKE], found.to_dict("records")))
    return len(found)


def settled(alignment: Alignment, path: Path) -> Settled:
    """The two codings with the lines of the file, which must be their disagreements as they stand, all settled.

    Raises ProblemsError where the file cannot be read, is of other codings, or has lines that nobody settled.
    """
    given = _read(path)
    if not _as_they_stand(given, alignment):
        found = "the lines are not the disagreements of these two codings as they stand"
        remedy = "write them anew with `onrecord agree A B --out FILE`, and fill in only the column take"
        raise ProblemsError([problem("E-AGREE", path.name, found=found, remedy=remedy)])
    if wrong := list(_unsettled(path, given[TAKE])):
        raise ProblemsError(wrong)
    facts = given[["table", "a", "b", "field", TAKE]].to_numpy()
    lines = [Line(*map(str, line)) for line in facts]
    pairs = {table: alignment.pairs(table) for table in PAIRED}
    return Settled(alignment.a, alignment.b, TABLES_COMPARED, pairs, lines)


def _read(path: Path) -> pd.DataFrame:
    try:
        return pd.read_csv(path, dtype=str, keep_default_na=False)
    except (OSError, ValueError) as error:
        remedy = "name the file that `onrecord agree --out` wrote"
        raise ProblemsError([problem("E-FILE", path.name, found=f"not readable: {error}", remedy=remedy)]) from None


def _as_they_stand(given: pd.DataFrame, alignment: Alignment) -> bool:
    """Whether the lines are the disagreements, but for what they take."""
    expected = disagreements(alignment).fillna("").to_dict("records")
    return list(given.columns) == [*COLUMNS, TAKE] and given[COLUMNS].to_dict("records") == expected


def _unsettled(path: Path, takes: pd.Series) -> Iterator[Problem]:
    """A problem for every line that takes neither a's reading nor b's."""
    remedy = "write a or b, whose reading stands"
    for number, take in enumerate(takes, 2):
        if not take:
            yield problem("E-EMPTY", path.name, number, TAKE, remedy=remedy)
        elif take not in ("a", "b"):
            yield problem("E-ENUM", path.name, number, TAKE, found=take, expected="a, b")
