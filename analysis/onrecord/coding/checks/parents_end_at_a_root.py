"""An actor's parents end at a root (rule A2: roll-up is computed)."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.coding.reading import Coding
from onrecord.problems import Problem, problem


def parents_end_at_a_root(coding: Coding) -> Iterator[Problem]:
    """E-PARENT-CYCLE, once for each cycle, at its first actor in the table."""
    records = coding.records.get("actors", ())
    parents = {record.cells["id"]: record.cells.get("parent", "") for record in records}
    seen: set[str] = set()
    for record in records:
        path, actor = [], record.cells["id"]
        while actor in parents and actor not in seen:
            seen.add(actor)
            path.append(actor)
            actor = parents[actor]
        if actor in path:
            cycle = path[path.index(actor) :]
            number, first = next((r.number, r.cells["id"]) for r in records if r.cells["id"] in cycle)
            turned = [*cycle[cycle.index(first) :], *cycle[: cycle.index(first)], first]
            yield problem("E-PARENT-CYCLE", "actors.csv", number, "parent", found=first, path=" → ".join(turned))
