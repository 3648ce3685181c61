"""Which issues have positions, and on which do two roots take opposite sides.

Frame ``contested_issues``: issue, proposition, actors, roots, affirming, rejecting (tuples of ids; affirming and
rejecting are roots), contested (bool), rows; issues with a self-stated position, in the order of `issues`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.measures.rate import Rate, rate
from onrecord.measures.stated_positions import joined, stated_positions
from onrecord.measures.tally import frame

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case


def contested_issues(case: Case) -> pd.DataFrame:
    """Contested: one root affirms (stance > 0), another rejects (stance < 0), each in its own words."""
    positions = stated_positions(case)
    by_issue = dict(iter(positions.groupby("issue")))
    issues = [issue for issue in case.issues.index if issue in by_issue]
    groups = [by_issue[issue] for issue in issues]
    affirming = [_unique(group["root"][group["stance"] > 0]) for group in groups]
    rejecting = [_unique(group["root"][group["stance"] < 0]) for group in groups]
    return frame(
        {
            "issue": issues,
            "proposition": list(case.issues["proposition"].loc[issues]),
            "actors": [_unique(group["actor"]) for group in groups],
            "roots": [_unique(group["root"]) for group in groups],
            "affirming": affirming,
            "rejecting": rejecting,
            "contested": [
                any(one != other for one in yes for other in no) for yes, no in zip(affirming, rejecting, strict=True)
            ],
            "rows": [joined(group["rows"]) for group in groups],
        },
        {"issue": "str", "proposition": "str", "contested": "bool"},
    )


def contested_rate(case: Case) -> Rate:
    """Contested issues / issues with a self-stated position. Unit: issues; ids are issues."""
    found = contested_issues(case)
    return rate(found["issue"][found["contested"]], found["issue"], "issues with a stated position")


def _unique(values) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
