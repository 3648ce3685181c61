"""A notebook that names no case opens the only one that there is."""

from __future__ import annotations

import shutil

import pytest
from onrecord import ProblemsError, open_case


def test_an_empty_name_is_the_only_case(project, monkeypatch: pytest.MonkeyPatch):
    """As the notebooks of the package have it."""
    monkeypatch.chdir(project.notebooks)
    assert open_case("").id == project.case.name


def test_of_several_one_must_be_named(project, monkeypatch: pytest.MonkeyPatch):
    """The message names them all."""
    shutil.copytree(project.case, project.seeds / "another")
    monkeypatch.chdir(project.root)
    with pytest.raises(ProblemsError, match=f"there are several, write the name of one: another, {project.case.name}"):
        open_case("")


def test_of_none_there_is_none(tmp_path, monkeypatch: pytest.MonkeyPatch):
    """Neither cases nor a folder for them."""
    (tmp_path / "seeds").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ProblemsError, match="there is no case ''; there are no cases to name"):
        open_case("")
