"""The kinds of field that a table's definition is made of.

A kind stands in a column's annotation, beside the type of what is read: ``Annotated[str, Vocabulary("role")]``.
pydantic reads the cell with it, the checks find references and spans by it, the data frame takes its dtype from it, and
the data package its schema.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from onrecord.coding.vocabularies import VOCABULARIES


@dataclass(frozen=True)
class Key:
    """The row's id, unique in the case: it starts with `prefix` and goes on as `rest` says."""

    prefix: str = ""
    rest: str = "[A-Za-z0-9._-]+"

    @property
    def pattern(self) -> str:
        """The whole id as a regular expression; one without a prefix starts with a letter or digit."""
        return f"^{self.prefix}{self.rest}$" if self.prefix else r"^[A-Za-z0-9][A-Za-z0-9._-]*$"

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.str_schema(pattern=self.pattern)


def id_words(name: str) -> list[str]:
    """The words of a name as they may stand in an id: `Al Jazeera’s` is al, jazeeras; none where no letter can."""
    return re.findall(r"[a-z0-9]+", unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower())


@dataclass(frozen=True)
class Vocabulary:
    """A value of this vocabulary of the codebook; of type int where all its values are whole numbers."""

    name: str

    @cached_property
    def allowed(self) -> tuple[int, ...] | tuple[str, ...]:
        """The values, in the codebook's order, as they are read."""
        values = tuple(VOCABULARIES[self.name])
        return tuple(map(int, values)) if all(_is_whole(value) for value in values) else values

    @property
    def whole(self) -> bool:
        """Whether the values are whole numbers."""
        return isinstance(self.allowed[0], int)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _one_of(self.allowed)


@dataclass(frozen=True, init=False)
class Numbers:
    """One of these whole numbers."""

    allowed: tuple[int, ...]

    def __init__(self, *allowed: int):
        object.__setattr__(self, "allowed", allowed)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _one_of(self.allowed)


@dataclass(frozen=True, init=False)
class Reference:
    """The id of a row of one of these tables."""

    tables: tuple[str, ...]

    def __init__(self, *tables: str):
        object.__setattr__(self, "tables", tables)


@dataclass(frozen=True)
class AnyRow:
    """The id of a row of whatever table, or ``article``."""


@dataclass(frozen=True)
class ListOf:
    """Several values in one cell, parted by ``|``; blanks around a value are not part of it."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(_stripped_parts, handler(source))


@dataclass(frozen=True)
class SpanOf:
    """Words that stand verbatim in the row's sentence; `many`: several spans parted by ``|``, each as it stands."""

    name: str  # what the codebook calls it: speaker, cue, content, hedge …
    many: bool = False
    sentence: str = "sentence"  # the field that names the sentence

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        inner = handler(source)
        return core_schema.no_info_before_validator_function(_parts, inner) if self.many else inner


def _one_of(allowed: tuple[int, ...] | tuple[str, ...]) -> CoreSchema:
    literal = core_schema.literal_schema(list(allowed))
    return core_schema.no_info_before_validator_function(_number, literal) if isinstance(allowed[0], int) else literal


def _is_whole(text: str) -> bool:
    return text.isascii() and text.removeprefix("-").isdigit()


def _number(cell: object) -> object:
    return int(cell) if isinstance(cell, str) and _is_whole(cell) else cell


def _parts(cell: object) -> object:
    return tuple(cell.split("|")) if isinstance(cell, str) else cell


def _stripped_parts(cell: object) -> object:
    return tuple(part.strip() for part in cell.split("|")) if isinstance(cell, str) else cell


def _boolean(cell: object) -> object:
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


Boolean = Annotated[bool, BeforeValidator(_boolean)]
CalendarDate = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"), AfterValidator(_of_the_calendar)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$")]
Slugs = Annotated[tuple[Slug, ...], ListOf()]
Several = Annotated[tuple[str, ...], ListOf()]
AnyRows = Annotated[Several, AnyRow()]
Sentences = Annotated[str, Field(pattern=r"^S\d{2,}(-S\d{2,})?$"), Reference("sentences")]  # one, or a range S04-S06
