"""Who is spoken about but does not speak.

Frame ``spoken_about_not_heard``: actor, name, root, root_heard (bool: another actor of the root speaks), as_target,
as_participant (numbers of rows), rows (the statements and events that name the actor); in the order of `actors`.
Frame ``roots_not_heard``: root, name, rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.measures.counted import attributed, counted
from onrecord.measures.tally import frame

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case


def spoken_about_not_heard(case: Case) -> pd.DataFrame:
    """Targets of counted statements and participants of events that speak in no counted attributed statement.

    Narrator and unspecified holders are left out. An actor whose ministry or envoy speaks is still not heard itself.
    """
    targets = _targets(case)
    participants = _participants(case)
    speakers = set(attributed(case)["speaker"])
    roots = {case.root(actor) for actor in speakers}
    nobody = {one.narrator for one in getattr(case, "cases", [case])}
    nobody |= set(case.actors.index[case.actors["type"] == "unspecified"])
    silent = [a for a in case.actors.index if (a in targets or a in participants) and a not in speakers | nobody]
    return frame(
        {
            "actor": silent,
            "name": list(case.actors["name"].loc[silent]),
            "root": [case.root(actor) for actor in silent],
            "root_heard": [case.root(actor) in roots for actor in silent],
            "as_target": [len(targets.get(actor, ())) for actor in silent],
            "as_participant": [len(participants.get(actor, ())) for actor in silent],
            "rows": [tuple(targets.get(actor, []) + participants.get(actor, [])) for actor in silent],
        },
        {"actor": "str", "name": "str", "root": "str", "root_heard": "bool"}
        | {"as_target": "int64", "as_participant": "int64"},
    )


def roots_not_heard(case: Case) -> pd.DataFrame:
    """Roots of those actors for which no actor of the root speaks."""
    silent = spoken_about_not_heard(case)
    silent = silent[~silent["root_heard"]]
    found: dict[str, list[str]] = {}
    for root, rows in zip(silent["root"], silent["rows"], strict=True):
        found[root] = list(dict.fromkeys([*found.get(root, []), *rows]))
    names = list(case.actors["name"].loc[list(found)])
    columns = {"root": list(found), "name": names, "rows": [tuple(rows) for rows in found.values()]}
    return frame(columns, {"root": "str", "name": "str"})


def _targets(case: Case) -> dict[str, list[str]]:
    rows = counted(case)["target"].dropna()
    found: dict[str, list[str]] = {}
    for identifier, actor in rows.items():
        found.setdefault(actor, []).append(identifier)
    return found


def _participants(case: Case) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for identifier, *sides in zip(case.events.index, case.events["actors"], case.events["recipients"], strict=True):
        for actor in dict.fromkeys(sides[0] + sides[1]):
            found.setdefault(actor, []).append(identifier)
    return found
