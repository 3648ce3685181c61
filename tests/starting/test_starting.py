"""`onrecord init`: a whole project or none, wherever it is to be."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from onrecord.cli import main
from onrecord.coding.cases import checked
from onrecord.packaged import CI, NOTEBOOKS
from onrecord.problems import ProblemsError
from onrecord.starting.starting import EXAMPLE, start
from ruamel.yaml import YAML

TOP = {
    *("seeds", "notebooks", "reports", "README.md", "environment.yml", "requirements.txt", "onrecord.yml"),
    *(".gitignore", ".gitattributes", ".pre-commit-config.yaml"),
}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the example, in a folder whose path has blanks and letters of other languages."""
    folder = tmp_path_factory.mktemp("Büro Süd") / "mein Tisch"
    start(folder, example=True)
    return folder


@pytest.mark.parametrize(("ci", "name"), [("github", ".github"), ("gitlab", ".gitlab-ci.yml"), ("none", "")])
def test_a_project_holds_what_a_first_briefing_needs(tmp_path: Path, ci: str, name: str):
    """Folders, settings, the pipeline that was asked for, and every notebook byte for byte."""
    start(tmp_path / "desk", ci=ci)
    assert {path.name for path in (tmp_path / "desk").iterdir()} == TOP | ({name} if name else set())
    notebooks = {path.name: path.read_bytes() for path in NOTEBOOKS.glob("*.ipynb")}
    assert tree(tmp_path / "desk" / "notebooks").items() >= notebooks.items()
    assert [path.name for path in tmp_path.iterdir()] == ["desk"]


def test_every_pipeline_is_tested_here():
    """Those that the command offers."""
    assert CI == ("github", "gitlab", "none")


def test_the_version_is_the_one_installed(desk: Path):
    """In the one file that names it."""
    from importlib.metadata import version

    assert (desk / "requirements.txt").read_text() == f"onrecord=={version('onrecord')}\n"
    assert not [name for name, data in tree(desk).items() if b"@VERSION@" in data]


@pytest.mark.parametrize("folder", sorted(EXAMPLE.iterdir()), ids=lambda folder: folder.name)
def test_an_example_says_that_it_is_invented(folder: Path):
    """In its name, headline, publisher and coder, which are what a document prints; its coding has no problem."""
    [case] = checked([folder])
    assert case.problems == []
    article = case.case.article
    said = (folder.name, article.headline, article.publisher.name, article.publisher.basis, article.coder)
    assert [words for words in said if "invented" not in words.lower()] == []


def test_git_keeps_what_a_project_begins_with(tmp_path: Path):
    """All of it but what its own .gitignore leaves out: seeds/ is there in a clone, with and without a case."""
    start(tmp_path / "desk")
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path / "desk", check=True)
    listed = ["git", "ls-files", "--others", "--exclude-standard"]
    done = subprocess.run(listed, cwd=tmp_path / "desk", capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == {name for name in tree(tmp_path / "desk") if not name.startswith(".git/")}


def test_the_folder_that_is_there_may_hold_other_things(tmp_path: Path):
    """A clone of an empty repository; it keeps what it holds."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "LICENSE").write_text("mine")
    start(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == TOP | {".github", ".git", "LICENSE"}


@pytest.mark.parametrize("name", ["seeds", "README.md", "notebooks"])
def test_what_is_there_is_never_written_over(tmp_path: Path, name: str):
    """Refused by name, and nothing else is made."""
    (tmp_path / name).mkdir()
    with pytest.raises(ProblemsError, match=f"{name} is there already; give a folder without"):
        start(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_file_is_no_folder(tmp_path: Path):
    """Neither the place itself nor one above it."""
    (tmp_path / "desk").write_text("mine")
    for place in (tmp_path / "desk", tmp_path / "desk" / "deeper"):
        with pytest.raises(ProblemsError, match=r"E-FILE .*desk"):
            start(place)
    assert tree(tmp_path) == {"desk": b"mine"}


@pytest.mark.parametrize("deep", ["desk", "a/b/desk"])
def test_cut_short_it_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, deep: str):
    """A full disk at the last step, in a folder to be made and in one that is there."""

    def full(self: Path, target: Path) -> Path:
        if self.name in ("project", "seeds"):
            raise OSError(28, "No space left on device", str(self))
        return Path(shutil.move(self, target))

    (tmp_path / "there").mkdir()
    monkeypatch.setattr(Path, "rename", full)
    for place in (tmp_path / deep, tmp_path / "there"):
        with pytest.raises(ProblemsError) as refused:
            start(place)
        assert str(refused.value).endswith("No space left on device; give another folder")
        assert "\n" not in str(refused.value)
    assert [path.name for path in tmp_path.rglob("*")] == ["there"]


@pytest.mark.skipif(os.name != "posix", reason="permissions are POSIX's")
def test_a_place_that_cannot_be_written_to_is_said_on_one_line(tmp_path: Path):
    """As a user who may not: root may, and then a place that is no file system for folders serves."""
    place = Path("/proc/desk") if os.geteuid() == 0 else tmp_path / "locked" / "desk"
    if os.geteuid() != 0:
        place.parent.mkdir(mode=0o500)
    elif sys.platform != "linux":
        pytest.skip("root may write everywhere here")
    with pytest.raises(ProblemsError, match=r"^E-FILE \S+desk no project can be made there: .*; give another folder$"):
        start(place)


def test_the_settings_are_what_their_programs_read(desk: Path):
    """YAML of pre-commit and conda; the hook runs the command that checks."""
    read = YAML(typ="safe").load
    [hook] = read((desk / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"]
    assert (hook["entry"], hook["pass_filenames"]) == ("onrecord check", False)
    assert read((desk / "environment.yml").read_text())["dependencies"][-1] == {"pip": ["-r requirements.txt"]}


def test_the_command_says_what_comes_next(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch):
    """Three lines; a second time it refuses, with exit code 2."""
    monkeypatch.chdir(tmp_path)
    main(["init", "my desk", "--example"], standalone_mode=False)
    assert capsys.readouterr().out.splitlines()[:2] == [
        "made my desk",
        "next, in that folder: onrecord build; README.md there tells the rest",
    ]
    with pytest.raises(SystemExit) as ended:
        main(["init", "my desk"])
    assert ended.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_every_command_that_its_readme_names_is_one(desk: Path):
    """So that nobody types what is not there."""
    import re

    named = set(re.findall(r"onrecord ([a-z]+)", (desk / "README.md").read_text()))
    assert named - {"in"} <= set(main.commands)
    assert named >= {"draft", "check", "build", "sign", "update"}
