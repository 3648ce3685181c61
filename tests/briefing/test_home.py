"""Where a project is, and that one without notebooks uses those of the package."""

from __future__ import annotations

from pathlib import Path

import pytest
from onrecord.briefing.home import find_notebooks, home_of, work_folder
from onrecord.packaged import NOTEBOOKS
from onrecord.problems import ProblemsError


def test_a_project_without_notebooks_uses_the_package_s(project, monkeypatch: pytest.MonkeyPatch):
    """From wherever in it the command is run; it stays the project that reports belong to."""
    project.notebooks.rmdir()
    monkeypatch.chdir(project.case)
    assert find_notebooks() == NOTEBOOKS
    assert home_of(NOTEBOOKS) == project.root
    assert work_folder(NOTEBOOKS / "situation.ipynb") == project.root


def test_notebooks_of_the_project_go_first(project, monkeypatch: pytest.MonkeyPatch):
    """And run where they lie."""
    monkeypatch.chdir(project.case)
    assert find_notebooks() == project.notebooks
    assert home_of(project.notebooks) == project.root
    assert work_folder(project.notebooks / "x.ipynb") == project.notebooks


def test_notebooks_of_others_further_up_are_not_the_project_s(project, monkeypatch: pytest.MonkeyPatch):
    """A nearer seeds/ is a project of its own."""
    inner = project.root / "inner"
    (inner / "seeds").mkdir(parents=True)
    monkeypatch.chdir(inner)
    assert find_notebooks() == NOTEBOOKS


def test_in_the_repository_the_package_s_own_are_its_notebooks(repository: Path, monkeypatch: pytest.MonkeyPatch):
    """They run in their own folder."""
    monkeypatch.chdir(repository / "seeds")
    assert work_folder(NOTEBOOKS / "situation.ipynb") == NOTEBOOKS


def test_where_there_is_no_project_the_remedy_makes_one(tmp_path: Path):
    """The folders above a temporary one hold none."""
    with pytest.raises(ProblemsError, match="or make one: onrecord init DIR"):
        find_notebooks(tmp_path)


def test_an_article_becomes_a_document_in_an_empty_folder(tmp_path: Path, project_at, repository: Path):
    """Draft makes seeds/, build needs no notebooks/; a second build leaves all as it was."""
    desk = project_at(tmp_path / "leerer Tisch ü")
    desk.root.mkdir()
    story = repository / "analysis/onrecord/starting/example/invented-harbour/article.txt"
    drafted = desk.onrecord("draft", str(story), "--case", "harbour")
    assert (drafted.returncode, [path.name for path in desk.root.iterdir()]) == (0, ["seeds"])
    for said in ("1 briefing of 1 case", "0 made, 1 as it was"):
        done = desk.onrecord("build", "--briefing", "quotes", "--to", "html")
        assert (done.returncode, said in done.stdout) == (0, True), done.stderr
    assert "ferries need two more metres" in (desk.reports / "harbour" / "quotes.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [["draft", "none.txt"], ["new", "none.txt", "--case", "x"]])
def test_a_refused_first_case_leaves_the_folder_empty(tmp_path: Path, project_at, words: list[str]):
    """No seeds/ without a case."""
    desk = project_at(tmp_path / "desk")
    desk.root.mkdir()
    assert desk.onrecord(*words).returncode == 2
    (desk.root / "empty.txt").write_text("")
    assert desk.onrecord(words[0], "empty.txt", *words[2:]).returncode == 2
    assert [path.name for path in desk.root.iterdir()] == ["empty.txt"]
