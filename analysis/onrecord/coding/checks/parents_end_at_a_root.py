"""An actor's parents end at a root (rule A2: roll-up is computed)."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.coding.reading import Coding
from onrecord.problems import Problem, problem


def parents_end_at_a_root(coding: Coding) -> Iterator[Problem]:
    """E-PARENT-CYCLE, once for each cycle, at its first actor in the table."""
    records = coding.records.get("actors", [])
    numbers = {record.cells["id"]: record.number for record in reversed(records)}
    for cycle in _cycles({record.cells["id"]: record.cells.get("parent", "") for record in records}):
        first = min(cycle, key=numbers.__getitem__)
        path = " → ".join(_from(first, cycle))
        yield problem("E-PARENT-CYCLE", "actors.csv", numbers[first], "parent", found=first, path=path)


def _from(first: str, cycle: list[str]) -> list[str]:
    """The ring from `first` round to it again."""
    at = cycle.index(first)
    return [*cycle[at:], *cycle[:at], first]


def _cycles(parents: dict[str, str]) -> Iterator[list[str]]:
    """Each ring of actors, every one the child of the next and the last of the first."""
    seen: set[str] = set()
    for actor in parents:
        path: list[str] = []
        while actor in parents and actor not in seen:
            seen.add(actor)
            path.append(actor)
            actor = parents[actor]
        if actor in path:
            yield path[path.index(actor) :]
