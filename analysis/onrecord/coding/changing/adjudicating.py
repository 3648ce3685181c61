"""Two codings of one article made into one, every difference settled by a person."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path

from onrecord.coding.case import Case
from onrecord.coding.changing import article_yml
from onrecord.coding.changing.beginning import NOT_SIGNED
from onrecord.coding.changing.referring import columns_naming, known_only
from onrecord.coding.changing.swapping import new_case
from onrecord.coding.settled import TABLES_COMPARED, Aligned, Line
from onrecord.coding.storing.files import ARTICLE, DESCRIPTION
from onrecord.coding.storing.sheet import Cells
from onrecord.coding.storing.writing import text_cells, write_table
from onrecord.coding.tables import OWN_WORDS, TABLES

Rows = dict[str, dict[str, Cells]]  # table -> id -> cells
MARKED = (*TABLES_COMPARED, "actors", "issues")  # the last two are weighed with the rows that name them
# The words that a reading rests on, which are taken with it.
WORDS_OF = {
    ("statements", "attribution"): ("speaker_text", "cue_text", "continues"),
    ("statements", "speaker"): ("speaker_text",),
    ("statements", "cue_class"): ("cue_text",),
    ("statements", "certainty"): ("hedge_text",),
    ("statements", "quote_type"): ("quote_text", "insertion_text"),
}


def adjudicate(aligned: Aligned, lines: Iterable[Line], case_id: str, by: str, *, seeds: Path) -> Path:
    """Make ``seeds/case_id`` from A's coding with the readings that the lines take; returns its folder.

    Rows of the compared tables, actors and issues get the coding basis `adjudicated`; the other tables are A's.
    Raises ProblemsError, and makes nothing, where the id is no id or taken, or the result breaks a rule.
    """
    merger = Merger(aligned)
    for line in lines:
        merger.settle(line)
    with new_case(seeds, case_id, "choose another id") as copy:
        for file in (ARTICLE, DESCRIPTION):
            shutil.copyfile(aligned.a.folder / file, copy / file)
        article_yml.edit(copy / DESCRIPTION, _description(aligned, case_id, by))
        for table, rows in merger.finished().items():
            if aligned.a.coded(table):
                write_table(copy, table, rows)
    return seeds / case_id


def _description(aligned: Aligned, case_id: str, by: str) -> dict[str, object]:
    coders = [case.article.coder or case.id for case in (aligned.a, aligned.b)]
    coder = f"{'; '.join(coders)}; differences settled by {by}"
    facts = {"id": case_id, "coder": coder, "coding_basis": "adjudicated", "coded_on": datetime.date.today()}
    unread = {} if aligned.a.article.reviewed_unread is None else {"reviewed_unread": None}
    return facts | NOT_SIGNED | unread


class Merger:
    """A's rows, into which B's readings are taken."""

    def __init__(self, aligned: Aligned):
        self._rows, self._theirs = _rows(aligned.a), _rows(aligned.b)
        self._names = {b: a for table in (*MARKED, "places") for a, b in aligned.pairs(table).items()}

    def settle(self, line: Line) -> None:
        """Take B's reading where the line says so: a field, a row more, or a row less."""
        if line.drops:
            self._rows[line.table].pop(line.a, None)
        elif not line.field and line.b:
            self._adopt(line.table, line.b)
        elif line.field and line.take == "b":
            self._take(line)

    def _take(self, line: Line) -> None:
        """B's reading of a field, and the words that it rests on."""
        theirs = self._theirs[line.table][line.b]
        taken = (line.field, *WORDS_OF.get((line.table, line.field), ()))
        self._rows[line.table][line.a] |= self._named(line.table, {field: theirs[field] for field in taken})

    def _adopt(self, table: str, row: str) -> str:
        """B's row among A's, under an id that is free, its references put into A's ids; returns the id."""
        if row not in self._names:
            self._names[row] = f"{row}-b" if row in _ids(self._rows) else row
            cells = self._named(table, self._theirs[table][row])
            self._rows[table][self._names[row]] = cells | {"id": self._names[row]}
        return self._names[row]

    def _named(self, table: str, cells: Cells) -> Cells:
        """Cells of B in A's ids; rows of B that they name and A lacks come along."""
        return cells | {
            column: naming.cell(self._in_a(naming.names(cells[column]), naming.tables))
            for column, naming in columns_naming(table).items()
            if column in cells and naming.tables != ("sentences",)
        }

    def _in_a(self, names: Iterable[str], tables: Sequence[str]) -> list[str]:
        return [self._adopt(table, name) for name in names for table in tables if name in self._theirs.get(table, ())]

    def finished(self) -> dict[str, list[Cells]]:
        """The rows, marked as adjudicated, without references to rows that are gone."""
        known = _ids(self._rows) | {"article"}
        return {
            table: [self._marked_as(table, known_only(table, cells, known)) for cells in rows.values()]
            for table, rows in self._rows.items()
        }

    def _marked_as(self, table: str, cells: Cells) -> Cells:
        return cells | {"coding_basis": "adjudicated"} if table in MARKED else cells


def _rows(case: Case) -> Rows:
    """The rows of every table but the coder's own words, cells as text."""
    return {table: _cells(case, table) for table in TABLES if table != OWN_WORDS}


def _cells(case: Case, table: str) -> dict[str, Cells]:
    frame = getattr(case, table).reset_index()
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return {row["id"]: text_cells(table, row) for row in rows}


def _ids(rows: Rows) -> set[str]:
    return {row for found in rows.values() for row in found}
