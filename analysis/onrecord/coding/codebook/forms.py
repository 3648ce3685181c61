"""The form of a cell in words, from the definition of its column."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from onrecord.coding import fields as f
from onrecord.coding.tables import Row

_PLAIN = {bool: "true or false", int: "whole number"}
_SENTENCES = "sentence, `S04`, or a run of them, `S04-S06`"


def form_of(model: type[Row] | None, column: str) -> str:
    """What a cell of `column` looks like, and whether it may be empty; "" where there is no `model`, no table."""
    if model is None:
        return ""
    info = model.model_fields[column]
    known = _kinds(model, column)
    said = next((say(known[kind]) for kind, say in _SAID.items() if kind in known), "")
    words = said or next((plain for kind, plain in _PLAIN.items() if kind == info.annotation), "text")
    several = ", several parted by `|`" if _many(known) else ""
    empty = "" if info.is_required() and type(None) not in get_args(info.annotation) else "; may be empty"
    return words + several + empty


def vocabulary_of(model: type[Row] | None, column: str) -> str:
    """The vocabulary that cells of `column` are from, by the definition; "" for none."""
    kind = _kinds(model, column).get(f.Vocabulary) if model else None
    return kind.name if kind else ""


def _kinds(model: type[Row], column: str) -> dict[type, Any]:
    """The annotations of the column, by their class."""
    info = model.model_fields[column]
    nested = (part for argument in get_args(info.annotation) for part in getattr(argument, "__metadata__", ()))
    return {type(part): part for part in (*info.metadata, *nested)}


def _many(known: dict[type, Any]) -> bool:
    return f.ListOf in known or getattr(known.get(f.SpanOf), "many", False)


def _key(kind: f.Key) -> str:
    return f"id that starts with `{kind.prefix}`" if kind.prefix else "id"


def _reference(kind: f.Reference) -> str:
    return _SENTENCES if kind.tables == ("sentences",) else f"id of {' or '.join(f'`{name}`' for name in kind.tables)}"


def _numbers(kind: f.Numbers) -> str:
    return "one of " + ", ".join(map(str, kind.allowed))


# the kind of a field -> its form in words
_SAID: dict[type, Callable[[Any], str]] = {
    f.Key: _key,
    f.Vocabulary: lambda kind: f"value of `{kind.name}`",
    f.SpanOf: lambda kind: f"words of the `{kind.sentence}`, verbatim",
    f.Reference: _reference,
    f.Numbers: _numbers,
}
