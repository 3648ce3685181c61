"""A project of a test's own: the seed case, notebooks of a few cells, and the command run on them."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
CASE = "belarus-troops-2023"
PARAMETERS = f"""case: str = "{CASE}"  # the case's folder in seeds/
as_of: str = ""  # the date it speaks of
marking: str = "UNMARKED"  # at the head of every page
"""
BANNER = """from IPython.display import HTML
from onrecord import open_case
opened = open_case(case)
HTML(f'<header class="banner" data-case="{opened.id}" data-title="%s" data-as-of="2023-01-06" data-marking="{marking}"><h1>%s</h1></header>')"""
STATE = {"CI": "", "PYTHONWARNINGS": "error::ResourceWarning"}

Rows = list[dict[str, str]]


def edit(folder: Path, table: str, change: Callable[[Rows], Rows]) -> None:
    """Write the table again with what `change` makes of its rows."""
    path = folder / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows, header = change(list(reader)), reader.fieldnames
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


class Project:
    """A folder with ``seeds/`` and ``notebooks/``."""

    def __init__(self, root: Path):
        self.root = root
        self.seeds, self.notebooks, self.reports = root / "seeds", root / "notebooks", root / "reports"
        self.notebooks.mkdir(parents=True)
        shutil.copytree(REPOSITORY / "seeds" / CASE, self.seeds / CASE)

    @property
    def case(self) -> Path:
        return self.seeds / CASE

    @property
    def shelf(self) -> Path:
        """The folder of the case's reports."""
        return self.reports / CASE

    def notebook(self, name: str, *cells: str, title: str = "", extra: str = "", **facts) -> Path:
        """Writes a briefing of a parameters cell, a banner and `cells`; `extra` are more parameters."""
        title = title or name.capitalize()
        return self.raw_notebook(
            name,
            (PARAMETERS + extra, ["parameters"]),
            (BANNER % (title, title), []),
            *((source, []) for source in cells),
            metadata={"onrecord": {"title": title, "description": "A test's.", "for_each": None, "order": 1} | facts},
        )

    def raw_notebook(self, name: str, *cells: tuple[str, list[str]], metadata: dict) -> Path:
        """Writes a notebook of code cells with tags."""
        path = self.notebooks / f"{name}.ipynb"
        body = [
            {
                "cell_type": "code",
                "id": f"{name}-{number:02}",
                "metadata": {"tags": tags},
                "execution_count": None,
                "outputs": [],
                "source": source,
            }
            for number, (source, tags) in enumerate(cells)
        ]
        kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
        path.write_text(json.dumps({"cells": body, "metadata": kernel | metadata, "nbformat": 4, "nbformat_minor": 5}))
        return path

    def edit(self, table: str, old: str, new: str) -> None:
        """Replaces words in a table of the case."""
        path = self.case / table
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def onrecord(self, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
        """Runs the command here."""
        return subprocess.run(self.command(*words), cwd=self.root, env=self.env(**env), capture_output=True, text=True)

    @staticmethod
    def command(*words: str) -> list[str]:
        return [str(Path(sys.executable).parent / "onrecord"), *words]

    @staticmethod
    def env(**env: str) -> dict[str, str]:
        return os.environ | STATE | env

    def manifest(self) -> dict:
        return json.loads((self.shelf / "manifest.json").read_text(encoding="utf-8"))

    def files(self) -> dict[str, bytes]:
        """Everything in the reports, by name."""
        return {
            path.relative_to(self.reports).as_posix(): path.read_bytes()
            for path in sorted(self.reports.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with the seed case and no notebook."""
    return Project(tmp_path / "project")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The repository's root."""
    return REPOSITORY
