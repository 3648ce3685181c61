"""What lies beside a notebook or on PYTHONPATH shadows nothing of the package."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

NOTEBOOK = Path(__file__).parents[2] / "notebooks" / "quotes.ipynb"
BROKEN = "raise RuntimeError('the stray was imported')\n"
KERNEL = """import sys
from pathlib import Path
from onrecord.briefing.execution import execute
notebook, failed = execute(Path(sys.argv[1]), {}, Path(sys.argv[2]), engine=None)
print(failed)
"""


def strew(folder: Path) -> None:
    """A module, a package and a notebook that bear the names of the project's own folders."""
    (folder / "analysis" / "onrecord").mkdir(parents=True)
    (folder / "analysis.py").write_text(BROKEN)
    (folder / "analysis" / "__init__.py").write_text(BROKEN)
    (folder / "analysis" / "onrecord" / "__init__.py").write_text(BROKEN)
    nbformat.write(nbformat.v4.new_notebook(), folder / "onrecord.ipynb")


@pytest.fixture
def strewn(project, tmp_path) -> dict[str, str]:
    """The project with strays beside its notebook; the environment, with more of them on PYTHONPATH."""
    shutil.copy(NOTEBOOK, project.notebooks)
    strew(project.notebooks)
    strew(tmp_path / "elsewhere")
    paths = [str(tmp_path / "elsewhere"), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {"PYTHONPATH": os.pathsep.join(paths)}


def test_a_build_is_not_led_astray(project, strewn):
    """Every document is made, nothing is said."""
    done = project.onrecord("build", "--to", "html", **strewn)
    assert (done.returncode, done.stderr) == (0, "")
    assert [path.stem for path in project.shelf.glob("*.html")] == ["quotes"]


def test_a_kernel_is_not_led_astray(project, strewn, tmp_path):
    """The same notebook in a kernel, whose path starts with the notebook's folder."""
    words = [sys.executable, "-c", KERNEL, str(project.notebooks / "quotes.ipynb"), str(tmp_path / "executed.ipynb")]
    done = subprocess.run(words, cwd=project.notebooks, env=project.env(**strewn), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "None"
    assert '<header class=\\"banner\\"' in (tmp_path / "executed.ipynb").read_text(encoding="utf-8")
