"""How many rows each of two coders found, and how many both did."""

from __future__ import annotations

from typing import Any

import pandas as pd

from onrecord.measures.agreement.alignment import Alignment
from onrecord.measures.agreement.span_f1 import span_f1
from onrecord.measures.frames import named_rows
from onrecord.wording.naming import capital
from onrecord.wording.table import Table

_NUMBERS = ("A", "B", "Both", "F1")


def rows_found_table(alignment: Alignment) -> Table:
    """Rows of each coding, rows found by both (spans overlap by .8 or more), F1."""
    rows = [_found(row) for row in named_rows(span_f1(alignment))]
    of = "" if alignment.decided is None else ", of those that were decided in a review"
    return Table(f"Rows found by A, by B and by both{of}", ["Table", *_NUMBERS], rows, _NUMBERS)


def _found(row: Any) -> list[str]:
    f1 = "" if pd.isna(row.f1) else f"{row.f1:.2f}"
    return [capital(row.table), str(row.n_a), str(row.n_b), str(row.matched), f1]
