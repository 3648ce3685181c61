"""How often the narrator uses loaded wording of its own (rule C2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.measures.counted import narrated
from onrecord.measures.rate import Rate, rate

if TYPE_CHECKING:
    from onrecord.coding.case import Case


def evaluative_narrator_rate(case: Case) -> Rate:
    """Narrator statements whose narrator_stance is `evaluates` / narrator statements. Unit: statements."""
    rows = narrated(case)
    return rate(rows.index[rows["narrator_stance"] == "evaluates"], rows.index, "narrator statements")
