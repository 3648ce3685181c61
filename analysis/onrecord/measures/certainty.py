"""How firmly each kind of source commits itself to what it says (rule C1; it is not truth).

Frame ``certainty_by_attribution``: attribution, certainty, n, hedges (tuple of the hedge words, as written), rows;
combinations that occur, in the codebook's order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.measures.counted import attributed, counted
from onrecord.measures.rate import Rate, rate
from onrecord.measures.tally import frame

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case


def certainty_by_attribution(case: Case) -> pd.DataFrame:
    """Counted statements by attribution and certainty (CT, PR, PS, U), with the words that hedge them."""
    rows = counted(case)
    spans = case.spans[case.spans["field"] == "hedge"]
    words: dict[str, list[str]] = {}
    for owner, text in zip(spans["owner"], spans["text"], strict=True):
        words.setdefault(owner, []).append(text)
    found: dict[tuple[str, str], list[str]] = {}
    for identifier, *key in zip(rows.index, rows["attribution"], rows["certainty"], strict=True):
        found.setdefault(tuple(key), []).append(identifier)
    orders = [list(rows[column].cat.categories) for column in ("attribution", "certainty")]
    keys = sorted(found, key=lambda key: [order.index(value) for order, value in zip(orders, key, strict=True)])
    return frame(
        {
            "attribution": [attribution for attribution, _ in keys],
            "certainty": [certainty for _, certainty in keys],
            "n": [len(found[key]) for key in keys],
            "hedges": [tuple(word for row in found[key] for word in words.get(row, ())) for key in keys],
            "rows": [tuple(found[key]) for key in keys],
        },
        {"attribution": "str", "certainty": "str", "n": "int64"},
    )


def hedge_rate(case: Case) -> Rate:
    """Attributed statements that are not CT / |A|. Unit: statements."""
    rows = attributed(case)
    return rate(rows.index[rows["certainty"] != "CT"], rows.index, "attributed statements")
