"""What of a draft and its review says nothing of how far they agree, since nobody decided it."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.coding.settled import TABLES_COMPARED
from onrecord.measures.agreement.alignment import Alignment
from onrecord.measures.agreement.disagreements import disagreements
from onrecord.measures.frames import named_rows


class Undecided(NamedTuple):
    """Rows of the compared tables: how many a review decided, how many it did not, and on how many points these differ.

    Rows that nobody decided differ where they followed a decision on another.
    """

    decided: int
    left_out: int
    followed: int


def undecided(alignment: Alignment) -> Undecided | None:
    """The counts; None where neither coding is the draft of the other, and every row is counted. Unit: rows."""
    if alignment.decided is None:
        return None
    rows = {(table, row) for table in TABLES_COMPARED for row in _of_both(alignment, table)}
    counted = {(table, row) for table in TABLES_COMPARED for side in alignment.counted(table) for row in side}
    return Undecided(len(counted), len(rows - counted), _followed(alignment))


def _of_both(alignment: Alignment, table: str) -> set[str]:
    return {*getattr(alignment.a, table).index, *getattr(alignment.b, table).index}


def _followed(alignment: Alignment) -> int:
    points = named_rows(disagreements(alignment))
    return sum(not alignment.counts(one.table, *filter(None, (one.a, one.b))) for one in points)
