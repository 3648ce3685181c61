"""The fields on which two coders never differ, which the table of fields leaves out."""

from __future__ import annotations

from onrecord.measures.agreement.alignment import Alignment
from onrecord.measures.agreement.field_alpha import field_alpha
from onrecord.wording.claim import Prose, only_note
from onrecord.wording.naming import listed, words


def same_everywhere(alignment: Alignment) -> Prose:
    """A note that names them by table; nothing where there is none."""
    found = field_alpha(alignment)
    same = found[(found["n"] > 0) & (found["agreed"] == found["n"])]
    if same.empty:
        return Prose(())
    by_table = [
        f"{table}: {listed([words(field) for field in fields])}"
        for table, fields in same.groupby("table", sort=False)["field"]
    ]
    return only_note(f"The same on every row that both found: {'; '.join(by_table)}.")
