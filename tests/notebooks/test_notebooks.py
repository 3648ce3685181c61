"""Every notebook is thin, clean, and runs from top to bottom."""

import ast
from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))
BRIEFINGS = {"situation", "actor", "issue", "timeline", "quotes", "annex"}


def read(path):
    """The notebook, validated."""
    nb = nbformat.read(path, 4)
    nbformat.validate(nb)
    return nb


def test_the_briefings_are_there():
    """Six briefings and the notebook to explore."""
    assert {path.stem for path in NOTEBOOKS} >= BRIEFINGS | {"explore"}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_thin(path):
    """A parameters cell with typed, commented parameters; then imports and short calls, no definitions, no outputs."""
    code = [cell for cell in read(path).cells if cell.cell_type == "code"]
    assert "parameters" in code[0].metadata.get("tags", [])
    for line, node in zip(code[0].source.splitlines(), ast.parse(code[0].source).body, strict=True):
        assert isinstance(node, ast.AnnAssign)
        assert "  # " in line
    for cell in code:
        assert not cell.outputs
        assert cell.execution_count is None
        nodes = ast.parse(cell.source).body
        assert not any(
            isinstance(node, ast.FunctionDef | ast.ClassDef | ast.For | ast.While | ast.If) for node in nodes
        )
    for cell in code[2:]:
        assert len(cell.source.splitlines()) <= 5


@pytest.mark.parametrize("path", [p for p in NOTEBOOKS if p.stem in BRIEFINGS], ids=lambda path: path.stem)
def test_a_briefing_opens_with_its_banner_and_ends_with_its_sources(path):
    """Every document is found out where it comes from at both ends."""
    code = [cell.source for cell in read(path).cells if cell.cell_type == "code"]
    assert "banner(record" in code[2]
    assert code[-1] == "sources(record)"
