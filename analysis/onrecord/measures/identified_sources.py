"""How many attributed statements have a source that a reader could check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.measures.counted import attributed
from onrecord.measures.rate import Rate, rate

if TYPE_CHECKING:
    from onrecord.coding.case import Case

IDENTIFIED = ("named_individual", "named_institution", "document")


def identified_source_rate(case: Case) -> Rate:
    """(named individual + named institution + document) / |A|. Unit: statements. A country's name identifies nobody."""
    return _of_kinds(case, IDENTIFIED)


def named_individual_rate(case: Case) -> Rate:
    """Statements of a person with a name / |A|. Unit: statements."""
    return _of_kinds(case, ("named_individual",))


def _of_kinds(case: Case, kinds: tuple[str, ...]) -> Rate:
    rows = attributed(case)
    return rate(rows.index[rows["speaker_kind"].isin(kinds)], rows.index, "attributed statements")
