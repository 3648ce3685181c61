"""What sources do with words. Frame: speech_act, n, of, share, rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.measures.counted import attributed
from onrecord.measures.tally import tally, with_share

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case


def speech_acts(case: Case) -> pd.DataFrame:
    """Attributed statements by speech act, in the codebook's order; `share` of |A|, 0 to 1."""
    return with_share(tally(attributed(case), "speech_act"))
