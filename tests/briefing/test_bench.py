"""What the bench of the build counts."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from onrecord.briefing import bench
from onrecord.coding.cases import checked

GRANDCHILD = """import ctypes, subprocess, sys
from pathlib import Path
from onrecord.briefing import bench
ctypes.CDLL(None).prctl(bench.SUBREAPER, 1, 0, 0, 0)
burn = "import time\\nwhile time.process_time() < .3: pass"
start = f"import subprocess, sys; subprocess.Popen([sys.executable, '-c', {burn!r}])"
print(bench.cost([sys.executable, "-c", start], Path(".")).cpu)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux counts what a grandchild costs")
def test_what_a_command_leaves_running_is_counted(tmp_path):
    """The processes that a build forks are not its own children."""
    done = subprocess.run([sys.executable, "-c", GRANDCHILD], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert float(done.stdout) > 0.3


def test_a_project_of_many_cases_is_sound(project, tmp_path):
    """Each case under its own name, with what the seed holds, ready to be built."""
    place = bench.project_of(2, project.notebooks, tmp_path / "bench")
    cases = checked(sorted((place / "seeds").iterdir()))
    assert [case.case.id for case in cases] == ["case-0000", "case-0001"]
    assert not [one for case in cases for one in case.problems if one.level == "error"]


def test_documents_are_read_off_the_manifest(tmp_path):
    """Pages alone, each with the parameters that were set."""
    entry = {"notebook": "notebooks/actor.ipynb", "parameters": {"case": "one", "actor": "rus", "as_of": ""}}
    files = {"actor-rus.html": entry, "actor-rus.pdf": entry, "data/actors.csv": {}}
    (tmp_path / "manifest.json").write_text(json.dumps({"files": files}))
    assert bench.made_documents(tmp_path) == [("actor.ipynb", {"case": "one", "actor": "rus"})]


def test_a_pdf_that_nobody_can_print_is_said(tmp_path, monkeypatch):
    """Where nbconvert finds no browser, one that is installed prints the page; where there is none, none is counted."""
    monkeypatch.setattr(bench, "_wait_for_all", lambda: None)  # this process has children that go on
    fails, page = [sys.executable, "-c", "raise SystemExit(1)"], tmp_path / "page.html"
    monkeypatch.setattr(bench, "BROWSERS", ())
    assert bench._printed(fails, page, tmp_path) == (0.0, "")
    monkeypatch.setattr(bench, "BROWSERS", ("no-such-program", "true"))
    assert bench._printed(fails, page, tmp_path)[1] == "true --print-to-pdf"
