"""A spreadsheet would take a text that starts with =, +, - or @ for a formula.

A plus or minus with a number that stands alone, as in "+2 affirms", is a stance or a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.coding.reading import Coding
from onrecord.problems import Problem, problem

_FORMULA = re.compile(r"\s*(?:[=@]|[+-](?!\d+(?:\.\d+)?(?:\s|$)))")


def cells_are_no_formulas(coding: Coding) -> Iterator[Problem]:
    """W-CELL-FORMULA for every such cell that is not refused for its value."""
    refused = {(p.file, p.row, p.field) for p in coding.problems}
    for table, (number, cells) in coding.lines():
        for column, cell in cells.items():
            if _FORMULA.match(cell) and (f"{table}.csv", number, column) not in refused:
                yield problem("W-CELL-FORMULA", f"{table}.csv", number, column, found=cell[:20])
