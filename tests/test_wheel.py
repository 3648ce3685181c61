"""What is installed from a wheel is whole, and needs nothing of the repository."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
PACKAGE = REPOSITORY / "analysis" / "onrecord"
GIVEN = ("--publisher", "Invented News", "--published", "2024-03-04")
STATE = {"CI": "", "PYTHONPATH": "", "PYTHONWARNINGS": "error::ResourceWarning"}


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of a new environment with a wheel of this tree; what it depends on is lent to it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    built = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    [wheel] = folder.glob("*.whl")
    venv.create(folder / "new", symlinks=True)
    made = folder / "new" / Path(sys.executable).parent.name
    install = ["install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check", str(wheel)]
    pip = [sys.executable, "-m", "pip", "--python", str(made / "python"), *install]
    done = subprocess.run(pip, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    [site] = (folder / "new").rglob("site-packages")
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return made


def run(programs: Path, where: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A command of that environment."""
    command = [str(programs / words[0]), *words[1:]]
    return subprocess.run(command, cwd=where, env=os.environ | STATE, capture_output=True, text=True)


def test_a_wheel_holds_every_file_of_the_package(programs: Path):
    """Code and data: the codebook, the lexicon, templates, styles; and what the repository and projects share."""
    [site] = programs.parent.rglob("site-packages")
    wanted = {path.relative_to(PACKAGE).as_posix(): path for path in PACKAGE.rglob("*") if path.is_file()}
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    for source, place in project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"].items():
        path, name = REPOSITORY / source, place.removeprefix("onrecord/")
        files = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
        wanted |= {(Path(name) / one.relative_to(path)).as_posix(): one for one in files}
    inside = {path.relative_to(site / "onrecord").as_posix(): path for path in (site / "onrecord").rglob("*")}
    held = {name: path.read_bytes() for name, path in inside.items() if path.is_file() and "__pycache__" not in name}
    assert held == {name: path.read_bytes() for name, path in wanted.items() if "__pycache__" not in name}


def test_no_article_of_others_is_in_a_wheel(programs: Path):
    """They belong to their publishers."""
    [site] = programs.parent.rglob("site-packages")
    articles = {path.read_bytes() for path in (REPOSITORY / "seeds").rglob("article.txt")}
    assert [path for path in (site / "onrecord").rglob("*.txt") if path.read_bytes() in articles] == []


@pytest.mark.parametrize(
    ("words", "said"), [(["codebook", "S9"], "S9  A headline"), (["--version"], "onrecord, version ")]
)
def test_the_command_runs_in_an_empty_folder(programs: Path, tmp_path: Path, words: list[str], said: str):
    """There is no seeds/ and no notebooks/ to be found."""
    done = run(programs, tmp_path, "onrecord", *words)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(said)


def test_a_desk_is_made_and_its_briefings_are_built(programs: Path, tmp_path: Path):
    """In a folder whose name has a blank and an umlaut: a project with the example, a draft, documents, an export."""
    empty = tmp_path / "leerer Ordner für Tests"
    empty.mkdir()
    made = run(programs, empty, "onrecord", "init", "desk", "--example")
    assert (made.returncode, made.stderr) == (0, "")
    desk = empty / "desk"
    story = desk / "seeds" / "invented-harbour" / "article.txt"
    drafted = run(programs, desk, "onrecord", "draft", str(story), "--case", "second", *GIVEN)
    assert drafted.returncode == 0, drafted.stderr
    assert run(programs, desk, "onrecord", "check").stdout == "No problems.\n"
    built = run(programs, desk, "onrecord", "build", "--briefing", "quotes")
    assert built.returncode == 0, built.stderr
    assert "2 briefings of 2 cases" in built.stdout
    made_of = {path.relative_to(desk / "reports").as_posix() for path in (desk / "reports").rglob("quotes.*")}
    assert made_of == {
        f"{case}/quotes.{ending}" for case in ("invented-harbour", "second") for ending in ("html", "pdf")
    }
    assert "Invented example: Lindmoor" in (desk / "reports" / "index.html").read_text(encoding="utf-8")
    gated = run(programs, desk, "onrecord", "gate")
    assert (gated.returncode, gated.stdout) == (0, "No problems.\n")


def test_the_review_runs_in_a_kernel(programs: Path, tmp_path: Path):
    """As JupyterLab runs it: the notebook of a new project, on the only case there, in the environment of the wheel."""
    assert run(programs, tmp_path, "onrecord", "init", "desk", "--example").returncode == 0
    words = ["-m", "nbconvert", "--to", "notebook", "--execute", "--output", "ran.ipynb", "notebooks/review.ipynb"]
    done = run(programs, tmp_path / "desk", "python", *words)
    assert done.returncode == 0, done.stderr
    ran = (tmp_path / "desk" / "notebooks" / "ran.ipynb").read_text(encoding="utf-8")
    assert "application/vnd.jupyter.widget-view+json" in ran
