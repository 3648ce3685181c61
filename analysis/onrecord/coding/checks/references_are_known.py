"""Every id that a cell names is the id of a row; what could not be checked is said once a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache, partial
from typing import NamedTuple

from onrecord.coding.fields import AnyRow, Key, ListOf
from onrecord.coding.reading import Coding
from onrecord.coding.records import Record
from onrecord.coding.tables import CORE, TABLES, fields_with, tables_named
from onrecord.coding.vocabularies import VOCABULARIES
from onrecord.problems import Problem, nearest, problem

_HINTS = 100  # the nearest id is looked up for so many references only: a broken table has thousands
_LIKE = 0.75  # how like the nearest id must be: a wrong hint in every row of a table sends its reader astray
_naming = cache(tables_named)  # asked for every line
_MENTIONED = {"actor": ("actors",), "place": ("places",), "date": ("dates",)}
_RESTS_ON_ARTICLE_YML = "whether the text is the coded one, publisher, sides, headline, dates, sign-off"


class _Named(NamedTuple):
    """An id that a cell names, and the tables one of which should have it."""

    file: str
    row: int | None
    field: str
    id: str
    tables: tuple[str, ...]


def references_are_known(coding: Coding) -> Iterator[Problem]:
    """E-REF for every reference to nothing, then I-NOT-RUN for every table that could not be looked into."""
    absent: Counter[tuple[str, str]] = Counter()
    known, hints = cache(partial(_ids, coding)), _HINTS
    for named in _named(coding):
        if named.id in known(named.tables):
            continue
        if table := _absent(coding, named):
            absent[table, named.file] += 1
        else:
            hints -= bool(named.id)
            yield _unknown(named, known(named.tables), hint=hints >= 0)
    yield from _sides(coding)
    yield from (_not_run(coding, table, _counted(count, file)) for (table, file), count in absent.items())


def _ids(coding: Coding, tables: tuple[str, ...]) -> frozenset[str]:
    """The ids of all these tables."""
    return frozenset().union(*(coding.ids.get(table, ()) for table in tables))


def _counted(count: int, file: str) -> str:
    return f"{count} {'reference' if count == 1 else 'references'} to it in {file}"


def _named(coding: Coding) -> Iterator[_Named]:
    """Every id that article.yml or a cell names, in the order of files, rows and columns."""
    if coding.article:
        yield _Named("article.yml", None, "publisher.actor", coding.narrator, ("actors",))
    for table, record in coding.lines():
        for column, tables in _naming(table).items():
            yield from _named_in(table, record, column, tables)


def _named_in(table: str, record: Record, column: str, tables: tuple[str, ...]) -> Iterator[_Named]:
    among = tables
    if column == "entity":  # a mention's entity is of the mention's kind
        among = _MENTIONED.get(record.cells.get("kind", ""), tables)
    for name in _names(record.cells.get(column, ""), column in fields_with(table, ListOf), tables == ("sentences",)):
        if name != "article" or column not in fields_with(table, AnyRow):
            yield _Named(f"{table}.csv", record.number, column, name, among)


def _names(cell: str, many: bool, sentences: bool) -> list[str]:
    if not cell.strip():
        return []
    if many:
        return [name.strip() for name in cell.split("|")]
    return list(dict.fromkeys(cell.split("-"))) if sentences else [cell]


def _absent(coding: Coding, named: _Named) -> str:
    """The first table that is not there and may hold the id, or ''."""
    absent = (table for table in named.tables if table not in coding.records and _may_hold(table, named.id))
    return next(absent, "")


def _may_hold(table: str, name: str) -> bool:
    """Whether the id, by its prefix, may be one of this table's; an actor's has none."""
    if prefix := _prefix(table):
        return name.startswith(prefix)
    return not any(name.startswith(_prefix(other)) for other in TABLES if len(_prefix(other)) > 1)


@cache
def _prefix(table: str) -> str:
    return fields_with(table, Key)["id"].prefix


def _unknown(named: _Named, known: frozenset[str], hint: bool) -> Problem:
    if not named.id:
        remedy = "take out the | that parts nothing"
    elif hint:
        remedy = nearest(named.id, known, " and ".join(named.tables), _LIKE)
    else:
        remedy = f"ids: {len(known)}"
    place = named.file, named.row, named.field
    return problem("E-REF", *place, found=named.id, expected=_one_of(named.tables), remedy=remedy)


def _one_of(tables: tuple[str, ...]) -> str:
    """`statement, position or event`; `row` for any table."""
    if len(tables) == len(TABLES):
        return "row"
    *others, last = (table.removesuffix("s") for table in tables)
    return f"{', '.join(others)} or {last}" if others else last


def _sides(coding: Coding) -> Iterator[Problem]:
    """An actor's side is declared in article.yml, or third, or none."""
    if coding.article is None:
        return
    known, hints = {*coding.article.sides, *VOCABULARIES["side"]}, _HINTS
    for number, cells in coding.records.get("actors", ()):
        side = cells.get("side", "")
        if side.strip() and side not in known:
            hints -= 1
            remedy = nearest(side, known, "sides") if hints >= 0 else f"sides: {len(known)}"
            remedy += " (sides are declared in article.yml)"
            yield problem("E-REF", "actors.csv", number, "side", found=side, expected="side", remedy=remedy)


def what_was_not_read(coding: Coding) -> Iterator[Problem]:
    """I-NOT-RUN for the article and every core table that could not be read: their checks were not made."""
    if coding.text is None:
        yield problem("I-NOT-RUN", "article.txt", found="it could not be read: where its sentences stand")
    if coding.article is None:
        yield problem("I-NOT-RUN", "article.yml", found=f"it could not be read: {_RESTS_ON_ARTICLE_YML}")
    for table in TABLES:
        wanted = table in CORE or (coding.folder / f"{table}.csv").exists()
        if wanted and table not in coding.records:
            yield _not_run(coding, table, "its rules and what rests on it")


def _not_run(coding: Coding, table: str, what: str) -> Problem:
    file = f"{table}.csv"
    why = "it could not be read" if (coding.folder / file).exists() else f"there is no {file}"
    return problem("I-NOT-RUN", file, found=f"{why}: {what}")
