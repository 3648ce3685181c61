"""From how many separate origins an event is reported.

Frame: event (its name), articles (n), origins (n; missing where `reason` says why), clusters (tuple of tuples of case
ids), reason, rows (events, in a corpus ``CASE/id``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.measures.frames import data_frame
from onrecord.measures.minimums import too_few
from onrecord.measures.origins import origin_clusters

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case
    from onrecord.measures.corpus import Corpus

ARTICLES = "articles that say it happened"


def corroboration(cases: Case | Corpus, same: Mapping[str, Sequence[str]] | None = None) -> pd.DataFrame:
    """The number of origin clusters (origins.py) among the articles that assert an event. KeyError: no such event.

    `same` says which rows are one event, name -> ids, since coding ids are unique in a case only; without it every
    event stands for itself, by its id. Planned, alleged, denied and hypothetical mentions corroborate nothing. Two
    voices in one article have one origin, so below two articles there is a reason and no number.
    """
    by_id = {case.id: case for case in getattr(cases, "cases", [cases])}
    asserted = _asserting(cases, same)
    owner = cases.events["case"] if "case" in cases.events else dict.fromkeys(cases.events.index, cases.id)
    articles = {name: list(dict.fromkeys(owner[row] for row in rows)) for name, rows in asserted.items()}
    reasons = [too_few("corroboration", len(found), ARTICLES) for found in articles.values()]
    clusters = [_clusters([by_id[case] for case in found]) for found in articles.values()]
    return data_frame(
        {
            "event": list(asserted),
            "articles": [len(found) for found in articles.values()],
            "origins": [None if reason else len(found) for found, reason in zip(clusters, reasons, strict=True)],
            "clusters": clusters,
            "reason": reasons,
            "rows": list(asserted.values()),
        },
        {"event": "str", "articles": "int64", "origins": "Int64", "reason": "str"},
    )


def _asserting(cases: Case | Corpus, same: Mapping[str, Sequence[str]] | None) -> dict[str, tuple[str, ...]]:
    """Name of an event -> the rows that assert it."""
    status = cases.events["status"]
    named = {event: (event,) for event in cases.events.index} if same is None else same
    return {name: tuple(row for row in rows if status[row] == "asserted") for name, rows in named.items()}


def _clusters(cases: list[Case]) -> tuple[tuple[str, ...], ...]:
    return tuple(origin_clusters(cases)) if len(cases) > 1 else tuple((case.id,) for case in cases)
