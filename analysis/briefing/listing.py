"""What `onrecord list` prints: cases, briefings, parameters and their choices."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from analysis.briefing.cases import case_folders
from analysis.briefing.catalogue import Briefing, briefings, find_notebooks
from analysis.coding.reading import read_coding


def listing() -> str:
    """Cases with their actors and issues, briefings with their parameters."""
    lines = ["Cases"]
    for folder in case_folders(()):
        lines += _case(folder)
    lines += ["", "Briefings"]
    for briefing in briefings(find_notebooks()):
        lines += _briefing(briefing)
    return "\n".join(lines)


def _case(folder: Path) -> Iterator[str]:
    coding = read_coding(folder)
    headline = coding.article.headline if coding.article else f"not readable; see: onrecord check {folder.name}"
    yield f"  {folder.name}  {headline}"
    yield from _choices("actor", [(row.id, row.name) for _, row in coding.table("actors")])
    yield from _choices("issue", [(row.id, row.proposition) for _, row in coding.table("issues")])


def _choices(parameter: str, rows: list[tuple[str, str]]) -> Iterator[str]:
    width = max((len(name) for name, _ in rows), default=0)
    for name, words in rows:
        yield f"    {parameter}={name:{width}}  {words}"


def _briefing(briefing: Briefing) -> Iterator[str]:
    each = f", one for each {briefing.for_each}" if briefing.for_each else ""
    yield f"  {briefing.name}  {briefing.title}{each}. {briefing.description}".rstrip()
    for parameter in briefing.parameters:
        if parameter.name != "case":  # an argument of the command
            yield f"    -p {parameter.name}={parameter.type.upper()}  {parameter.comment}".rstrip()
