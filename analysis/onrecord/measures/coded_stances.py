"""Who affirms or rejects which proposition.

Frame: position, actor, actor_name, root, root_name, issue, proposition, group, issue_kind, stance (Int64, −2 … 2),
basis, evidence (tuple of statements), hollow (bool: attributed by others), unnamed (bool), second_hand (bool: all
evidence came through another source), dagger (bool: unnamed or second-hand), confidence, rows (position, then
evidence). Issues stand by group, actors by root, each in the order of the case's tables. No position is no row,
never 0; the publisher has none (rule P5).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pandas as pd

from onrecord.measures.frames import named_rows

if TYPE_CHECKING:
    from onrecord.coding.case import Case


def coded_stances(case: Case, *, inferred: bool = False) -> pd.DataFrame:
    """The coded value of each actor on each issue; those inferred from action only with `inferred` (rule P4)."""
    positions = case.positions if inferred else case.positions[case.positions["basis"] != "inferred_from_action"]
    found = _with_actors(case, positions).assign(**_of_issues(case, positions), **_of_positions(case, positions))
    found["dagger"] = found["unnamed"] | found["second_hand"]
    own = zip(found["position"], found["evidence"], strict=True)
    found["rows"] = pd.Series([(position, *evidence) for position, evidence in own], dtype=object)
    return found.iloc[_order(case, found)].reset_index(drop=True)


def _with_actors(case: Case, positions: pd.DataFrame) -> pd.DataFrame:
    actors, roots = case.actors.loc[positions["actor"]], [case.root(actor) for actor in positions["actor"]]
    return pd.DataFrame(
        {
            "position": positions.index.astype("str"),
            "actor": positions["actor"].array,
            "actor_name": actors["name"].array,
            "root": pd.array(roots, dtype="str"),
            "root_name": case.actors["name"].loc[roots].array,
            "unnamed": (~actors["named"].astype(bool)).array,
        }
    )


def _of_issues(case: Case, positions: pd.DataFrame) -> dict[str, Iterable]:
    issues = case.issues.loc[positions["issue"]]
    return {
        "issue": positions["issue"].array,
        "proposition": issues["proposition"].array,
        "group": issues["group"].array,
        "issue_kind": issues["kind"].astype("str").array,
    }


def _of_positions(case: Case, positions: pd.DataFrame) -> dict[str, Iterable]:
    return {
        "stance": positions["stance"].array,
        "basis": positions["basis"].astype("str").array,
        "evidence": positions["evidence"].array,
        "hollow": (positions["basis"] != "self_stated").array,
        "second_hand": pd.array(_second_hand(case, positions["evidence"]), dtype="bool"),
        "confidence": positions["confidence"].astype("str").array,
    }


def _second_hand(case: Case, evidence: pd.Series) -> list[bool]:
    links = case.statements["source_chain"].map(len).to_dict()
    return [bool(rows) and all(links[row] > 2 for row in rows) for rows in evidence]  # publisher, somebody, speaker


def _order(case: Case, found: pd.DataFrame) -> list[int]:
    groups, issues, actors = (_places(names) for names in (case.issues["group"], case.issues.index, case.actors.index))
    keys = [
        (groups[row.group], issues[row.issue], actors[row.root], actors[row.actor], row.Index)
        for row in named_rows(found)
    ]
    return sorted(range(len(keys)), key=keys.__getitem__)


def _places(names: Iterable[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(dict.fromkeys(names))}
