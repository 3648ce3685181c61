"""The positions that measures of agreement compare: stated by the actors themselves.

Frame: position, case, date (datetime64, of the article), actor, root, issue, stance (int64), rows. One coded value for
an actor and an issue in each article, however often the article repeats it.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from onrecord.measures.frames import data_frame
from onrecord.measures.not_heard import nobodies

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case
    from onrecord.measures.corpus import Corpus

_DTYPES = dict.fromkeys(["position", "case", "actor", "root", "issue"], "str") | {
    "date": "datetime64[s]",
    "stance": "int64",
}


def self_stated_positions(case: Case | Corpus) -> pd.DataFrame:
    """Self-stated positions without those of narrators and unspecified holders.

    In a corpus, unnamed actors are left out: who they are beyond their article nobody knows (rules A4, A7). The date
    is that of publication or the inferred one; missing where an article has neither.
    """
    rows = case.positions[(case.positions["basis"] == "self_stated") & ~case.positions["actor"].isin(_left_out(case))]
    cases = {one.id: one for one in getattr(case, "cases", [case])}
    owners = list(rows["case"]) if "case" in rows else list(cases) * len(rows)
    found = data_frame(
        {
            "position": list(rows.index),
            "case": owners,
            "date": [_date(cases[owner]) for owner in owners],
            "actor": list(rows["actor"]),
            "root": [case.root(actor) for actor in rows["actor"]],
            "issue": list(rows["issue"]),
            "stance": list(rows["stance"]),
            "rows": [(position, *evidence) for position, evidence in rows["evidence"].items()],
        },
        _DTYPES,
    )
    return found.drop_duplicates(["case", "actor", "issue"], ignore_index=True)


def _left_out(case: Case | Corpus) -> set[str]:
    """Actors whose positions are not compared."""
    unnamed = case.actors.index[~case.actors["named"].astype(bool)] if hasattr(case, "cases") else []
    return nobodies(case) | set(unnamed)


def _date(case: Case) -> datetime.date | None:
    date, origin = case.article.as_of
    return None if origin == "coded" else date


def by_issue(case: Case | Corpus) -> dict[str, pd.DataFrame]:
    """Issue -> its self-stated positions, for the issues that have one, in the order of `issues`."""
    groups = {str(issue): group for issue, group in self_stated_positions(case).groupby("issue")}
    return {issue: groups[issue] for issue in case.issues.index if issue in groups}
