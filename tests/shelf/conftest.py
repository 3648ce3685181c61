"""The real shelf: every briefing of the seed, built once for all tests that read it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ONRECORD = Path(sys.executable).parent / "onrecord"


def build(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Runs the build in `project`."""
    return subprocess.run([ONRECORD, "build", *options], cwd=project, capture_output=True, text=True)


def project_with(tmp: Path, *cases: Path) -> Path:
    """A project of the repository's notebooks and these cases."""
    shutil.copytree(ROOT / "notebooks", tmp / "notebooks")
    for case in cases:
        shutil.copytree(case, tmp / "seeds" / case.name)
    return tmp


@pytest.fixture(scope="session")
def built(seed_shelf) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """The folder of the seed's reports, and what the build said."""
    project, said = seed_shelf
    return project.shelf, said
