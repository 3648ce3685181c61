"""What a check is, and how a rule for one row becomes a check of its table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import TypeVar

from onrecord.coding.reading import Coding
from onrecord.coding.tables import Row, UnreadableError, table_of
from onrecord.problems import Problem, problem

RowOf = TypeVar("RowOf", bound=Row)
Check = Callable[[Coding], Iterator[Problem]]
Breaches = Iterator[tuple[str, ...]]  # a field, what was found there, and a remedy where the code's words leave it open


def rule(code: str, model: type[RowOf]) -> Callable[[Callable[[Coding, RowOf], Breaches]], Check]:
    """A check of the table that `model` defines, from a rule for one row, which yields a tuple for each breach.

    A row that needs a cell, row or file that could not be read is passed over: that has its own problem.
    """
    table = table_of(model)

    def made(breaches: Callable[[Coding, RowOf], Breaches]) -> Check:
        @wraps(breaches)
        def check(coding: Coding) -> Iterator[Problem]:
            for number, row in coding.table(table):
                try:
                    for field, found, *remedy in breaches(coding, row):
                        yield problem(code, f"{table}.csv", number, field, found=found, remedy="".join(remedy))
                except UnreadableError:
                    continue

        return check

    return made
