"""From `article.yml` to an Article, or to the problems that forbid it."""

from __future__ import annotations

import reprlib
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from onrecord.problems import Problem, nearest, problem
from onrecord.source.article import Article

_FILE = "article.yml"
_OUT = "write the values out"
DEEPEST = 20  # lists and mappings within each other; article.yml has two
_QUOTING = "put texts with a colon or a # in quotes, and indent with blanks"


def read_article(data: bytes) -> tuple[Article | None, list[Problem]]:
    """The article that `data`, the bytes of an article.yml, describes (its text left empty), and every problem.

    There is either an article or a problem; nothing is raised for bad content.
    """
    try:
        text = data.decode("utf-8-sig")
        unread = _beyond_plain(text)
        if unread is None:
            return _article(_loaded(text))
    except UnicodeDecodeError as error:
        found = f"0x{data[error.start]:02X} is not UTF-8"
        unread = problem("E-TEXT-ENCODING", _FILE, offset=error.start, found=found, remedy="save the file as UTF-8")
    except Exception as error:  # the YAML parser answers broken input with errors of many kinds
        unread = _no_yaml(error)
    return None, [unread]


def _loaded(text: str) -> object:
    from ruamel.yaml import YAML

    return YAML(typ="safe", pure=True).load(text)


def _beyond_plain(text: str) -> Problem | None:
    """What is wrong where values are copies of others, or lie too deep: a few bytes of such can cost minutes."""
    from ruamel.yaml import YAML

    depth = 0
    for event in YAML(typ="safe", pure=True).parse(text):
        depth += _deeper(event)
        line = event.start_mark.line + 1
        if name := _copies(event):
            return problem("E-YAML", _FILE, line, found=f"{name} copies other values", remedy=_OUT)
        if depth > DEEPEST:
            found = f"values lie within each other more than {DEEPEST} deep"
            return problem("E-YAML", _FILE, line, found=found, remedy=_OUT)
    return None


def _deeper(event: Any) -> int:
    """1 where the event of the parser opens a list or a mapping, -1 where it closes one."""
    from ruamel.yaml.events import CollectionEndEvent, CollectionStartEvent

    return isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)


def _copies(event: Any) -> str:
    """What the event of the parser says if it copies: an alias, or the key of a merge; '' for any other."""
    from ruamel.yaml.events import AliasEvent, ScalarEvent

    if isinstance(event, AliasEvent):
        return f"the alias *{event.anchor}"
    return "the merge <<" if isinstance(event, ScalarEvent) and event.value == "<<" and not event.style else ""


def _no_yaml(error: Exception) -> Problem:
    mark = getattr(error, "problem_mark", None)
    words = " ".join(str(getattr(error, "problem", None) or error).split())[:200]
    return problem("E-YAML", _FILE, mark and mark.line + 1, found=f"not readable as YAML: {words}", remedy=_QUOTING)


def _article(raw: object) -> tuple[Article | None, list[Problem]]:
    if not isinstance(raw, dict):
        found = f"holds {type(raw).__name__}, not keys and values"
        return None, [problem("E-YAML", _FILE, found=found, remedy="write `key: value` lines")]
    try:
        return Article.model_validate(_given(raw)), []
    except ValidationError as error:
        return None, list(_problems(error))


def _given(raw: dict[Any, Any]) -> dict[str, Any]:
    """`raw` without empty entries, which mean: not given."""
    found = {str(key): value for key, value in raw.items() if value is not None}
    return {key: _given(value) if isinstance(value, dict) else value for key, value in found.items()}


def _problems(error: ValidationError) -> Iterator[Problem]:
    for item in error.errors(include_url=False, include_context=False):
        name = ".".join(map(str, item["loc"]))
        found = item["msg"][:1].lower() + item["msg"][1:]
        yield problem("E-YAML", _FILE, None, name, found=found, remedy=_remedy(name, item))


def _remedy(name: str, item: ErrorDetails) -> str:
    match item["type"]:
        case "missing":
            return "add the key"
        case "extra_forbidden":
            return nearest(name, Article.model_fields, "keys")
    return _as_found(item)


def _as_found(item: ErrorDetails) -> str:
    """The value that stands there, and how to make it the text that it should be."""
    given = f"found {reprlib.repr(item['input'])}"
    return f"{given}, put it in quotes" if item["type"] == "string_type" else given
