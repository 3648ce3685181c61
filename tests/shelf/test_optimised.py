"""A Python that drops docstrings and assertions (PYTHONOPTIMIZE=2) gives what any other gives."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

OPTIMISED = os.environ | {"PYTHONOPTIMIZE": "2"}
ONRECORD = [str(Path(sys.executable).parent / "onrecord")]


def test_the_annex_and_the_data_of_an_optimised_python_are_the_same(built, tmp_path):
    """Byte for byte, page, PDF and data package: no word in them is a docstring."""
    folder, _ = built
    command = [*ONRECORD, "build", "--briefing", "annex", "--out", str(tmp_path)]
    done = subprocess.run(command, cwd=folder.parents[1], env=OPTIMISED, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    for name in ("annex.html", "annex.pdf", "data/datapackage.json"):
        assert (tmp_path / folder.name / name).read_bytes() == (folder / name).read_bytes(), name


def test_the_codebook_of_an_optimised_python_is_the_same():
    """A table is printed with what a row of it is."""
    said = {
        level: subprocess.run(
            [*ONRECORD, "codebook", "statements"],
            env=os.environ | {"PYTHONOPTIMIZE": level},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for level in ("0", "2")
    }
    assert said["0"] == said["2"]
    assert said["2"].startswith("statements  One source, one cue")
