"""Agreement field by field, where two coders differ."""

from __future__ import annotations

from typing import Any

from onrecord.measures.agreement.alignment import Alignment
from onrecord.measures.agreement.field_alpha import field_alpha
from onrecord.measures.frames import named_rows
from onrecord.wording.naming import capital, words
from onrecord.wording.table import Table

_NUMBERS = ("Rows", "Same", "Alpha", "95 % interval")


def fields_table(alignment: Alignment) -> Table:
    """Krippendorff's alpha of each field on which they differ, with n and its interval, or why there is none."""
    found = field_alpha(alignment)
    return Table(
        "Agreement on the fields that differ, over the rows that both found",
        ["Field", "Scale", *_NUMBERS],
        [_field(row) for row in named_rows(found[found["agreed"] < found["n"]])],
        _NUMBERS,
        empty="On the rows that both found, no field differs.",
    )


def _field(row: Any) -> list[str]:
    alpha, interval = (f"{row.alpha:.2f}", f"{row.low:.2f} to {row.high:.2f}") if not row.reason else ("", row.reason)
    return [f"{capital(words(row.field))} ({row.table})", row.level, str(row.n), str(row.agreed), alpha, interval]
