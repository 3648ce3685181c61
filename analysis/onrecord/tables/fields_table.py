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
    """Krippendorff's alpha of each field that differs, with n and interval, or why it has none or says little."""
    found = field_alpha(alignment)
    return Table(
        "Agreement on the fields that differ, over the rows that both found",
        ["Field", "Scale", *_NUMBERS],
        [_field(row) for row in named_rows(found[found["agreed"] < found["n"]])],
        _NUMBERS,
        empty="On the rows that both found, no field differs.",
    )


def _field(row: Any) -> list[str]:
    alpha = "" if row.reason else f"{row.alpha:.2f}"
    return [f"{capital(words(row.field))} ({row.table})", row.level, str(row.n), str(row.agreed), alpha, _interval(row)]


def _interval(row: Any) -> str:
    """The interval, or why there is none; where alpha says little, that as well."""
    if row.reason:
        return str(row.reason)
    interval = f"{row.low:.2f} to {row.high:.2f}"
    return f"{interval}; says little: {row.caution}" if row.caution else interval
