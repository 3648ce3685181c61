"""What `onrecord list` prints: cases, briefings, parameters and their choices."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from onrecord.briefing.catalogue import Briefing, readable
from onrecord.briefing.home import find_notebooks
from onrecord.briefing.parameters import Parameter
from onrecord.briefing.subjects import subjects
from onrecord.coding.cases import case_folders
from onrecord.coding.reading import read_coding
from onrecord.problems import Problem


def listing() -> list[str]:
    """Cases with their actors and issues, briefings with their parameters: lines."""
    cases = [line for folder in case_folders(()) for line in _case(folder)]
    return ["Cases", *cases, "", "Briefings", *_briefings(*readable(find_notebooks()))]


def _briefings(found: list[Briefing], broken: list[Problem]) -> Iterator[str]:
    common = _common(found)
    for briefing in found:
        yield from _briefing(briefing, common)
    if common:
        yield "  every briefing"
        yield from map(_parameter, common)
    yield from (f"  not readable: {one}" for one in broken)


def _case(folder: Path) -> Iterator[str]:
    coding = read_coding(folder)
    headline = coding.article.headline if coding.article else f"not readable; see: onrecord check {folder.name}"
    yield f"  {folder.name}  {headline}"
    for parameter, words_of in subjects(coding).items():
        yield from _choices(parameter, words_of)


def _choices(parameter: str, words_of: dict[str, str]) -> Iterator[str]:
    width = max(map(len, words_of), default=0)
    for name, words in words_of.items():
        yield f"    {parameter}={name:{width}}  {words}"


def _common(found: list[Briefing]) -> list[Parameter]:
    """The parameters that every briefing takes, declared alike; the case is an argument of the command."""
    first, *others = [briefing.parameters for briefing in found] or [[]]
    return [one for one in first if one.name != "case" and others and all(one in other for other in others)]


def _briefing(briefing: Briefing, common: list[Parameter]) -> Iterator[str]:
    each = f", one for each {briefing.for_each}" if briefing.for_each else ""
    yield f"  {briefing.name}  {briefing.title}{each}. {briefing.description}".rstrip()
    for parameter in briefing.parameters:
        if parameter.name != "case" and parameter not in common:
            yield _parameter(parameter, default=parameter.name != briefing.for_each)


def _parameter(parameter: Parameter, default: bool = True) -> str:
    otherwise = f" (default: {parameter.default})" if default and parameter.default != "" else ""
    return f"    -p {parameter.name}={parameter.type.upper()}  {parameter.comment}{otherwise}".rstrip()
