"""Problems as lines on a terminal, as JSON, or as annotations of a GitHub workflow."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath

from onrecord.problems import Problem

LEVELS = ("error", "warning", "info")
ANNOTATION = {"error": "error", "warning": "warning", "info": "notice"}


def under(folder: str | PurePath, problems: Iterable[Problem]) -> list[Problem]:
    """The same problems, each file written as `folder`/file; give the folder relative to the repository root."""
    return [replace(p, file=(PurePath(folder) / p.file).as_posix()) for p in problems]


def report(problems: Iterable[Problem], style: str = "text") -> str:
    """All problems in one string, without a line end at its end.

    text: errors, then warnings, then what was not checked, a line each under a heading, and a closing count.
    json: an object with `problems` (level, code, file, row, field, message) and `counts` by level.
    github: a workflow command a line (``::error file=…,line=…,title=CODE::message``).
    """
    problems = list(problems)
    return {"text": _text, "json": _json, "github": _github}[style](problems)


def _text(problems: list[Problem]) -> str:
    blocks = []
    for level, heading in zip(LEVELS, ("Errors", "Warnings", "Not checked"), strict=True):
        lines = [str(p) for p in problems if p.level == level]
        if lines:
            blocks.append("\n".join([f"{heading}:", *lines]))
    return "\n\n".join([*blocks, count(problems)])


def count(problems: list[Problem]) -> str:
    """The closing line: how many errors and warnings."""
    found = counts(problems)
    if not any(found.values()):
        return "No problems."
    words = [_number(found["error"], "error"), _number(found["warning"], "warning")]
    if found["info"]:
        words.append(f"{found['info']} not checked")
    return ", ".join(words) + "."


def counts(problems: list[Problem]) -> dict[str, int]:
    """Problems by level: error, warning, info."""
    return {level: sum(p.level == level for p in problems) for level in LEVELS}


def _number(n: int, what: str) -> str:
    return f"{n or 'no'} {what}{'' if n == 1 else 's'}"


def _json(problems: list[Problem]) -> str:
    rows = [
        {"level": p.level, "code": p.code, "file": p.file, "row": p.row, "field": p.field, "message": p.message}
        for p in problems
    ]
    return json.dumps({"problems": rows, "counts": counts(problems)}, ensure_ascii=False, indent=2)


def _github(problems: list[Problem]) -> str:
    return "\n".join(_annotation(p) for p in problems)


def _annotation(p: Problem) -> str:
    line = f",line={p.row}" if p.row is not None else ""
    message = f"{p.field}: {p.message}" if p.field else p.message
    return f"::{ANNOTATION[p.level]} file={_property(p.file)}{line},title={_property(p.code)}::{_data(message)}"


def _data(text: str) -> str:
    """Escaped as the workflow runner's own toolkit escapes a message."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
