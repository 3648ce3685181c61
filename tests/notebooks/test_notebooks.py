"""A notebook is an argument: headings, each with its question, and short calls that answer it. It holds no logic."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from pathlib import Path
from types import ModuleType

import nbformat
import onrecord.briefings
import pytest
from nbformat import NotebookNode
from onrecord.briefing.catalogue import readable
from onrecord.briefing.notebook_checks import notebook_problems

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
BRIEFINGS = {briefing.name for briefing in readable(NOTEBOOKS[0].parent)[0]}
LOGIC = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda | ast.For | ast.While | ast.If

each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
each_briefing = pytest.mark.parametrize("path", [p for p in NOTEBOOKS if p.stem in BRIEFINGS], ids=lambda p: p.stem)


def cells(path: Path, kind: str) -> list[NotebookNode]:
    """The cells of that kind; the notebook is valid."""
    nb = nbformat.read(path, 4)
    nbformat.validate(nb)
    return [cell for cell in nb.cells if cell.cell_type == kind]


def imports(path: Path) -> list[ast.ImportFrom]:
    """What a notebook imports."""
    nodes = [node for cell in cells(path, "code") for node in ast.walk(ast.parse(cell.source))]
    return [node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)]


def parts(path: Path) -> tuple[ModuleType, list[str]]:
    """The module that a notebook imports, and which of its names the cells use, in order, each once."""
    (line,) = imports(path)
    module = importlib.import_module(f"{line.module}.{line.names[0].name}")
    used = [name for cell in cells(path, "code") for name in attributes(cell.source, line.names[0].name)]
    return module, list(dict.fromkeys(used))


def attributes(source: str, name: str) -> list[str]:
    """The attributes of `name` in the order in which they are written."""
    nodes = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)]
    own = [node for node in nodes if isinstance(node.value, ast.Name) and node.value.id == name]
    return [node.attr for node in sorted(own, key=lambda node: (node.lineno, node.col_offset))]


def test_the_notebooks_are_the_briefings_and_two_for_the_analyst():
    """Every one has its module, beside the notebooks to explore and to review."""
    assert {path.stem for path in NOTEBOOKS} == BRIEFINGS | {"explore", "review"}
    assert {parts(path)[0].__name__.rpartition(".")[2] for path in NOTEBOOKS if path.stem in BRIEFINGS} == {
        module.name for module in pkgutil.iter_modules(onrecord.briefings.__path__)
    }


def test_check_has_nothing_to_say_of_them():
    """Neither an error nor a warning."""
    assert notebook_problems(NOTEBOOKS[0].parent) == []


@each
def test_a_notebook_starts_with_its_parameters(path):
    """The first code cell is tagged, and holds one typed parameter with its comment a line."""
    first = cells(path, "code")[0]
    assert "parameters" in first.metadata.get("tags", [])
    for line, node in zip(first.source.splitlines(), ast.parse(first.source).body, strict=True):
        assert isinstance(node, ast.AnnAssign)
        assert "  # " in line


@each
def test_a_notebook_is_thin(path):
    """Then an import, and cells of at most five lines that define nothing and decide nothing."""
    for cell in cells(path, "code")[1:]:
        assert len(cell.source.splitlines()) <= 5
        assert not [node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, LOGIC)]


@each
def test_a_notebook_imports_once(path):
    """One line names the module that holds all its parts."""
    (line,) = imports(path)
    assert isinstance(line, ast.ImportFrom)
    assert line.module.startswith("onrecord")
    assert len(line.names) == 1


@each
def test_under_each_heading_stands_the_question_that_it_answers(path):
    """One line that ends with a question mark, for the analyst: a document would only repeat its heading."""
    nb = nbformat.read(path, 4)
    for cell, below, after in zip(nb.cells, nb.cells[1:], nb.cells[2:], strict=False):
        if cell.cell_type == "markdown" and cell.source.startswith("## "):
            assert cell.source.removeprefix("## ").strip()
            assert "\n" not in cell.source
            assert below.cell_type == "markdown"
            assert below.source.endswith("?")
            assert "\n" not in below.source
            assert "lab-only" in below.metadata.get("tags", [])
            assert "lab-only" not in cell.metadata.get("tags", [])
            assert not after.source.startswith("#")


@each_briefing
def test_no_question_is_asked_twice(path):
    """Every heading of a notebook has a question of its own, and every notebook has some."""
    asked = [cell.source for cell in cells(path, "markdown") if cell.source.endswith("?")]
    headed = [cell.source for cell in cells(path, "markdown") if cell.source.startswith("## ")]
    assert len(set(asked)) == len(headed) > 1


@each_briefing
def test_a_briefing_opens_with_its_banner_and_ends_with_its_sources(path):
    """Every document is found out where it comes from at both ends."""
    code = [cell.source for cell in cells(path, "code")]
    assert ".banner(record" in code[2]
    assert re.search(r"\.sources\(record(, codes=True)?\)$", code[-1])


@pytest.mark.parametrize("path", [p for p in NOTEBOOKS if p.stem != "review"], ids=lambda path: path.stem)
def test_a_module_offers_what_its_notebook_shows(path):
    """All of it and no more, in the same order; completion has nothing else to offer."""
    module, used = parts(path)
    assert module.__all__ == used
    assert {name for name in dir(module) if not name.startswith("_")} == set(used)
