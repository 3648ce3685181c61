"""How far the attributed statements lie with few voices. In one article these stand in the annex only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from onrecord.measures.frames import joined
from onrecord.measures.minimums import too_few
from onrecord.measures.speakers import root_counts, side_counts
from onrecord.measures.value import Value

if TYPE_CHECKING:
    from onrecord.coding.case import Case

By = Literal["root", "side"]
_COUNTS = {"root": root_counts, "side": side_counts}


def concentration(case: Case, by: By = "root") -> Value:
    """Herfindahl-Hirschman index Σ s² of the shares of roots or sides in A; 1/number of them to 1 (one voice only).

    `third` and `none` count as one side each, as the codebook lists them. None below 10 attributed statements.
    """
    counts = _COUNTS[by](case)
    n = int(counts["n"].sum())
    ids = joined(counts["rows"])
    if reason := too_few("concentration", n, "attributed statements"):
        return Value(None, n, ids, reason)
    return Value(float(((counts["n"] / n) ** 2).sum()), n, ids)


def effective_voices(case: Case, by: By = "root") -> Value:
    """1 / Σ s²: the number of equally heard roots or sides that would give this concentration; 1 or more."""
    found = concentration(case, by)
    return Value(found.value and 1 / found.value, found.n, found.ids, found.reason)
