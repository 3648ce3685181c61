"""Papermill's shell engine leaves in a notebook what a kernel would leave there."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from onrecord.briefing.execution import FailedCell

CELLS = (
    "print('a'); print('b')\nmarking",
    "import sys\nprint('to stderr', file=sys.stderr)",
    "from IPython.display import HTML, display\ndisplay(HTML('<p>x</p>'), metadata={'alt': 'y'})\nHTML('<b>z</b>')",
    "handle = display('first', display_id='one')",
    "handle.update('second')",
    "import asyncio\nawait asyncio.sleep(0)\n'awaited'",
    "%config InlineBackend.figure_formats = ['svg']\n'a magic'",
    "import pandas\npandas.DataFrame({'n': [1, 2]})",
    "1 + 1;",
    "import os\nos.path.basename(os.getcwd())",
    "import warnings\nwarnings.warn('mind the gap')",
)


SCRIPT = """import dataclasses, json, sys
from pathlib import Path
from onrecord.briefing.execution import execute
path, evidence, engine = sys.argv[1:]
_, failed = execute(Path(path), {"marking": "RESTRICTED"}, Path(evidence), engine or None)
print(json.dumps(failed and dataclasses.asdict(failed)))
"""


def executed(path: Path, folder: Path, engine: str | None) -> tuple[nbformat.NotebookNode, FailedCell | None]:
    """The notebook as `engine` leaves it, run in a process of its own."""
    evidence = folder / f"{engine}.ipynb"
    words = [sys.executable, "-c", SCRIPT, str(path), str(evidence), engine or ""]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    failed = json.loads(done.stdout.splitlines()[-1])
    return nbformat.read(evidence, as_version=4), FailedCell(**failed) if failed else None


def outputs(nb: nbformat.NotebookNode) -> list:
    """Every output, without the place where a warning was raised."""
    found = []
    for cell in nb.cells:
        for output in cell.get("outputs", []):
            plain = dict(output)
            if plain.get("name") == "stderr":
                plain["text"] = plain["text"].splitlines()[-1]
            plain.pop("traceback", None)
            found.append(plain)
    return found


def test_the_shell_leaves_what_a_kernel_leaves(project, tmp_path):
    """Streams, displays, results, updates, magics, top-level await: output for output the same."""
    path = project.notebook("x", *CELLS)
    shell, kernel = (executed(path, tmp_path, engine)[0] for engine in ("shell", None))
    assert len(outputs(shell)) >= len(CELLS)
    assert outputs(shell) == outputs(kernel)
    assert [cell.execution_count for cell in shell.cells] == [cell.execution_count for cell in kernel.cells]


def test_parameters_are_injected_and_the_folder_is_the_notebooks_own(project, tmp_path):
    """A cell sees the value given, and runs where JupyterLab would run it."""
    path = project.notebook("x", "import os\nprint(marking, os.getcwd())")
    nb, failed = executed(path, tmp_path, "shell")
    assert failed is None
    assert nb.cells[-1].outputs[0].text == f"RESTRICTED {project.notebooks}\n"


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("x = 1\nraise ValueError('no')", "ValueError"),
        ("x ==", "SyntaxError"),
        ("import sys\nsys.exit(3)", "SystemExit"),
    ],
)
def test_a_failing_cell_stops_the_notebook_and_is_numbered_as_written(project, tmp_path, source: str, name: str):
    """The number counts the notebook's own cells; what follows is not run; the evidence is written."""
    path = project.notebook("x", source, "print('never')")
    nb, failed = executed(path, tmp_path, "shell")
    assert (failed.number, failed.source, failed.name) == (3, source, name)
    assert "never" not in str(outputs(nb))


def test_the_users_own_profile_stays_out(project, tmp_path, monkeypatch):
    """A start-up file and a history of the user's own neither run nor grow."""
    startup = tmp_path / "ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "00.py").write_text("leaked = 1")
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    path = project.notebook("x", "'leaked' in globals()")
    nb, _ = executed(path, tmp_path, "shell")
    assert nb.cells[-1].outputs[0].data["text/plain"] == "False"
    assert not list((tmp_path / "ipython").rglob("history*"))


def errors(nb: nbformat.NotebookNode) -> list:
    """The errors that are shown."""
    return [output for cell in nb.cells for output in cell.get("outputs", []) if output.output_type == "error"]


def test_problems_are_a_short_table_in_a_notebook(project, tmp_path):
    """A kernel, as JupyterLab and Papermill use it, and our shell show the same few lines, nothing of the inside."""
    project.edit("statements.csv", ",blr-luk,", ",blr-look,")
    path = project.notebook("x")
    (shell,), (kernel,) = (errors(executed(path, tmp_path, engine)[0]) for engine in ("shell", None))
    assert shell == kernel
    lines = shell.traceback
    assert lines[0].split() == ["E-REF", *lines[0].split()[1:]]
    assert "did you mean 'blr-luk'?" in lines[0]
    assert all(len(line) <= 100 for line in lines)
    assert not [line for line in lines if "Traceback" in line or "\x1b" in line or ".py" in line]
    assert shell.evalue.splitlines()[0].startswith("E-REF statements.csv:")
    assert len([line for line in lines if line.startswith("E-")]) == len(shell.evalue.splitlines())
