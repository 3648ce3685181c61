"""Which verbs and phrases bring the sources in.

Frames: ``cue_classes``: cue_class, n, of, share, rows. ``cues``: cue, n, rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.measures.counted import attributed
from onrecord.measures.tally import tally, with_share

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case


def cue_classes(case: Case) -> pd.DataFrame:
    """Attributed statements by class of their cue; `share` of |A|, 0 to 1."""
    return with_share(tally(attributed(case), "cue_class"))


def cues(case: Case) -> pd.DataFrame:
    """Cues of attributed statements as the article writes them, pieces joined by `` [...] ``; no cue is counted twice.

    A statement that continues another has no cue of its own.
    """
    rows = attributed(case)
    spans = case.spans[case.spans["field"] == "cue"]
    words: dict[str, list[str]] = {}
    for owner, text in zip(spans["owner"], spans["text"], strict=True):
        words.setdefault(owner, []).append(text)
    written = [" [...] ".join(words[row]) if row in words else None for row in rows.index]
    return tally(rows.assign(cue=written).astype({"cue": "str"}), "cue")
