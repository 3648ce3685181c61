"""Who refers to whom, as the table definitions say: what a row names, what names a row, and what follows from it.

Cells are text, as in the files.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from onrecord.coding import fields as f
from onrecord.coding.changing.edits import Edits
from onrecord.coding.storing.sheet import Cells
from onrecord.coding.tables import TABLES, fields_with, tables_named


class Naming(NamedTuple):
    """How a column names rows."""

    tables: tuple[str, ...]  # whose rows it may name
    between: str  # what parts several names: | in a list, - in a range of sentences, nothing where there is but one
    required: bool  # whether it must name one

    def names(self, cell: str) -> list[str]:
        """The ids in a cell."""
        if not cell.strip():
            return []
        return [name.strip() for name in cell.split(self.between)] if self.between else [cell]

    def cell(self, names: Iterable[str]) -> str:
        """A cell of these ids."""
        return self.between.join(names)

    def renamed(self, cell: str, ids: Mapping[str, str]) -> str:
        """The cell with the new ids of `ids` (old -> new); as it is where it names none of them."""
        names = self.names(cell)
        return cell if ids.keys().isdisjoint(names) else self.cell(dict.fromkeys(ids.get(n, n) for n in names))

    def only(self, cell: str, known: Collection[str]) -> str:
        """The cell without the names that are not `known`."""
        return self.cell(name for name in self.names(cell) if name in known)


class Referring(NamedTuple):
    """A cell that names a row."""

    table: str
    id: str
    column: str
    naming: Naming


Loses = Callable[[Referring, Cells, str, Cells], Cells | None]
"""(the reference, the cells of its row, the id that goes, its cells) -> the cells that change; None: the row falls."""


def columns_naming(table: str, named: str | None = None) -> dict[str, Naming]:
    """The columns of `table` whose cells name rows, of the table `named` if given."""
    lists = fields_with(table, f.ListOf)
    return {
        column: Naming(of, _between(column in lists, of), _required(table, column))
        for column, of in tables_named(table).items()
        if named is None or named in of
    }


def _between(many: bool, tables: tuple[str, ...]) -> str:
    return "|" if many else "-" if tables == ("sentences",) else ""


def _required(table: str, column: str) -> bool:
    """Whether the cell must name a row: it has no default, and empty is not allowed."""
    info = TABLES[table].model_fields[column]
    return info.is_required() and type(None) not in getattr(info.annotation, "__args__", ())


def references_of(table: str, cells: Cells) -> Iterator[tuple[str, str]]:
    """(table, id) of what the cells of a row of `table` name, once for every table that the row may be of."""
    for column, naming in columns_naming(table).items():
        for name in naming.names(cells.get(column, "")):
            yield from ((other, name) for other in naming.tables)


def references_to(edits: Edits, table: str, row: str) -> Iterator[Referring]:
    """Every cell that names the row `row` of `table`, as the case is to become."""
    for other in TABLES:
        columns = columns_naming(other, table)
        for name, cells in edits.rows(other):  # of every table: one that cannot be read may name it
            for column, naming in columns.items():
                if row in naming.names(cells.get(column, "")):
                    yield Referring(other, name, column, naming)


def unnamed(table: str, rows: Mapping[str, Iterable[Cells]]) -> set[str]:
    """The ids of the rows of `table` that none of `rows` names."""
    named = {name for other, found in rows.items() for name in _all_named(other, table, found)}
    return {cells["id"] for cells in rows.get(table, ())} - named


def _all_named(table: str, named: str, rows: Iterable[Cells]) -> Iterator[str]:
    columns = columns_naming(table, named)
    for cells in rows if columns else ():
        for column, naming in columns.items():
            yield from naming.names(cells.get(column, ""))


def renamed(table: str, cells: Cells, named: str, ids: Mapping[str, str]) -> Cells:
    """The cells of a row of `table` in which the rows of `named` have the new ids of `ids` (old -> new)."""
    columns = {column: naming for column, naming in columns_naming(table, named).items() if cells.get(column)}
    return cells | {column: naming.renamed(cells[column], ids) for column, naming in columns.items()}


def known_only(table: str, cells: Cells, known: Collection[str]) -> Cells:
    """The cells of a row of `table` without the names that are not `known`; ranges of sentences stay."""
    columns = {column: naming for column, naming in columns_naming(table).items() if naming.tables != ("sentences",)}
    return cells | {column: naming.only(cells.get(column, ""), known) for column, naming in columns.items()}


def take_row_away(edits: Edits, action: str, table: str, row: str, loses: Loses) -> None:
    """Remove a row and what cannot stand without it, as `loses` judges; whatever else names it no longer does."""
    gone = edits.cells(table, row)
    edits.remove(action, table, row)
    for found in list(references_to(edits, table, row)):
        cells = edits.row(found.table, found.id)
        if cells is None:  # gone with another of its references
            continue
        kept = loses(found, cells, row, gone)
        if kept is None:
            take_row_away(edits, "reject", found.table, found.id, loses)
        else:
            edits.put("correct", found.table, found.id, **kept)


def lists_alone(found: Referring, cells: Cells, row: str, _: Cells) -> Cells | None:
    """A list loses the id as long as others stay; every other row that names it falls."""
    left = [name for name in found.naming.names(cells[found.column]) if name != row]
    return {found.column: found.naming.cell(left)} if left else None


def name_instead(
    edits: Edits,
    action: str,
    table: str,
    row: str,
    into: str,
    also: Callable[[Referring, Cells], Cells] = lambda *_: {},
) -> None:
    """Let everything that names the row `row` name `into`, once; `also` says what else changes in a row that does."""
    for found in list(references_to(edits, table, row)):
        cells = edits.row(found.table, found.id)
        if cells is None:
            continue
        changed = {found.column: found.naming.renamed(cells[found.column], {row: into})}
        edits.put(action, found.table, found.id, **changed | also(found, cells | changed))


def list_values(cell: str) -> list[str]:
    """The values of a list cell."""
    return [part.strip() for part in cell.split("|")] if cell.strip() else []
