"""A spreadsheet would take a text that starts with =, +, - or @ for a formula.

A plus or minus with a number that stands alone, as in "+2 affirms", is a stance or a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.coding.reading import Coding
from onrecord.coding.tables import TABLES
from onrecord.problems import Problem, problem

_FORMULA = re.compile(r"\s*(?:[=@]|[+-](?!\d+(?:\.\d+)?(?:\s|$)))")


def cells_are_no_formulas(coding: Coding) -> Iterator[Problem]:
    """W-CELL-FORMULA for every such cell that is not refused for its value."""
    refused = {(p.file, p.row, p.field) for p in coding.problems}
    for place, cell in _cells(coding):
        if _FORMULA.match(cell) and place not in refused:
            yield problem("W-CELL-FORMULA", *place, found=cell[:20])


def _cells(coding: Coding) -> Iterator[tuple[tuple[str, int, str], str]]:
    """Every cell behind its place: file, row, column."""
    for table in TABLES:
        for record in coding.records.get(table, ()):
            for column, cell in record.cells.items():
                yield (f"{table}.csv", record.number, column), cell
