"""A project of a test's own: the seed case, notebooks of a few cells, and the command run on them."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.warm import Warm

REPOSITORY = Path(__file__).parents[1]
CASE = "belarus-troops-2023"
PARAMETERS = f"""case: str = "{CASE}"  # the case's folder in seeds/
as_of: str = ""  # the date it speaks of
marking: str = "UNMARKED"  # at the head of every page
"""
BANNER = """from IPython.display import HTML
from onrecord import open_case
opened = open_case(case)
data = f'data-case="{opened.id}" data-title="%s" data-as-of="2023-01-06" data-marking="{marking}"'
HTML(f'<header class="banner" {data}><h1>%s</h1></header>')"""
STATE = {"CI": "", "PYTHONWARNINGS": "error::ResourceWarning"}

WARM = Warm(os.environ | STATE)
COMMAND = """import sys
from onrecord.cli import main
sys.argv[0] = "onrecord"
main()"""

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

    @classmethod
    def made(cls, root: Path) -> Project:
        """A new one with the seed case and no notebook."""
        project = cls(root)
        project.notebooks.mkdir(parents=True)
        shutil.copytree(REPOSITORY / "seeds" / CASE, project.case)
        return project

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
        """Runs the command here, warm where it can be."""
        if WARM.fits(self.env(**env)):
            return WARM.run(["-c", COMMAND, *words], self.root, self.env(**env))
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
            if path.is_file() and ".cache" not in path.parts
        }


LONGEST_FIRST = (
    "browser/test_lab.py",
    "briefing/test_build.py",
    "browser/",
    "shelf/",
    "briefing/",
    "briefings/",
    "lab/",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files that take long come first, so that no process is left with one at the end while the others have none."""
    items.sort(key=lambda item: _place(item.path.relative_to(REPOSITORY / "tests").as_posix()))


def _place(path: str) -> int:
    return next((at for at, start in enumerate(LONGEST_FIRST) if path.startswith(start)), len(LONGEST_FIRST))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with the seed case and no notebook."""
    return Project.made(tmp_path / "project")


@pytest.fixture(scope="session", autouse=True)
def warm() -> Iterator[Warm]:
    """Runs Python with all of onrecord imported, each time in a process of its own."""
    yield WARM
    WARM.stop()


SETTINGS = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"}  # not those of whoever runs the tests


@pytest.fixture(scope="session")
def seed_shelf(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, subprocess.CompletedProcess[str]]:
    """A project of the seed and the repository's notebooks, all built once for all tests to read; what the build said.

    Processes that run tests side by side share it.
    """
    from onrecord.briefing.writing import alone_in

    base = tmp_path_factory.getbasetemp()
    root = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "seed shelf"
    said = root / "said.json"
    root.mkdir(exist_ok=True)
    with alone_in(root):
        if not said.exists():
            project = Project.made(root / "project")
            shutil.copytree(REPOSITORY / "notebooks", project.notebooks, dirs_exist_ok=True)
            done = project.onrecord("build", **SETTINGS)
            said.write_text(json.dumps([done.args, done.returncode, done.stdout, done.stderr]), encoding="utf-8")
    return Project(root / "project"), subprocess.CompletedProcess(*json.loads(said.read_text(encoding="utf-8")))


@pytest.fixture(scope="session")
def project_in() -> Callable[[Path], Project]:
    """Gives a project with the seed case and no notebook in a folder, for fixtures that outlive a test."""
    return Project.made


@pytest.fixture(scope="session")
def project_at() -> Callable[[Path], Project]:
    """Gives a project in a folder as it is: nothing is made."""
    return Project


@pytest.fixture(scope="session")
def lost_words() -> Callable[[str, bytes], list[str]]:
    """Gives the words of a page that its PDF does not show on paper, inside the margins, as often as the page does."""
    return _lost_words


def _lost_words(page: str, pdf: bytes) -> list[str]:
    from onrecord import design
    from onrecord.gate.paper_words import lost_words
    from pypdf import PdfReader

    return lost_words(page, PdfReader(io.BytesIO(pdf)), design.FOOT_MM)


@pytest.fixture(scope="session")
def pdf_faults() -> Callable[[bytes], list[str]]:
    """Gives what an independent checker finds wrong with a PDF by PDF/UA-1 and PDF/A-2a, and pages out of order."""
    return _pdf_faults


# What the checker says of a sound file. A stream whose last byte is a carriage return, which compressed data may end
# with, is followed by the line feed before `endstream`: it takes both for the end of the line and misses a byte.
EXCEPTED = {"PDFA2A-STREAM-LENGTH-001"}


def _pdf_faults(pdf: bytes) -> list[str]:
    from page import validate_pdf_bytes
    from pypdf import PdfReader

    found = [one for profile in ("ua1", "2a") for one in validate_pdf_bytes(pdf, profile=profile).failures]
    faults = [f"{one.rule_id}: {one.message}" for one in found if one.rule_id not in EXCEPTED or _is_cut(pdf)]
    reader = PdfReader(io.BytesIO(pdf))
    pages = enumerate(zip(_tagged(reader), map(_painted, reader.pages), strict=True), 1)
    return faults + [f"page {number} is painted in another order than tagged" for number, (a, b) in pages if a != b]


def _is_cut(pdf: bytes) -> bool:
    """Whether a stream is longer or shorter than it says."""
    ends = (
        head.end() + int(head[1])
        for head in re.finditer(rb"/Length (\d+)(?:(?!endobj|stream)[\s\S])*?>>\s*stream\n", pdf)
    )
    return any(not pdf.startswith(b"\nendstream", end) for end in ends)


def _tagged(reader) -> list[list[int]]:
    """The numbers of the pieces of each page, as the tree of tags is read aloud."""
    number = {page.indirect_reference.idnum: at for at, page in enumerate(reader.pages)}
    found: list[list[int]] = [[] for _ in number]

    def walk(node, page) -> None:
        page = number[node.raw_get("/Pg").idnum] if "/Pg" in node else page
        if "/MCID" in node:
            found[page].append(int(node["/MCID"]))
        children = node.get("/K", [])
        for child in children if isinstance(children, list) else [children]:
            inner = child.get_object()
            if isinstance(inner, int):
                found[page].append(int(inner))
            else:
                walk(inner, page)

    walk(reader.trailer["/Root"]["/StructTreeRoot"], None)
    return found


def _painted(page) -> list[int]:
    """The numbers of the tagged pieces of a page, as they are painted."""
    from pypdf.generic import ContentStream

    marked = (
        given for given, operator in ContentStream(page.get_contents(), page.pdf).operations if operator == b"BDC"
    )
    return [int(facts["/MCID"]) for _, facts in marked if isinstance(facts, dict) and "/MCID" in facts]


@pytest.fixture(scope="session")
def repository() -> Path:
    """The repository's root."""
    return REPOSITORY
