"""Which issues have positions, and on which do two roots take opposite sides.

Frame ``contested_issues``: issue, proposition, actors, roots, affirming, rejecting (tuples of ids; affirming and
rejecting are roots), contested (bool), rows; issues with a self-stated position, in the order of `issues`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.measures.frames import data_frame, joined
from onrecord.measures.rate import Rate, rate
from onrecord.measures.self_stated_positions import by_issue

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case
    from onrecord.measures.corpus import Corpus


def contested_issues(cases: Case | Corpus) -> pd.DataFrame:
    """Contested: one root affirms (stance > 0), another rejects (stance < 0), each in its own words."""
    groups = by_issue(cases)
    affirming = [_unique(group["root"][group["stance"] > 0]) for group in groups.values()]
    rejecting = [_unique(group["root"][group["stance"] < 0]) for group in groups.values()]
    return data_frame(
        {
            "issue": list(groups),
            "proposition": list(cases.issues["proposition"].loc[list(groups)]),
            "actors": [_unique(group["actor"]) for group in groups.values()],
            "roots": [_unique(group["root"]) for group in groups.values()],
            "affirming": affirming,
            "rejecting": rejecting,
            "contested": [_apart(*sides) for sides in zip(affirming, rejecting, strict=True)],
            "rows": [joined(group["rows"]) for group in groups.values()],
        },
        {"issue": "str", "proposition": "str", "contested": "bool"},
    )


def _apart(affirming: tuple[str, ...], rejecting: tuple[str, ...]) -> bool:
    return any(one != other for one in affirming for other in rejecting)


def contested_rate(cases: Case | Corpus) -> Rate:
    """Contested issues / issues with a self-stated position. Unit: issues; ids are issues."""
    found = contested_issues(cases)
    return rate(found["issue"][found["contested"]], found["issue"], "issues with a stated position")


def _unique(values: pd.Series) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
