"""What a build has to make: every briefing of every case, for every subject."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.briefing.asking import Values
from onrecord.briefing.catalogue import Briefing
from onrecord.briefing.subjects import built
from onrecord.coding.cases import Checked


@dataclass(frozen=True)
class Job:
    """One briefing to make; `name` is its files' name without the ending, unique in its case.

    `order` is where it stands on the shelf: the briefing's own order, then the subject's. `formats` are names.
    """

    case: str
    name: str
    briefing: str
    order: tuple[int, int]
    notebook: Path
    parameters: dict[str, Any]
    formats: tuple[str, ...]

    @property
    def file(self) -> str:
        """The notebook as problems name it."""
        return f"{self.notebook.parent.name}/{self.notebook.name}"


def plan(briefings: list[Briefing], values: Values, cases: list[Checked], formats: tuple[str, ...]) -> list[Job]:
    """One job for each document of those cases, in the briefings' order; of no case a frame is kept."""
    return [job for case in cases for job in _of_case(case, briefings, values, formats)]


def _of_case(case: Checked, briefings: list[Briefing], values: Values, formats: tuple[str, ...]) -> Iterator[Job]:
    known = built(copy.copy(case.case)) if any(briefing.for_each for briefing in briefings) else {}
    for briefing in briefings:
        given = {"case": case.folder.name} | values[case.folder.name, briefing.name]
        for name, subject, place in _names(briefing, given, known):
            order, made_of = (briefing.order, place), given | subject
            yield Job(case.folder.name, name, briefing.name, order, briefing.path, made_of, formats)


def _names(
    briefing: Briefing, given: Mapping[str, Any], known: Mapping[str, list[str]]
) -> list[tuple[str, dict[str, str], int]]:
    """Name, subject and place of each document of a briefing."""
    if briefing.needs:
        return [(f"{briefing.name}-{Path(given[briefing.needs]).name}", {}, 0)]
    kind = briefing.for_each
    if kind is None:
        return [(briefing.name, {}, 0)]
    places = _places(given.get(kind, ""), known[kind])
    return [(f"{briefing.name}-{subject}", {kind: subject}, place) for subject, place in places.items()]


def _places(given: str, known: list[str]) -> dict[str, int]:
    """The subjects that are given, or every one, and where each stands; last one that is not known."""
    if not given:
        return {subject: place for place, subject in enumerate(known)}
    return {one: known.index(one) if one in known else len(known) for one in given.split(",")}
