"""Problems as lines on a terminal, as JSON, or as annotations of a GitHub workflow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePath

from onrecord.printing import as_json, unobeyed
from onrecord.problems import Problem

_HEADINGS = {"error": "Errors:", "warning": "Warnings:", "info": "Not checked:"}
_ANNOTATION = {"error": "error", "warning": "warning", "info": "notice"}
_ORDER = ("level", "code", "file", "row", "field", "message")


def under(folder: str | PurePath, problems: Iterable[Problem]) -> list[Problem]:
    """The same problems, each file written as `folder`/file; give the folder relative to the repository root."""
    return [replace(p, file=(PurePath(folder) / p.file).as_posix()) for p in problems]


def report(problems: Iterable[Problem], style: str = "text") -> str:
    """All problems in one string, without a line end at its end; raises KeyError for another style than these.

    text: errors, then warnings, then what was not checked, a line each under a heading, and a closing count.
    json: an object with `problems` (level, code, file, row, field, message) and `counts` by level.
    github: a workflow command a line (``::error file=…,line=…,title=CODE::message``).
    """
    return {"text": _text, "json": _json, "github": _github}[style](list(problems))


def _text(problems: list[Problem]) -> str:
    lines = {level: [unobeyed(str(p)) for p in problems if p.level == level] for level in _HEADINGS}
    blocks = ["\n".join([_HEADINGS[level], *found]) for level, found in lines.items() if found]
    return "\n\n".join([*blocks, _count(problems)])


def _count(problems: list[Problem]) -> str:
    """The closing line: how many errors and warnings."""
    if not problems:
        return "No problems."
    found = _by_level(problems)
    unchecked = [f"{found['info']} not checked"] if found["info"] else []
    return ", ".join([_several(found["error"], "error"), _several(found["warning"], "warning"), *unchecked]) + "."


def _by_level(problems: list[Problem]) -> dict[str, int]:
    """How many problems there are of each level: error, warning, info."""
    found = Counter(p.level for p in problems)
    return {level: found[level] for level in _HEADINGS}


def _several(n: int, what: str) -> str:
    return f"{n or 'no'} {what}{'' if n == 1 else 's'}"


def _json(problems: list[Problem]) -> str:
    rows = [{name: getattr(p, name) for name in _ORDER} for p in problems]
    return as_json({"problems": rows, "counts": _by_level(problems)}, indent=2)


def _github(problems: list[Problem]) -> str:
    return "\n".join(_annotation(p) for p in problems)


def _annotation(p: Problem) -> str:
    line = "" if p.row is None else f",line={p.row}"
    message = f"{p.field}: {p.message}" if p.field else p.message
    return f"::{_ANNOTATION[p.level]} file={_property(p.file)}{line},title={_property(p.code)}::{_data(message)}"


def _data(text: str) -> str:
    """Escaped as the workflow runner's own toolkit escapes a message; its log is read at a terminal, too."""
    return unobeyed(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
