"""What the checks warn of; none of it stops a build."""

from __future__ import annotations

from onrecord.coding.case import Case
from onrecord.wording.table import Table


def warnings_table(case: Case) -> Table:
    """Each warning with its code and place; a sentence where there is none."""
    rows = [[p.code, f"{p.file}:{p.row}" if p.row else p.file, p.message] for p in case.problems]
    empty = "The checks of this case give no warning."
    return Table("Warnings of the checks", ["Code", "Where", "What"], rows, empty=empty)
