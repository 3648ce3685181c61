"""The positions that measures of agreement compare: stated by the actors themselves.

Frame: position, case, date (datetime64, of the article), actor, root, issue, stance (int64), rows. One coded value for
an actor and an issue in each article, however often the article repeats it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from onrecord.measures.tally import frame

if TYPE_CHECKING:
    from onrecord.coding.case import Case
    from onrecord.measures.corpus import Corpus


def stated_positions(case: Case | Corpus) -> pd.DataFrame:
    """Self-stated positions without those of narrators and unspecified holders.

    In a corpus, unnamed actors are left out: who they are beyond their article nobody knows (rules A4, A7). The date
    is that of publication or the inferred one; missing where an article has neither.
    """
    cases = getattr(case, "cases", None)
    articles = {one.id: one for one in cases or [case]}
    nobody = {one.narrator for one in articles.values()}
    nobody |= set(case.actors.index[case.actors["type"] == "unspecified"])
    if cases is not None:
        nobody |= set(case.actors.index[~case.actors["named"].astype(bool)])
    rows = case.positions[(case.positions["basis"] == "self_stated") & ~case.positions["actor"].isin(nobody)]
    owners = list(rows["case"]) if cases is not None else [case.id] * len(rows)
    dates = {name: _date(one) for name, one in articles.items()}
    found = frame(
        {
            "position": list(rows.index),
            "case": owners,
            "date": [dates[owner] for owner in owners],
            "actor": list(rows["actor"]),
            "root": [case.root(actor) for actor in rows["actor"]],
            "issue": list(rows["issue"]),
            "stance": list(rows["stance"]),
            "rows": [(position, *evidence) for position, evidence in rows["evidence"].items()],
        },
        dict.fromkeys(["position", "case", "actor", "root", "issue"], "str")
        | {"date": "datetime64[s]", "stance": "int64"},
    )
    return found.drop_duplicates(["case", "actor", "issue"], ignore_index=True)


def _date(case: Case) -> pd.Timestamp | None:
    date, origin = case.article.as_of
    return None if origin == "coded" else pd.Timestamp(date)


def joined(rows) -> tuple[str, ...]:
    """The ids in several tuples of ids, each once, in order."""
    return tuple(dict.fromkeys(row for ids in rows for row in ids))
