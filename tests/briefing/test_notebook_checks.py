"""`onrecord check` looks at the notebooks of a project, too."""

from __future__ import annotations

import json

import pytest
from onrecord.briefing.notebook_checks import notebook_problems


def said(project) -> list[str]:
    """What is said of the notebooks, a line each."""
    return [str(one) for one in notebook_problems(project.notebooks)]


@pytest.mark.parametrize(
    ("cell", "wanted"),
    [
        ("record", ""),
        ("%matplotlib inline\nrecord", ""),
        ("for row in []:\n    row", "code cell 3 defines or decides something"),
        ("f = lambda: 1", "code cell 3 defines or decides something"),
        ("a\nb\nc\nd\ne\nf", "code cell 3 has 6 lines, more than 5"),
        ("a b", ""),
    ],
)
def test_a_briefing_is_thin(project, cell: str, wanted: str):
    """A warning that names the cell and what to do; the first cells are parameters and banner."""
    path = project.notebook("one", cell)
    notebook = json.loads(path.read_text())
    notebook["cells"][1]["source"] = "opened"
    path.write_text(json.dumps(notebook))
    lines = said(project)
    assert lines == (
        [f"W-NOTEBOOK notebooks/one.ipynb {wanted}; move it into a module beside the notebook, and call that"]
        if wanted
        else []
    )


def test_outputs_are_named_once(project):
    """All cells of a notebook on one line."""
    path = project.notebook("one", "1", "2")
    notebook = json.loads(path.read_text())
    for cell in notebook["cells"]:
        cell["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x"}]
    notebook["cells"][1]["source"] = "opened"
    path.write_text(json.dumps(notebook))
    [line] = said(project)
    assert line.startswith("W-NOTEBOOK notebooks/one.ipynb outputs stand in code cell 1, 2, 3, 4; clear the outputs")


def test_wrong_parameters_are_errors_and_other_notebooks_are_left_alone(project):
    """Of a scratch book nothing is said; a named case is checked alone."""
    project.notebook("one", "1", extra="wrong\n")
    project.raw_notebook("scratch", ("for x in []:\n    x", []), metadata={})
    done = project.onrecord("check")
    assert done.returncode == 2
    assert "E-NOTEBOOK notebooks/one.ipynb 'wrong' in the parameters cell declares no parameter" in done.stdout
    assert "scratch" not in done.stdout
    assert project.onrecord("check", project.case.name).returncode == 0
