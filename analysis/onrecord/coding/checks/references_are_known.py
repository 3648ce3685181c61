"""Every id that a cell names is the id of a row; what could not be checked is said once a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from onrecord.coding import fields as f
from onrecord.coding.reading import Coding
from onrecord.coding.tables import CORE, TABLES, fields_with
from onrecord.coding.vocabularies import VOCABULARIES
from onrecord.problems import Problem, nearest, problem

HINTS = 100  # the nearest id is looked up for so many references only: a broken table has thousands
LIKE = 0.75  # how like the nearest id must be: a wrong hint in every row of a table sends its reader astray
MENTIONED = {"actor": ("actors",), "place": ("places",), "date": ("dates",)}


class References:
    """The ids of a coding, asked for one reference after the other."""

    def __init__(self, coding: Coding):
        self.coding = coding
        self.hints = HINTS
        self.not_run: Counter[tuple[str, str]] = Counter()

    def broken(self, place: tuple[str, int | None, str], name: str, tables: tuple[str, ...]) -> Iterator[Problem]:
        """E-REF if no row of `tables` has the id `name`; a table that is not there is counted instead."""
        if any(name in self.coding.ids.get(table, ()) for table in tables):
            return
        absent = [table for table in tables if table not in self.coding.records and _may_hold(table, name)]
        if absent:
            self.not_run[absent[0], place[0]] += 1
            return
        known = set().union(*(self.coding.ids.get(table, ()) for table in tables))
        yield problem("E-REF", *place, found=name, expected=_one_of(tables), remedy=self._remedy(name, known, tables))

    def _remedy(self, name: str, known: set[str], tables: tuple[str, ...]) -> str:
        if not name:
            return "take out the | that parts nothing"
        self.hints -= 1
        return nearest(name, known, " and ".join(tables), LIKE) if self.hints >= 0 else f"ids: {len(known)}"


def references_are_known(coding: Coding) -> Iterator[Problem]:
    """E-REF for every reference to nothing, then I-NOT-RUN for every table that could not be looked into."""
    references = References(coding)
    if coding.article:
        yield from references.broken(("article.yml", None, "publisher.actor"), coding.narrator, ("actors",))
    for table in TABLES:
        columns = fields_with(table, f.Reference)
        lists = fields_with(table, f.ListOf)
        for record in coding.records.get(table, ()):
            for column, kind in columns.items():
                place = (f"{table}.csv", record.number, column)
                for name in _names(record.cells.get(column, ""), column in lists, kind.tables == ("sentences",)):
                    yield from references.broken(place, name, _tables(column, record.cells, kind.tables))
    yield from _notes(coding, references)
    yield from _sides(coding)
    for (absent, file), count in references.not_run.items():
        yield _not_run(coding, absent, f"{count} {'reference' if count == 1 else 'references'} to it in {file}")


def _names(cell: str, many: bool, sentences: bool) -> list[str]:
    if not cell.strip():
        return []
    if many:
        return [name.strip() for name in cell.split("|")]
    return list(dict.fromkeys(cell.split("-"))) if sentences else [cell]


def _tables(column: str, cells: dict[str, str], tables: tuple[str, ...]) -> tuple[str, ...]:
    """Where the id may stand: a mention's entity is of the mention's kind."""
    return MENTIONED.get(cells.get("kind", ""), tables) if column == "entity" else tables


def _notes(coding: Coding, references: References) -> Iterator[Problem]:
    """A note refers to `article` or to rows of any table."""
    for record in coding.records.get("notes", ()):
        for name in _names(record.cells.get("ref", ""), many=True, sentences=False):
            if name != "article":
                yield from references.broken(("notes.csv", record.number, "ref"), name, tuple(TABLES))


def _sides(coding: Coding) -> Iterator[Problem]:
    """An actor's side is declared in article.yml, or third, or none."""
    if coding.article is None:
        return
    known = [*coding.article.sides, *VOCABULARIES["side"]]
    for record in coding.records.get("actors", ()):
        side = record.cells.get("side", "")
        if side.strip() and side not in known:
            remedy = nearest(side, known, "sides") + " (sides are declared in article.yml)"
            yield problem("E-REF", "actors.csv", record.number, "side", found=side, expected="side", remedy=remedy)


def what_was_not_read(coding: Coding) -> Iterator[Problem]:
    """I-NOT-RUN for the article and every core table that could not be read: their checks were not made."""
    if coding.text is None:
        yield problem("I-NOT-RUN", "article.txt", found="it could not be read: where its sentences stand")
    if coding.article is None:
        found = "it could not be read: whether the text is the coded one, publisher, sides, headline, dates, sign-off"
        yield problem("I-NOT-RUN", "article.yml", found=found)
    for table in TABLES:
        if table not in coding.records and (table in CORE or (coding.folder / f"{table}.csv").exists()):
            yield _not_run(coding, table, "its rules and what rests on it")


def _not_run(coding: Coding, table: str, what: str) -> Problem:
    file = f"{table}.csv"
    why = "it could not be read" if (coding.folder / file).exists() else f"there is no {file}"
    return problem("I-NOT-RUN", file, found=f"{why}: {what}")


@cache
def _prefix(table: str) -> str:
    return fields_with(table, f.Key)["id"].prefix


def _may_hold(table: str, name: str) -> bool:
    """Whether the id, by its prefix, may be one of this table's; an actor's has none."""
    if prefix := _prefix(table):
        return name.startswith(prefix)
    return not any(name.startswith(_prefix(other)) for other in TABLES if len(_prefix(other)) > 1)


def _one_of(tables: tuple[str, ...]) -> str:
    """`statement, position or event`; `row` for any table."""
    names = [table.removesuffix("s") for table in tables] if len(tables) < len(TABLES) else ["row"]
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
