"""The parameters of a briefing: read from its notebook, and checked before anything runs."""

from __future__ import annotations

import ast
import datetime
import io
import tokenize
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.problems import Problem, nearest, problem

MARKING = 60  # characters: as many as stand on one line at the head of a page
TYPES = {"str": str, "int": int, "float": float, "bool": bool}


@dataclass(frozen=True)
class Parameter:
    """A name with a default in the cell tagged ``parameters``; `type` is one of TYPES, `comment` follows it there."""

    name: str
    type: str
    default: str | int | float | bool
    comment: str = ""

    def read(self, text: str) -> str | int | float | bool:
        """`text`, as given on the command line, as this parameter's type; raises ValueError where it is none."""
        if self.type == "bool":
            return {"true": True, "false": False}[text.lower()] if text.lower() in ("true", "false") else _no(text)
        return TYPES[self.type](text)


def _no(text: str) -> bool:
    raise ValueError(text)


def read_parameters(source: str, file: str) -> tuple[list[Parameter], list[Problem]]:
    """The parameters that a cell's `source` declares, and what is wrong with it; nothing is run."""
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        found = f"line {error.lineno} of the parameters cell is not Python: {error.msg}"
        return [], [problem("E-NOTEBOOK", file, found=found, remedy='write lines like `marking: str = "UNMARKED"`')]
    comments = _comments(source)
    parameters, problems = [], []
    for line in tree.body:
        try:
            name, annotation, value = _declared(line)
            parameters.append(Parameter(name, _type(annotation, value), value, comments.get(line.lineno, "")))
        except ValueError:
            found = f"{ast.unparse(line)!r} in the parameters cell declares no parameter"
            remedy = f"write name: type = default, the type one of {', '.join(TYPES)}, the default a literal"
            problems.append(problem("E-NOTEBOOK", file, found=found, remedy=remedy))
    return parameters, problems


def _declared(line: ast.stmt) -> tuple[str, str | None, str | int | float | bool]:
    """Name, written type and default of ``name: type = default`` or ``name = default``; else ValueError."""
    match line:
        case ast.AnnAssign(target=ast.Name(id=name), annotation=ast.Name(id=annotation), value=ast.expr() as value):
            return name, annotation, ast.literal_eval(value)
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            return name, None, ast.literal_eval(value)
    raise ValueError


def _type(annotation: str | None, default: object) -> str:
    """The name of the type; ValueError where it is none of ours or the default is of another."""
    name = annotation or type(default).__name__
    if name not in TYPES or not (type(default) is TYPES[name] or (name == "float" and type(default) is int)):
        raise ValueError
    return name


def _comments(source: str) -> dict[int, str]:
    """The comments of `source` by line."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {token.start[0]: token.string.lstrip("# ") for token in tokens if token.type == tokenize.COMMENT}


def check_parameters(
    given: Mapping[str, str], declared: list[Parameter], choices: Mapping[str, list[str]], file: str, case: str = ""
) -> tuple[dict[str, str | int | float | bool], list[Problem]]:
    """`given` as values of the types declared, and every problem with it.

    `choices` are the values allowed for a name: the actors and issues of `case`.
    """
    by_name = {parameter.name: parameter for parameter in declared}
    values: dict[str, str | int | float | bool] = {}
    problems = []
    for name, text in given.items():
        if name not in by_name:
            known = ", ".join(by_name)
            wrong = f"there is no parameter {name!r}", f"the parameters of {file} are: {known}"
        else:
            wrong = _wrong(by_name[name], text, choices.get(name), case)
        if wrong:
            problems.append(problem("E-PARAM", file, None, name, found=wrong[0], remedy=wrong[1]))
        else:
            values[name] = by_name[name].read(text)
    return values, problems


def _wrong(parameter: Parameter, text: str, choices: list[str] | None, case: str) -> tuple[str, str] | None:
    """What is wrong with `text` as a value of `parameter`, and the remedy."""
    try:
        parameter.read(text)
    except ValueError:
        example = {"bool": "true or false", "int": "a whole number", "float": "a number"}[parameter.type]
        return f"{text!r} is not of type {parameter.type}", f"give {example}"
    if choices is not None and text not in choices:
        near = nearest(text, choices, f"{parameter.name}s")
        names = f"the {parameter.name}s are: {', '.join(choices)}"
        where = f" in {case}" if case else ""
        return f"there is no {parameter.name} {text!r}{where}", f"{near} {names}" if near.startswith("did") else names
    if parameter.name == "as_of" and text and not _is_date(text):
        return f"{text!r} is not a date", "write it as 2023-01-06"
    if parameter.name == "marking" and len(text) > MARKING:
        return f"the marking has {len(text)} characters", f"give at most {MARKING}; it stands at the head of every page"
    return None


def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
