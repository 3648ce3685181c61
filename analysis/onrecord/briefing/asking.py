"""What a build is asked for: parameters as values of their types, checked before anything runs."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from onrecord.briefing.catalogue import Briefing
from onrecord.briefing.parameters import check_parameters
from onrecord.briefing.subjects import SUBJECTS, subjects
from onrecord.coding.case import Case
from onrecord.coding.cases import Checked
from onrecord.coding.changing.opening import open_coding
from onrecord.problems import Problem, ProblemsError, problem

Values = dict[tuple[str, str], dict[str, Any]]  # of each case and briefing, by parameter


def read_given(given: tuple[str, ...]) -> dict[str, str]:
    """``NAME=VALUE`` words as a mapping; raises ProblemsError."""
    problems = [wrong for word in given if (wrong := _no_parameter(word))]
    if problems:
        raise ProblemsError(problems)
    return dict(word.split("=", 1) for word in given)


def _no_parameter(word: str) -> Problem | None:
    name, equals, _ = word.partition("=")
    if not equals or not name:
        return problem("E-PARAM", found=f"-p {word!r} sets nothing", remedy="write -p NAME=VALUE")
    if name == "case":
        return problem("E-PARAM", found="-p case=… names a case", remedy="write it without -p: onrecord build CASE")
    return None


def read_values(briefings: list[Briefing], given: Mapping[str, str], cases: list[Checked]) -> Values:
    """The given parameters as typed values, for each case and briefing; raises ProblemsError with all problems."""
    choices_of = _choices(given, cases)
    if elsewhere := [one for word in _subjects(given) for one in _in_some(*word, choices_of)]:
        raise ProblemsError(elsewhere)
    values: Values = {}
    problems: list[Problem] = []
    opened = _opener(cases)
    for case in cases:
        name = case.folder.name
        for briefing in briefings:
            typed, wrong = check_parameters(given, briefing.parameters, choices_of[name], briefing.file, name)
            values[name, briefing.name] = typed
            problems += _with_takers(wrong, briefings)
            problems += _unmet(briefing, typed, case, opened)
    if problems:
        raise ProblemsError(dict.fromkeys(problems))
    return values


def _choices(given: Mapping[str, str], cases: list[Checked]) -> dict[str, dict[str, list[str]]]:
    """The actors and issues that a briefing of each case can be about; nothing where no subject is given."""
    if not set(given) & set(SUBJECTS):
        return {case.folder.name: {} for case in cases}
    return {case.folder.name: {kind: list(ids) for kind, ids in subjects(case.coding).items()} for case in cases}


def _subjects(given: Mapping[str, str]) -> list[tuple[str, str]]:
    """Each subject that is given, with its kind."""
    return [(kind, one) for kind in sorted(SUBJECTS) if kind in given for one in given[kind].split(",")]


def _in_some(kind: str, subject: str, choices_of: Mapping[str, Mapping[str, list[str]]]) -> Iterator[Problem]:
    """That a subject is one of some of the cases and not of the others."""
    having = [case for case, choices in choices_of.items() if subject in choices[kind]]
    lacking = [case for case in choices_of if case not in having]
    if having and lacking:
        found = f"there is no {kind} {subject!r} in {', '.join(lacking)}"
        remedy = f"name the case: onrecord build {' '.join(having)} --briefing {kind} -p {kind}={subject}"
        yield problem("E-PARAM", "", None, kind, found=found, remedy=remedy)


def _with_takers(problems: list[Problem], briefings: list[Briefing]) -> Iterator[Problem]:
    """The problems; a parameter that another briefing takes is said to be that one's."""
    for one in problems:
        takers = [b.name for b in briefings if one.field in {p.name for p in b.parameters}]
        if one.message.startswith("there is no parameter") and takers:
            found = f"{one.field!r} is a parameter of: {', '.join(takers)}"
            yield problem("E-PARAM", one.file, None, one.field, found=found, remedy=f"add --briefing {takers[0]}")
        else:
            yield one


def _opener(cases: list[Checked]) -> Callable[[str], Case]:
    """What opens a coding by name, each once; one of the cases of this build is open already."""
    known = {case.folder.name: case for case in cases}

    @functools.cache
    def opened(name: str) -> Case:
        return known[name].case if name in known else open_coding(name)

    return opened


def _unmet(briefing: Briefing, given: Mapping[str, Any], case: Checked, opened: Callable[[str], Case]) -> list[Problem]:
    """What a briefing needs and was not given, what cannot be opened, or what is a coding of another text."""
    if not briefing.needs:
        return []
    if not given.get(briefing.needs):
        remedy = f"add -p {briefing.needs}=…"
        return [problem("E-PARAM", briefing.file, None, briefing.needs, found="it is needed", remedy=remedy)]
    from onrecord.measures.agreement.alignment import Alignment

    try:
        Alignment(case.case, opened(given[briefing.needs]))
    except ProblemsError as error:
        return error.problems
    return []
