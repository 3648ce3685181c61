"""Who is spoken about but does not speak.

Frame ``spoken_about_not_heard``: actor, name, root, root_heard (bool: another actor of the root speaks), as_target,
as_participant (numbers of rows), rows (the statements and events that name the actor); in the order of `actors`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.measures.counted import attributed, counted
from onrecord.measures.frames import data_frame, joined

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case
    from onrecord.measures.corpus import Corpus

Named = dict[str, list[str]]  # actor -> the rows that name it


def spoken_about_not_heard(case: Case) -> pd.DataFrame:
    """Targets of counted statements and participants of events that speak in no counted attributed statement.

    Narrator and unspecified holders are left out. An actor whose ministry or envoy speaks is still not heard itself.
    """
    targets, participants = _targets(case), _participants(case)
    speakers = set(attributed(case)["speaker"])
    silent = [
        actor
        for actor in case.actors.index
        if actor in targets.keys() | participants.keys() and actor not in speakers | nobodies(case)
    ]
    return _frame(case, silent, targets, participants, {case.root(actor) for actor in speakers})


def _frame(case: Case, silent: list[str], targets: Named, participants: Named, heard: set[str]) -> pd.DataFrame:
    roots = [case.root(actor) for actor in silent]
    aimed, taking_part = ([found.get(actor, []) for actor in silent] for found in (targets, participants))
    return data_frame(
        {
            "actor": silent,
            "name": list(case.actors["name"].loc[silent]),
            "root": roots,
            "root_heard": [root in heard for root in roots],
            "as_target": [len(rows) for rows in aimed],
            "as_participant": [len(rows) for rows in taking_part],
            "rows": [(*left, *right) for left, right in zip(aimed, taking_part, strict=True)],
        },
        {"actor": "str", "name": "str", "root": "str", "root_heard": "bool"}
        | {"as_target": "int64", "as_participant": "int64"},
    )


def nobodies(case: Case | Corpus) -> set[str]:
    """The actors that nobody could name: narrators (of a corpus, all of them) and unspecified holders."""
    narrators = {one.narrator for one in getattr(case, "cases", [case])}
    return narrators | set(case.actors.index[case.actors["type"] == "unspecified"])


def _targets(case: Case) -> Named:
    found: Named = {}
    for identifier, actor in counted(case)["target"].dropna().items():
        found.setdefault(actor, []).append(str(identifier))
    return found


def _participants(case: Case) -> Named:
    found: Named = {}
    for identifier, *sides in zip(case.events.index, case.events["actors"], case.events["recipients"], strict=True):
        for actor in joined(sides):
            found.setdefault(actor, []).append(identifier)
    return found
