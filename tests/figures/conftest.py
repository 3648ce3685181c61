"""The seed, and copies of it that strain a drawing: long labels, many rows, no dates, hardly anything."""

from __future__ import annotations

import functools
import importlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from matplotlib.figure import Figure as Drawing
from onrecord.coding.case import Case, open_case
from onrecord.coding.reading import read_coding
from onrecord.figures import figure_names
from onrecord.figures.drawing.figure import Figure

from tests.conftest import Rows, edit

SEED = Path(__file__).parents[2] / "seeds" / "belarus-troops-2023"
NAMES = figure_names()  # each is held to what every figure keeps
LONG = "$x^2$ <script>alert(1)</script> & " + "w" * 60 + " Владимир Зеленский 中"


def draw(name: str, case: Case, **filters: object) -> Figure:
    """The figure of that name."""
    return getattr(importlib.import_module(f"onrecord.figures.{name}"), name)(case, **filters)


def each(**values: Callable[[dict[str, str]], str]) -> Callable[[Rows], Rows]:
    """Sets the columns of every row to what the functions make of the row."""
    return lambda rows: [row | {column: make(row) for column, make in values.items()} for row in rows]


@pytest.fixture(scope="session")
def case() -> Case:
    """The seed."""
    return open_case(SEED)


@pytest.fixture(scope="session")
def cases(case: Case, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Case]:
    """By name: the seed and what strains a drawing."""
    made = {"seed": case}
    for make in (_long, _many, _undated, _one_date, _thin):
        folder = Path(shutil.copytree(SEED, tmp_path_factory.mktemp("cases") / SEED.name))
        make(folder)
        made[make.__name__[1:]] = Case(read_coding(folder), [])  # the drawing must stand what a check would refuse
    return made


def _long(folder: Path) -> None:
    """Every name, proposition and title is long and holds markup, mathematics, Cyrillic and what the font lacks."""
    edit(folder, "actors", each(name=lambda row: f"{row['name']} {LONG}"))
    edit(folder, "issues", each(proposition=lambda row: f"{row['proposition'].rstrip('.')} {LONG} {LONG}."))
    edit(folder, "events", each(title=lambda row: f"{row['title']} {LONG}"))
    edit(folder, "dates", each(basis=lambda row: LONG))


def _many(folder: Path) -> None:
    """Forty propositions, fifteen more actors with positions, ninety relations, events on crowded dates."""
    blank = {"flags": "", "note": "", "coding_basis": "", "confidence": "high"}

    def actors(rows: Rows) -> Rows:
        state = next(row for row in rows if row["id"] == "ukr")
        return rows + [state | {"id": f"x{n}", "name": f"Republic number {n}", "aliases": ""} for n in range(15)]

    def issues(rows: Rows) -> Rows:
        return rows + [rows[n % 12] | {"id": f"iss-x{n}"} for n in range(40)]

    def positions(rows: Rows) -> Rows:
        more = [
            {"id": f"p-x{n}-{a}", "actor": f"x{a}", "issue": f"iss-x{n}", "stance": str((n + a) % 5 - 2)}
            | {"basis": "attributed_by_narrator" if (n * a) % 7 == 1 else "attributed_by_actor", "evidence": "st-20"}
            for n in range(40)
            for a in range(15)
            if (n + 2 * a) % 3
        ]
        return rows + [dict.fromkeys(rows[0], "") | blank | row for row in more]

    edit(folder, "actors", actors)
    edit(folder, "issues", issues)
    edit(folder, "positions", positions)
    edit(folder, "relations", lambda rows: rows + [
        rows[7] | {"id": f"rel-x{n}", "source": f"x{n % 15}", "target": f"x{(n * 7 + 1) % 15}"} for n in range(90)
    ])  # fmt: skip
    edit(folder, "events", lambda rows: rows + [
        rows[n % 18] | {"id": f"ev-x{n}", "date": ("d-friday", "d-feb24", "d-thursday")[n % 3]}
        | {"date_relation": ("on", "by", "before", "after")[n % 4]}
        for n in range(50)
    ])  # fmt: skip


def _undated(folder: Path) -> None:
    """No date is coded."""
    edit(folder, "statements", each(date=lambda row: "", time_said=lambda row: "not_stated"))
    edit(folder, "events", each(date=lambda row: "", date_relation=lambda row: ""))
    (folder / "dates.csv").unlink()
    edit(folder, "mentions", lambda rows: [row for row in rows if row["kind"] != "date"])


def _one_date(folder: Path) -> None:
    """One date, known to the month alone, and one that nobody resolved."""
    edit(folder, "dates", each(
        resolved=lambda row: "2023-01-06" if row["id"] == "d-friday" else "",
        precision=lambda row: "month" if row["id"] == "d-friday" else "",
    ))  # fmt: skip


def _thin(folder: Path) -> None:
    """The core tables only; one narrator's statement, no position."""
    for table in ("events", "relations", "tensions", "mentions", "places", "dates", "notes"):
        (folder / f"{table}.csv").unlink()
    edit(folder, "positions", lambda rows: [])
    edit(folder, "statements", lambda rows: [row for row in rows if row["id"] == "st-04"])


@pytest.fixture(scope="session")
def drawn(cases: dict[str, Case]) -> Callable[[str, str], tuple[Figure, list[Drawing]]]:
    """(name, kind of case) -> the figure and the matplotlib figures of its panels, made once; sizes are in inches."""

    @functools.cache
    def make(name: str, kind: str) -> tuple[Figure, list[Drawing]]:
        figure = draw(name, cases[kind])
        return figure, [panel.drawing for panel in figure.panels]

    return make
