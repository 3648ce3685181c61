"""What `onrecord check` sees of notebooks: parameters that cannot be read, outputs, and logic of their own."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.briefing.catalogue import readable
from onrecord.briefing.plainness import without_magic
from onrecord.problems import Problem, problem

MOST_LINES = 5  # of a cell
_LOGIC = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.For, ast.While, ast.If)
_CLEAR = "clear the outputs of all cells before a commit (in JupyterLab: Edit, Clear Outputs of All Cells)"
_THIN = "move it into a module beside the notebook, and call that"


def notebook_problems(notebooks: Path) -> list[Problem]:
    """Errors of the briefings in `notebooks`, as a build would raise them, and warnings, in the order of the files."""
    found, problems = readable(notebooks)
    for briefing in sorted(found, key=lambda one: one.name):
        cells = json.loads(briefing.path.read_bytes())["cells"]
        problems += _warnings(briefing.file, [cell for cell in cells if cell["cell_type"] == "code"])
    return problems


def _warnings(file: str, cells: list[dict[str, Any]]) -> Iterator[Problem]:
    """Of the code cells of a notebook, numbered from 1."""
    if held := [str(n) for n, cell in enumerate(cells, 1) if cell.get("outputs")]:
        yield problem("W-NOTEBOOK", file, found=f"outputs stand in code cell {', '.join(held)}", remedy=_CLEAR)
    for number, cell in enumerate(cells, 1):
        source = "".join(cell["source"])
        if "parameters" not in cell["metadata"].get("tags", []) and (what := _thick(source)):
            yield problem("W-NOTEBOOK", file, found=f"code cell {number} {what}", remedy=_THIN)


def _thick(source: str) -> str:
    """What of a cell is more than a call or two; "" of a thin one, and of one that is no Python."""
    try:
        nodes = list(ast.walk(ast.parse(without_magic(source))))
    except SyntaxError:
        return ""
    if any(isinstance(node, _LOGIC) for node in nodes):
        return "defines or decides something"
    lines = len([line for line in source.splitlines() if line.strip()])
    return f"has {lines} lines, more than {MOST_LINES}" if lines > MOST_LINES else ""
