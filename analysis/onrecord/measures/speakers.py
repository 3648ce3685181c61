"""Who is heard, by speaker, by root (the state or body a speaker belongs to) and by side. Attributed statements.

Frames, most heard first:
- ``speaker_counts``: speaker, name, root, root_name, side, n, of, share, rows
- ``root_counts``: root, name, n, of, share, rows
- ``side_counts``: side, n, of, share, rows
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from onrecord.measures.counted import attributed
from onrecord.measures.tally import tally, with_share

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case


def speaker_counts(case: Case) -> pd.DataFrame:
    """|A_a| by speaker, with its root and side; `share` of |A|, 0 to 1."""
    counts = tally(attributed(case), "speaker")
    roots = [case.root(actor) for actor in counts["speaker"]]
    counts.insert(1, "name", _names(case, counts["speaker"]))
    counts.insert(2, "root", roots)
    counts.insert(3, "root_name", _names(case, roots))
    counts.insert(4, "side", list(case.actors["side"].loc[counts["speaker"]]))
    text = ["name", "root", "root_name", "side"]
    return with_share(counts.astype(dict.fromkeys(text, "str")))


def root_counts(case: Case) -> pd.DataFrame:
    """|A_r| by root; `share` s_r = |A_r| / |A|, 0 to 1."""
    rows = attributed(case)
    counts = tally(rows.assign(root=rows["speaker"].map(case.root).astype("str")), "root")
    counts.insert(1, "name", _names(case, counts["root"]))
    return with_share(counts.astype({"name": "str"}))


def side_counts(case: Case) -> pd.DataFrame:
    """Attributed statements by the speaker's side in this text (rule A5); `share` of |A|, 0 to 1."""
    rows = attributed(case)
    return with_share(tally(rows.assign(side=rows["speaker"].map(case.actors["side"]).astype("str")), "side"))


def _names(case: Case, actors: Iterable[str]) -> list[str]:
    return list(case.actors["name"].loc[list(actors)])
