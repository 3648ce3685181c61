"""Two codings of one article made into one, every difference settled by a person."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import pandas as pd

from onrecord.coding import fields as f
from onrecord.coding.case import Case
from onrecord.coding.changing import article_yml
from onrecord.coding.changing.writing import table_bytes, write_table, write_whole
from onrecord.coding.checks import check
from onrecord.coding.reading import read_coding
from onrecord.coding.tables import OWN_WORDS, TABLES, fields_with
from onrecord.measures.agreement.alignment import Alignment
from onrecord.measures.agreement.disagreements import COLUMNS, disagreements
from onrecord.measures.agreement.fields import TABLES_COMPARED
from onrecord.problems import Problem, ProblemsError, problem

TAKE = "take"  # the column that a person fills in: a or b
Rows = dict[str, dict[str, dict[str, Any]]]  # table -> id -> cells


def write_disagreements(alignment: Alignment, path: Path) -> int:
    """The disagreements as a CSV with an empty column `take`, for a person to fill in; returns how many.

    `take` is ``a`` or ``b``: whose reading stands. For a row that only one coder has, taking the other drops it.
    """
    found = disagreements(alignment)
    write_whole(path, table_bytes([*COLUMNS, TAKE], found.to_dict("records")))
    return len(found)


def adjudicate(alignment: Alignment, settled: Path, case_id: str, by: str, *, seeds: Path) -> Path:
    """Make ``seeds/case_id`` from A's coding with the readings that `settled` takes; returns its folder.

    Rows of the compared tables, actors and issues get the coding basis `adjudicated`; the other tables are A's.
    Raises ProblemsError, and makes nothing, where a line is not settled, or the result breaks a rule.
    """
    folder = seeds / case_id
    if folder.exists():
        remedy = "choose another id; nothing was written"
        raise ProblemsError([problem("E-FILE", case_id, found=f"{folder} exists already", remedy=remedy)])
    lines = _settled(alignment, settled)
    merged = Merger(alignment)
    for line in lines:
        merged.settle(line)
    return _write(alignment, merged.finished(), folder, by)


def _settled(alignment: Alignment, path: Path) -> list[dict[str, Any]]:
    """The lines of the file, which must be the disagreements of these two codings, all of them settled."""
    try:
        given = pd.read_csv(path, dtype=str, keep_default_na=False)
    except (OSError, ValueError) as error:
        remedy = "name the file that `onrecord agree --out` wrote"
        raise ProblemsError([problem("E-FILE", path.name, found=f"not readable: {error}", remedy=remedy)]) from None
    expected = disagreements(alignment).fillna("").to_dict("records")
    if list(given.columns) != [*COLUMNS, TAKE] or given[COLUMNS].to_dict("records") != expected:
        found = "the lines are not the disagreements of these two codings as they stand"
        remedy = "write them anew with `onrecord agree A B --out FILE`, and fill in only the column take"
        raise ProblemsError([problem("E-AGREE", path.name, found=found, remedy=remedy)])
    wrong = [_unsettled(path, number, take) for number, take in enumerate(given[TAKE], 2) if take not in ("a", "b")]
    if wrong:
        raise ProblemsError(wrong)
    return [{name: cell or None for name, cell in line.items()} for line in given.to_dict("records")]


def _unsettled(path: Path, number: int, take: str) -> Problem:
    remedy = "write a or b, whose reading stands"
    if not take:
        return problem("E-EMPTY", path.name, number, TAKE, remedy=remedy)
    return problem("E-ENUM", path.name, number, TAKE, found=take, expected="a, b")


# The words that a reading rests on, which are taken with it.
WORDS_OF = {
    ("statements", "attribution"): ("speaker_text", "cue_text", "continues"),
    ("statements", "speaker"): ("speaker_text",),
    ("statements", "cue_class"): ("cue_text",),
    ("statements", "certainty"): ("hedge_text",),
    ("statements", "quote_type"): ("quote_text", "insertion_text"),
}


@dataclass
class Merger:
    """A's rows, into which B's readings are taken."""

    alignment: Alignment

    def __post_init__(self) -> None:
        self.rows: Rows = {t: _cells(self.alignment.a, t) for t in TABLES if t != OWN_WORDS}
        self.theirs: Rows = {t: _cells(self.alignment.b, t) for t in TABLES if t != OWN_WORDS}
        self.names = {b: a for t in (*TABLES_COMPARED, "actors", "issues", "places") for a, b in self._pairs(t)}

    def _pairs(self, table: str) -> list[tuple[str, str]]:
        return list(self.alignment.pairs(table).items())

    def settle(self, line: Mapping[str, Any]) -> None:
        """Take B's reading where the line says so: a field, a row more, or a row less."""
        table, alone = line["table"], line["field"] is None
        if alone and line[TAKE] == ("b" if line["a"] else "a"):
            if line["a"]:
                self.rows[table].pop(line["a"])
        elif alone and line["b"]:
            self._adopt(table, line["b"])
        elif not alone and line[TAKE] == "b":
            theirs = self.theirs[table][line["b"]]
            for field in (line["field"], *WORDS_OF.get((table, line["field"]), ())):
                self.rows[table][line["a"]][field] = self._named(table, field, theirs[field])

    def _adopt(self, table: str, row: str) -> str:
        """B's row among A's, under an id that is free, its references put into A's ids; returns the id."""
        if row in self.names:
            return self.names[row]
        taken = {one for rows in self.rows.values() for one in rows}
        name = row if row not in taken else f"{row}-b"
        self.names[row] = name
        cells = self.theirs[table][row]
        self.rows[table][name] = {n: self._named(table, n, v) for n, v in cells.items()} | {"id": name}
        return name

    def _named(self, table: str, field: str, value: Any) -> Any:
        """A value of B in A's ids; rows of B that it names and A lacks come along."""
        reference = fields_with(table, f.Reference).get(field)
        if reference is None or not value or "sentences" in reference.tables:
            return value
        several = value if isinstance(value, (list, tuple)) else [value]
        found = [self._adopt(t, one) for one in several for t in reference.tables if one in self.theirs[t]]
        return found if isinstance(value, (list, tuple)) else next(iter(found), None)

    def finished(self) -> Rows:
        """The rows, marked as adjudicated, without references to rows that are gone."""
        for table in (*TABLES_COMPARED, "actors", "issues"):
            for cells in self.rows[table].values():
                cells["coding_basis"] = "adjudicated"
        known = {one for rows in self.rows.values() for one in rows}
        for table, rows in self.rows.items():
            for field, reference in fields_with(table, f.Reference).items():
                for cells in rows.values():
                    if "sentences" not in reference.tables:
                        cells[field] = _kept(cells.get(field), known)
        return self.rows


