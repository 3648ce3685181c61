"""The parameters of a briefing: read from its notebook, and checked before anything runs."""

from __future__ import annotations

import ast
import datetime
import io
import tokenize
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from onrecord.problems import Problem, nearest, problem

MARKING = 60  # characters: as many as stand on one line at the head of a page
EXAMPLES = {"bool": "true or false", "int": "a whole number", "float": "a number"}
TYPES = {"str": str, "int": int, "float": float, "bool": bool}
Value = str | int | float | bool
Wrong = tuple[str, str] | None  # what is wrong with a value, and the remedy


@dataclass(frozen=True)
class Parameter:
    """A name with a default in the cell tagged ``parameters``; `type` is one of TYPES, `comment` follows it there."""

    name: str
    type: str
    default: Value
    comment: str = ""

    def read(self, text: str) -> Value:
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
    parameters: list[Parameter] = []
    problems: list[Problem] = []
    for line in tree.body:
        try:
            name, annotation, value = _declared(line)
            parameters.append(Parameter(name, _type(annotation, value), value, comments.get(line.lineno, "")))
        except ValueError:
            problems.append(_no_parameter(line, file))
    return parameters, problems


def _no_parameter(line: ast.stmt, file: str) -> Problem:
    found = f"{ast.unparse(line)!r} in the parameters cell declares no parameter"
    remedy = f"write name: type = default, the type one of {', '.join(TYPES)}, the default a literal"
    return problem("E-NOTEBOOK", file, found=found, remedy=remedy)


def _declared(line: ast.stmt) -> tuple[str, str | None, Value]:
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
) -> tuple[dict[str, Value], list[Problem]]:
    """`given` as values of the types declared, and every problem with it.

    `choices` are the values allowed for a name: the actors and issues of `case`, of which several may be given,
    separated by commas.
    """
    by_name = {parameter.name: parameter for parameter in declared}
    known = f"the parameters of {file} are: {', '.join(by_name)}"
    values: dict[str, Value] = {}
    problems = []
    for name, text in given.items():
        wrong = _wrong(by_name[name], text, choices.get(name), case) if name in by_name else (_no_such(name), known)
        if wrong:
            problems.append(problem("E-PARAM", file, None, name, found=wrong[0], remedy=wrong[1]))
        else:
            values[name] = by_name[name].read(text)
    return values, problems


def _no_such(name: str) -> str:
    return f"there is no parameter {name!r}"


def _wrong(parameter: Parameter, text: str, choices: list[str] | None, case: str) -> Wrong:
    """What is wrong with `text` as a value of `parameter`, and the remedy."""
    try:
        parameter.read(text)
    except ValueError:
        return f"{text!r} is not of type {parameter.type}", f"give {EXAMPLES[parameter.type]}"
    unknown = [one for one in text.split(",") if one not in choices] if choices is not None else []
    if choices is not None and unknown:
        where = f" in {case}" if case else ""
        return f"there is no {parameter.name} {unknown[0]!r}{where}", _choice(parameter.name, unknown[0], choices)
    return RULES[parameter.name](text) if parameter.name in RULES else None


def _choice(name: str, text: str, choices: list[str]) -> str:
    """A remedy that names the nearest choice and all of them."""
    near, all_of_them = nearest(text, choices, f"{name}s"), f"the {name}s are: {', '.join(choices)}"
    return f"{near} {all_of_them}" if near.startswith("did") else all_of_them


def _as_of(text: str) -> Wrong:
    return (f"{text!r} is not a date", "write it as 2023-01-06") if text and not _is_date(text) else None


def _marking(text: str) -> Wrong:
    if len(text) <= MARKING:
        return None
    return f"the marking has {len(text)} characters", f"give at most {MARKING}; it stands at the head of every page"


RULES: dict[str, Callable[[str], Wrong]] = {"as_of": _as_of, "marking": _marking}


def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
