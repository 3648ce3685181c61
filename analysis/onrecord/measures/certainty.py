"""How firmly each kind of source commits itself to what it says (rule C1; it is not truth).

Frame ``certainty_by_attribution``: attribution, certainty, n, hedges (tuple of the hedge words, as written), rows;
combinations that occur, in the codebook's order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.measures.attribution import ATTRIBUTIONS
from onrecord.measures.counted import attributed, with_attribution
from onrecord.measures.frames import data_frame
from onrecord.measures.rate import Rate, rate
from onrecord.measures.tally import tally

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case


def certainty_by_attribution(case: Case) -> pd.DataFrame:
    """Counted statements by attribution and certainty (CT, PR, PS, U), with the words that hedge them."""
    hedges = _hedges(case)
    found = [
        (attribution, certainty, rows)
        for attribution in ATTRIBUTIONS
        for certainty, _, rows in tally(with_attribution(case, attribution), "certainty").itertuples(index=False)
    ]
    return data_frame(
        {
            "attribution": [attribution for attribution, _, _ in found],
            "certainty": [certainty for _, certainty, _ in found],
            "n": [len(rows) for _, _, rows in found],
            "hedges": [tuple(word for row in rows for word in hedges.get(row, ())) for _, _, rows in found],
            "rows": [rows for _, _, rows in found],
        },
        {"attribution": "str", "certainty": "str", "n": "int64"},
    )


def _hedges(case: Case) -> dict[str, list[str]]:
    """Statement -> its hedge words, as written."""
    spans = case.spans[case.spans["field"] == "hedge"]
    return {str(owner): list(words) for owner, words in spans.groupby("owner", sort=False)["text"]}


def hedge_rate(case: Case) -> Rate:
    """Attributed statements that are not CT / |A|. Unit: statements."""
    rows = attributed(case)
    return rate(rows.index[rows["certainty"] != "CT"], rows.index, "attributed statements")
