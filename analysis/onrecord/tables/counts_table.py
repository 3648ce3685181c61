"""How many rows each table of the coding has."""

from __future__ import annotations

from onrecord.coding.case import Case
from onrecord.coding.tables import TABLES
from onrecord.wording.naming import capital
from onrecord.wording.table import Table


def counts_table(case: Case) -> Table:
    """Each table with its number of rows, or that it is not coded, and what a row is."""
    rows = [[capital(name), _rows(case, name), model.meaning] for name, model in TABLES.items()]
    return Table("The coding, by table", ["Table", "Rows", "What a row is"], rows, ("Rows",))


def _rows(case: Case, table: str) -> str:
    return f"{len(getattr(case, table)):,}" if case.coded(table) else "not coded"
