"""What `check` passes can be built: every cell of every briefing, of cases with as little coded as the tables allow."""

from __future__ import annotations

import ast
import os
import shutil
import tempfile
from functools import cache
from importlib import import_module
from pathlib import Path
from types import CodeType, ModuleType

import nbformat
import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st
from IPython.core.formatters import DisplayFormatter
from onrecord.briefing.subjects import subjects
from onrecord.coding.case import Case, find_case
from onrecord.coding.cases import checked
from onrecord.coding.storing.sheet import Cells, Sheet
from onrecord.coding.storing.writing import write_table
from onrecord.coding.tables import CORE, TABLES
from onrecord.problems import Problem

REPOSITORY = Path(__file__).parents[2]
SEED = REPOSITORY / "seeds" / "belarus-troops-2023"
OPTIONAL_TABLES = [name for name in TABLES if name not in CORE and (SEED / f"{name}.csv").is_file()]
OPTIONAL_CELLS = [(n, c) for n, model in TABLES.items() for c, f in model.model_fields.items() if not f.is_required()]
MAY_BE_BLANK = [(n, c) for n, model in TABLES.items() for c in model.model_fields if c != "id"]
BRIEFINGS = ["situation", "timeline", "quotes", "annex", "actor", "issue", "agreement"]

Tables = dict[str, list[Cells]]
Cell = tuple[CodeType, CodeType | None]


@cache
def cells_of(briefing: str) -> tuple[ModuleType, tuple[Cell, ...]]:
    """The module that a briefing is made of, and its cells: what each does, and the value that it shows."""
    notebook = nbformat.read(REPOSITORY / "notebooks" / f"{briefing}.ipynb", 4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    taken = next(node for cell in code for node in ast.parse(cell.source).body if isinstance(node, ast.ImportFrom))
    return import_module(f"{taken.module}.{taken.names[0].name}"), tuple(_compiled(cell.source) for cell in code)


def _compiled(source: str) -> Cell:
    tree = ast.parse(source)
    shown = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    value = compile(ast.Expression(shown.value), source, "eval") if isinstance(shown, ast.Expr) else None
    return compile(tree, source, "exec"), value


def show_all(case: Case, other: Case) -> None:
    """Run every cell of every briefing of `case`, on all that it can be asked for; what a cell shows is made.

    A part that shows the same wherever it stands is made once.
    """
    made: set[str] = set()
    known = subjects(case._coding)
    show = DisplayFormatter().format
    for briefing in BRIEFINGS:
        module, cells = cells_of(briefing)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, "open_case", lambda *_: case)
            if briefing == "agreement":
                patch.setattr(module, "open_coding", lambda *_: other)
            for about in known.get(briefing, [""]):
                space: dict[str, object] = {}
                for does, shows in cells:
                    exec(does, space)
                    space |= {briefing: about} if briefing in known else {}
                    part = does.co_filename.partition(".")[2]
                    if shows is not None and (part not in made or briefing in part):
                        show(eval(shows, space))
                        made.add(part)


@cache
def seed() -> Tables:
    """The rows of the seed's tables."""
    return {name: Sheet.of(SEED / f"{name}.csv").records for name in TABLES if (SEED / f"{name}.csv").is_file()}


@cache
def whole() -> Case:
    """The seed as it is, to compare with."""
    return checked([SEED])[0].case


def read(tables: Tables) -> tuple[Case, list[Problem]]:
    """A case of these tables, and its errors; a column that no row has is not in the header."""
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent) / SEED.name
        folder.mkdir()
        for file in ("article.txt", "article.yml"):
            shutil.copy(SEED / file, folder)
        for name, rows in tables.items():
            header = rows[0] if rows else seed()[name][0]
            write_table(folder, name, rows, header)
        [found] = checked([find_case(folder)])
        case = found.case
        _ = case.coding_sha256  # read while the files are there
    return case, [one for one in found.problems if one.level == "error"]


@pytest.mark.parametrize("table", OPTIONAL_TABLES)
def test_a_case_without_an_optional_table_is_built(table: str):
    """The table's file removed: the check passes, and every briefing is made."""
    case, errors = read({name: rows for name, rows in seed().items() if name != table})
    assert errors == []
    assert not case.coded(table)
    show_all(case, whole())


def test_a_case_of_core_tables_alone_is_built():
    """As it is, and with no row but the sentences and actors."""
    core = {name: rows for name, rows in seed().items() if name in CORE}
    for tables in (core, core | {name: [] for name in ("issues", "statements", "positions")}):
        case, errors = read(tables)
        assert errors == []
        show_all(case, whole())


STEPS = st.one_of(
    st.tuples(st.just("no table"), st.sampled_from(OPTIONAL_TABLES), st.just(""), st.just(0)),
    st.tuples(st.just("no column"), st.sampled_from(OPTIONAL_CELLS), st.just(0)).map(lambda s: (s[0], *s[1], s[2])),
    st.tuples(st.just("blank"), st.sampled_from(MAY_BE_BLANK), st.integers(-1, 30)).map(lambda s: (s[0], *s[1], s[2])),
    st.tuples(st.just("first rows"), st.sampled_from(list(seed())), st.just(""), st.integers(0, 3)),
    st.tuples(st.just("no row"), st.sampled_from(list(seed())), st.just(""), st.integers(0, 30)),
)


def less(tables: Tables, what: str, table: str, column: str, number: int) -> Tables:
    """The tables with a table, a column, cells or rows less."""
    rows = tables.get(table, [])
    match what:
        case "no table":
            return {name: kept for name, kept in tables.items() if name != table}
        case "no column":
            rows = [{name: cell for name, cell in row.items() if name != column} for row in rows]
        case "blank":
            rows = [row | {column: ""} if number in (-1, at) else row for at, row in enumerate(rows)]
        case "first rows":
            rows = rows[:number]
        case "no row":
            rows = [row for at, row in enumerate(rows) if at != number]
    return tables | {table: rows} if table in tables else tables


@settings(
    max_examples=int(os.environ.get("SOUND_CASES", "3")), deadline=None, derandomize="SOUND_CASES" not in os.environ
)
@given(st.lists(STEPS, min_size=10, max_size=40))
def test_whatever_the_check_passes_is_built(steps: list[tuple[str, str, str, int]]):
    """Tables, columns, cells and rows are taken away as far as the check allows; all briefings are made of the rest."""
    tables, case = seed(), whole()
    for step in steps:
        tried, errors = read(less(tables, *step))
        if not errors:
            tables, case = less(tables, *step), tried
            note(str(step))
    show_all(case, whole())
