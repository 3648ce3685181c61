"""What a build has to make: every briefing of every case, for every subject, checked before anything runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.briefing.cases import subjects
from onrecord.briefing.catalogue import SUBJECTS, Briefing
from onrecord.briefing.parameters import check_parameters
from onrecord.coding.case import open_case
from onrecord.coding.changing.opening import open_coding
from onrecord.coding.reading import read_coding
from onrecord.problems import Problem, ProblemsError, problem

FORMATS = ("html", "pdf")


@dataclass(frozen=True)
class Job:
    """One briefing to make; `name` is its files' name without the ending, unique in its case.

    `order` is where it stands on the shelf: the briefing's own order, then the subject's.
    """

    case: str
    name: str
    briefing: str
    order: tuple[int, int]
    notebook: Path
    parameters: dict[str, Any]
    formats: tuple[str, ...]


def read_formats(text: str) -> tuple[str, ...]:
    """The formats that ``--to`` names; raises ProblemsError."""
    formats = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    unknown = [name for name in formats if name not in FORMATS]
    if unknown or not formats:
        found = f"--to {text!r} names no format" if not unknown else f"there is no format {unknown[0]!r}"
        raise ProblemsError([problem("E-PARAM", found=found, remedy=f"the formats are: {', '.join(FORMATS)}")])
    return formats


def read_given(given: tuple[str, ...]) -> dict[str, str]:
    """``NAME=VALUE`` words as a mapping; raises ProblemsError."""
    problems = []
    for word in given:
        name, equals, _ = word.partition("=")
        if not equals or not name:
            problems.append(problem("E-PARAM", found=f"-p {word!r} sets nothing", remedy="write -p NAME=VALUE"))
        elif name == "case":
            problems.append(
                problem(
                    "E-PARAM",
                    found="-p case=… names a case",
                    remedy="write it without -p: onrecord build CASE",
                )
            )
    if problems:
        raise ProblemsError(problems)
    return dict(word.split("=", 1) for word in given)


def checked(
    briefings: list[Briefing], given: Mapping[str, str], folders: list[Path]
) -> dict[tuple[str, str], dict[str, Any]]:
    """The given parameters as typed values, for each case and briefing; raises ProblemsError with all problems."""
    values, problems = {}, []
    asked = set(given) & set(SUBJECTS)
    choices_of = {folder.name: _choices(folder) if asked else {} for folder in folders}
    if elsewhere := [one for kind in sorted(asked) for one in _in_some(kind, given[kind], choices_of)]:
        raise ProblemsError(elsewhere)
    for folder in folders:
        choices = choices_of[folder.name]
        for briefing in briefings:
            typed, wrong = check_parameters(given, briefing.parameters, choices, briefing.file, folder.name)
            values[folder.name, briefing.name] = typed
            problems += _with_takers(wrong, briefings)
            problems += _unmet(briefing, typed, folder)
    if problems:
        raise ProblemsError(dict.fromkeys(problems))
    return values


def _unmet(briefing: Briefing, given: Mapping[str, Any], folder: Path) -> list[Problem]:
    """What a briefing needs and was not given, what cannot be opened, or what is a coding of another text."""
    if not briefing.needs:
        return []
    if not given.get(briefing.needs):
        remedy = f"add -p {briefing.needs}=…"
        return [problem("E-PARAM", briefing.file, None, briefing.needs, found="it is needed", remedy=remedy)]
    from onrecord.measures.agreement.alignment import Alignment

    try:
        Alignment(open_case(folder), open_coding(given[briefing.needs]))
    except ProblemsError as error:
        return error.problems
    return []


def _choices(folder: Path) -> dict[str, list[str]]:
    """The actors and issues that a briefing of the case can be about."""
    return {kind: list(words_of) for kind, words_of in subjects(read_coding(folder)).items()}


def _in_some(kind: str, subject: str, choices_of: Mapping[str, dict[str, list[str]]]) -> list[Problem]:
    """That a subject is one of some of the cases and not of the others."""
    having = [case for case, choices in choices_of.items() if subject in choices[kind]]
    lacking = [case for case in choices_of if case not in having]
    if not having or not lacking:
        return []
    found = f"there is no {kind} {subject!r} in {', '.join(lacking)}"
    remedy = f"name the case: onrecord build {' '.join(having)} --briefing {kind} -p {kind}={subject}"
    return [problem("E-PARAM", "", None, kind, found=found, remedy=remedy)]


def _with_takers(problems: list[Problem], briefings: list[Briefing]) -> list[Problem]:
    """The problems; a parameter that another briefing takes is said to be that one's."""
    out = []
    for one in problems:
        takers = [b.name for b in briefings if one.field in {p.name for p in b.parameters}]
        if one.message.startswith("there is no parameter") and takers:
            found = f"{one.field!r} is a parameter of: {', '.join(takers)}"
            one = problem("E-PARAM", one.file, None, one.field, found=found, remedy=f"add --briefing {takers[0]}")
        out.append(one)
    return out


def plan(
    briefings: list[Briefing],
    values: Mapping[tuple[str, str], dict[str, Any]],
    folders: list[Path],
    formats: tuple[str, ...],
) -> list[Job]:
    """One job for each document of those cases, in the briefings' order."""
    jobs = []
    for folder in folders:
        known = _known(folder) if any(briefing.for_each for briefing in briefings) else {}
        for briefing in briefings:
            given = {"case": folder.name} | values[folder.name, briefing.name]
            for name, subject, place in _names(briefing, given, known):
                order, made_of = (briefing.order, place), given | subject
                jobs.append(Job(folder.name, name, briefing.name, order, briefing.path, made_of, formats))
    return jobs


def _names(
    briefing: Briefing, given: Mapping[str, Any], known_of: Mapping[str, list[str]]
) -> list[tuple[str, dict[str, str], int]]:
    """Name, subject and place of each document of a briefing: of the one subject that is given, or of every one."""
    kind = briefing.for_each
    if briefing.needs:
        return [(f"{briefing.name}-{Path(given[briefing.needs]).name}", {}, 0)]
    if kind is None:
        return [(briefing.name, {}, 0)]
    known = known_of[kind]
    chosen = [given[kind]] if given.get(kind) else known
    places = {subject: known.index(subject) if subject in known else len(known) for subject in chosen}
    return [(f"{briefing.name}-{subject}", {kind: subject}, place) for subject, place in places.items()]


def _known(folder: Path) -> dict[str, list[str]]:
    """Who and what a case's briefings are about: its speakers, those spoken about but not heard, its issues."""
    from onrecord.measures.not_heard import spoken_about_not_heard
    from onrecord.measures.speakers import speaker_counts

    case = open_case(folder)
    actors = [*speaker_counts(case)["speaker"], *spoken_about_not_heard(case)["actor"]]
    return {"actor": actors, "issue": list(case.issues.index)}
