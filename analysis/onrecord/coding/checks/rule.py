"""What a check is, and how a rule for one row becomes a check of its table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from onrecord.coding.reading import Coding
from onrecord.coding.tables import UnreadableError
from onrecord.problems import Problem, problem

Check = Callable[[Coding], Iterator[Problem]]
RowRule = Callable[[Coding, Any], Iterator[tuple[str, str]]]


def rule(code: str, table: str) -> Callable[[RowRule], Check]:
    """A check of `table` from a rule for one row, which yields (field, what was found) for each breach.

    A row that needs a cell, row or file that could not be read is passed over: that has its own problem.
    """

    def made(breaches: RowRule) -> Check:
        @wraps(breaches)
        def check(coding: Coding) -> Iterator[Problem]:
            for number, row in coding.table(table):
                try:
                    for field, found in breaches(coding, row):
                        yield problem(code, f"{table}.csv", number, field, found=found)
                except UnreadableError:
                    continue

        return check

    return made
