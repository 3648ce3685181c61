"""An id names one row of the case (codebook, section 2)."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.coding.reading import Coding
from onrecord.problems import Problem, problem


def ids_are_unique(coding: Coding) -> Iterator[Problem]:
    """E-ID-DUP at the later row, with both rows named."""
    taken: dict[str, tuple[str, int]] = {}
    for table, record in coding.lines():
        name, here = record.cells["id"], (f"{table}.csv", record.number)
        there = taken.setdefault(name, here) if name.strip() else here
        if there != here:
            first, second = _named(there, here)
            yield problem("E-ID-DUP", *here, "id", found=name, first=first, second=second)


def _named(one: tuple[str, int], other: tuple[str, int]) -> tuple[str, str]:
    """Two rows by their numbers, with their files where these differ."""
    if one[0] == other[0]:
        return str(one[1]), str(other[1])
    return f"{one[0]}:{one[1]}", f"{other[0]}:{other[1]}"
