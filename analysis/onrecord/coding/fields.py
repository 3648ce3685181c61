"""The kinds of field that a table's definition is made of.

A kind is an annotation: pydantic reads the cell with it, the checks find references and spans by it, the data
frame takes its dtype from it, and the data package its schema.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from onrecord.coding.vocabularies import VOCABULARIES


@dataclass(frozen=True)
class Key:
    """The row's id, unique in the case."""

    prefix: str


@dataclass(frozen=True)
class Vocabulary:
    """A value of this vocabulary of the codebook."""

    name: str


@dataclass(frozen=True)
class Reference:
    """The id of a row of one of these tables."""

    tables: tuple[str, ...]


@dataclass(frozen=True)
class AnyRow:
    """Ids of rows of whatever table, or `article`."""


@dataclass(frozen=True)
class SpanOf:
    """Words that stand verbatim in the row's sentence; `many`: several spans parted by ``|``."""

    name: str
    many: bool = False
    sentence: str = "sentence"  # the field that names the sentence


@dataclass(frozen=True)
class ListOf:
    """Several values in one cell, parted by ``|``."""


@dataclass(frozen=True)
class Numbers:
    """One of these whole numbers."""

    allowed: tuple[int, ...]


@dataclass(frozen=True)
class Slug:
    """A short name of lower-case letters, digits, ``_`` and ``-``."""


def _split(cell: Any) -> Any:
    return tuple(part.strip() for part in cell.split("|")) if isinstance(cell, str) else cell


def _split_spans(cell: Any) -> Any:
    return tuple(cell.split("|")) if isinstance(cell, str) else cell


def _boolean(cell: Any) -> Any:
    """true or false, in any case: a spreadsheet writes them in capitals."""
    if not isinstance(cell, str):
        return cell
    if cell.lower() not in ("true", "false"):
        raise ValueError("true or false")
    return cell.lower() == "true"


def _of_the_calendar(cell: str) -> str:
    """`cell`, a date of the form 2023, 2023-02 or 2023-02-28, if there is such a day."""
    datetime.date.fromisoformat(cell + "-01" * (2 - cell.count("-")))
    return cell


_ID = r"^[A-Za-z0-9][A-Za-z0-9._-]*$"
_SLUG = r"^[a-z0-9][a-z0-9_-]*$"
Text = str
Boolean = Annotated[bool, BeforeValidator(_boolean)]
Date = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"), AfterValidator(_of_the_calendar)]
Flags = Annotated[tuple[Annotated[str, Field(pattern=_SLUG)], ...], BeforeValidator(_split), ListOf()]
Words = Annotated[tuple[str, ...], BeforeValidator(_split), ListOf()]
AnyRows = Annotated[tuple[str, ...], BeforeValidator(_split), ListOf(), AnyRow()]
SlugText = Annotated[str, Field(pattern=_SLUG), Slug()]


def key(prefix: str, rest: str = "[A-Za-z0-9._-]+") -> Any:
    """An id that starts with `prefix` and goes on as `rest` says."""
    return Annotated[str, Field(pattern=_ID if not prefix else rf"^{prefix}{rest}$"), Key(prefix)]


def vocabulary(name: str) -> Any:
    """A value of the vocabulary `name`; read as int where all its values are whole numbers."""
    values = tuple(VOCABULARIES[name])
    if all(value.lstrip("-").isdigit() for value in values):
        numbers = tuple(int(value) for value in values)
        return Annotated[Literal[numbers], BeforeValidator(_whole), Vocabulary(name)]
    return Annotated[Literal[values], Vocabulary(name)]


def _whole(cell: Any) -> Any:
    return int(cell) if isinstance(cell, str) and cell.removeprefix("-").isdigit() and cell.isascii() else cell


def number_of(*allowed: int) -> Any:
    """One of these whole numbers."""
    return Annotated[Literal[allowed], BeforeValidator(_whole), Numbers(allowed)]


def reference(*tables: str) -> Any:
    """The id of a row in one of `tables`."""
    return Annotated[str, Reference(tables)]


def references(*tables: str) -> Any:
    """Ids of rows in `tables`, parted by ``|``."""
    return Annotated[tuple[str, ...], BeforeValidator(_split), Reference(tables), ListOf()]


def span(name: str, sentence: str = "sentence") -> Any:
    """Verbatim words of the sentence."""
    return Annotated[str, SpanOf(name, sentence=sentence)]


def spans(name: str) -> Any:
    """Verbatim words of the sentence, several spans parted by ``|``."""
    return Annotated[tuple[str, ...], BeforeValidator(_split_spans), SpanOf(name, many=True), ListOf()]


Sentences = Annotated[str, Field(pattern=r"^S\d{2,}(-S\d{2,})?$"), Reference(("sentences",))]