def _kept(value: Any, known: set[str]) -> Any:
    if isinstance(value, (list, tuple)):
        return [one for one in value if one in known]
    return value if value in known else None


def _cells(case: Case, table: str) -> dict[str, dict[str, Any]]:
    frame = getattr(case, table).reset_index()
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    return {row["id"]: row for row in rows}


def _write(alignment: Alignment, rows: Rows, folder: Path, by: str) -> Path:
    """The merged case, checked before it takes its name."""
    a, b = alignment.a, alignment.b
    beside = folder.with_name(f".{folder.name}.{uuid4().hex}")
    try:
        beside.mkdir()
        shutil.copy(a.folder / "article.txt", beside)
        coder = f"{a.article.coder or a.id}; {b.article.coder or b.id}; differences settled by {by}"
        values = {"id": folder.name, "coder": coder, "coding_basis": "adjudicated", "coded_on": datetime.date.today()}
        unsigned = dict.fromkeys(("reviewed_by", "reviewed_on", "reviewed_sha256"))
        edited = article_yml.edited((a.folder / "article.yml").read_bytes(), values | unsigned)
        (beside / "article.yml").write_bytes(edited)
        for table in TABLES:
            if table != OWN_WORDS and a.coded(table):
                write_table(beside, table, rows[table].values())
        problems = check(read_coding(beside))
        if any(p.level == "error" for p in problems):
            raise ProblemsError([p for p in problems if p.level == "error"])
        beside.rename(folder)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return folder
