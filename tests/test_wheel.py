"""What is installed from a wheel is whole, and needs nothing of the repository."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
PACKAGE = REPOSITORY / "analysis" / "onrecord"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a wheel of this tree was unpacked into."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    built = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def test_a_wheel_holds_every_file_of_the_package(installed: Path):
    """Code and data: the codebook, the lexicon, templates, styles."""
    tree = {path.relative_to(PACKAGE) for path in PACKAGE.rglob("*") if path.is_file()}
    wanted = {path for path in tree if "__pycache__" not in path.parts}
    inside = {
        path.relative_to(installed / "onrecord") for path in (installed / "onrecord").rglob("*") if path.is_file()
    }
    assert inside == wanted


@pytest.mark.parametrize(
    ("words", "said"), [(["codebook", "S9"], "S9  A headline"), (["--version"], "onrecord, version ")]
)
def test_the_command_runs_in_an_empty_folder(installed: Path, tmp_path: Path, words: list[str], said: str):
    """There is no seeds/ and no notebooks/ to be found."""
    script = f"import sys, onrecord.cli as cli; assert cli.__file__.startswith({str(installed)!r}); cli.main()"
    environment = os.environ | {"PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-c", script, *words], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(said)
