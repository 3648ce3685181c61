"""The composite action: its steps run in a fresh clone of a project, as a workflow's runner would run them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from onrecord.starting.starting import start
from ruamel.yaml import YAML

GIT = ("git", "-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
PROGRAMS = Path(sys.executable).parent


def run(*words: str, where: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, cwd=where, env=os.environ | env, capture_output=True, text=True)


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the example and one briefing, in git."""
    folder = tmp_path_factory.mktemp("ci") / "origin"
    start(folder, example=True)
    for path in (folder / "notebooks").glob("*.ipynb"):
        if path.stem != "quotes":
            path.unlink()
    for words in (("init", "--quiet"), ("add", "-A"), ("commit", "--quiet", "-m", "a desk")):
        assert run(*GIT, *words, where=folder).returncode == 0
    return folder


class Runner:
    """A clone, and what a workflow's runner has beside it."""

    def __init__(self, origin: Path, place: Path, script: Path):
        self.clone, self.temp, self.script = place / "clone", place / "temp", script
        self.temp.mkdir()
        assert run(*GIT, "clone", "--quiet", str(origin), str(self.clone), where=place).returncode == 0

    def __call__(self, *inputs: str) -> subprocess.CompletedProcess[str]:
        """The steps; what they install is this environment."""
        install = f'install=echo "{PROGRAMS}" >> "$GITHUB_PATH"'
        files = {"RUNNER_TEMP": self.temp, "GITHUB_PATH": self.temp / "p", "GITHUB_STEP_SUMMARY": self.temp / "s"}
        env = {name: str(path) for name, path in files.items()} | {"PATH": "/usr/bin:/bin"}
        return run(sys.executable, str(self.script), ".", install, *inputs, where=self.clone, **env)

    @property
    def summary(self) -> str:
        return (self.temp / "s").read_text(encoding="utf-8")


@pytest.fixture
def runner(origin: Path, tmp_path: Path, repository: Path) -> Runner:
    return Runner(origin, tmp_path, repository / ".ci" / "steps")


def test_a_sound_project_passes_and_its_shelf_is_listed(runner: Runner):
    """Set up, check, build, gate, summary; nothing of the clone is changed."""
    done = runner()
    assert done.returncode == 0, done.stdout + done.stderr
    named = [line for line in done.stdout.splitlines() if line.startswith("== ")]
    assert [line.split(",")[0] for line in named] == [
        *("== Set up", "== Check the coding", "== Build the briefings", "== Ask the gate", "== Job summary"),
    ]
    assert "./invented-harbour/quotes.pdf" in runner.summary
    assert runner.summary.count("No problems.") == 2
    assert run(*GIT, "status", "--porcelain", where=runner.clone).stdout == ""


def test_a_wrong_coding_is_annotated_and_nothing_is_built(runner: Runner):
    """The summary is written all the same."""
    path = runner.clone / "seeds" / "invented-harbour" / "positions.csv"
    path.write_text(path.read_text().replace(",2,self_stated,", ",9,self_stated,", 1))
    done = runner()
    assert done.returncode == 1
    assert "::error file=seeds/invented-harbour/positions.csv,line=2,title=E-ENUM::" in done.stdout
    assert "== Build" not in done.stdout
    assert "E-ENUM seeds/invented-harbour/positions.csv:2" in runner.summary


def test_what_the_house_refuses_fails_the_job(runner: Runner):
    """As an annotation; unless the gate is not asked."""
    (runner.clone / "onrecord.yml").write_text("publish: {unreviewed: refuse}\n")
    done = runner()
    assert done.returncode == 1
    assert "::error file=reports/invented-harbour/quotes.html,title=E-GATE::no person has reviewed" in done.stdout
    assert runner("gate=false", "cases=invented-harbour").returncode == 0


def test_the_hook_of_pre_commit_checks(repository: Path):
    """The hook that other repositories name does the same as the one that a new project has."""
    [hook] = YAML(typ="safe").load((repository / ".pre-commit-hooks.yaml").read_text())
    template = repository / "analysis/onrecord/starting/template/pre-commit-config.yaml"
    [own] = YAML(typ="safe").load(template.read_text())["repos"][0]["hooks"]
    assert {key: hook[key] for key in ("id", "entry", "pass_filenames")} == {
        key: own[key] for key in ("id", "entry", "pass_filenames")
    }
