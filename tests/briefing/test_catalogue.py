"""A briefing is a notebook that calls itself one and can be given parameters."""

from __future__ import annotations

import json

import pytest
from onrecord.briefing.catalogue import choose
from onrecord.briefing.home import find_notebooks
from onrecord.problems import ProblemsError

FACTS = {"onrecord": {"title": "X", "for_each": None}}


def refused(call, *arguments) -> list[str]:
    """The lines of the problems that `call` raises."""
    with pytest.raises(ProblemsError) as caught:
        call(*arguments)
    return [str(problem) for problem in caught.value.problems]


def test_briefings_come_in_their_own_order_and_others_are_left_out(project):
    """The order is the metadata's; a notebook without an onrecord entry is no briefing."""
    project.notebook("b", order=1)
    project.notebook("a", order=2)
    project.raw_notebook("explore", ("1", []), metadata={})
    assert [one.name for one in choose((), project.notebooks)] == ["b", "a"]


def test_notebooks_are_found_from_any_folder_below(project):
    """The nearest notebooks/ at or above the folder counts."""
    assert find_notebooks(project.case) == project.notebooks


def test_a_briefing_without_a_parameters_cell_is_refused(project):
    """E-NOTEBOOK names the notebook and says what to tag."""
    project.raw_notebook("x", ("1", []), metadata=FACTS)
    (line,) = refused(choose, (), project.notebooks)
    assert line.startswith("E-NOTEBOOK notebooks/x.ipynb no cell is tagged 'parameters'; tag the first code cell")


@pytest.mark.parametrize("kind", ["code", "markdown"])
def test_a_second_cell_tagged_parameters_is_refused(project, kind: str):
    """Papermill would set the values behind the first, and the second would set them back."""
    path = project.notebook("x")
    notebook = json.loads(path.read_text(encoding="utf-8"))
    again = notebook["cells"][0] | {"id": "again", "cell_type": kind}
    path.write_text(json.dumps(notebook | {"cells": [again, *notebook["cells"]]}), encoding="utf-8")
    (line,) = refused(choose, (), project.notebooks)
    assert line.startswith("E-NOTEBOOK notebooks/x.ipynb 2 cells are tagged 'parameters'; tag the first code cell")


def test_a_briefing_without_the_parameters_that_it_needs_is_refused(project):
    """Every briefing takes a case, one for each actor an actor."""
    project.raw_notebook("x", ('marking: str = ""', ["parameters"]), metadata=FACTS)
    project.notebook("y", for_each="actor")
    assert [line.split(" has ")[1].split(";")[0] for line in refused(choose, (), project.notebooks)] == [
        "no parameter 'case'",
        "no parameter 'actor'",
    ]


@pytest.mark.parametrize("text", ["", "{}", "[]", "{'a'", '{"cells": 5, "metadata": {"onrecord": {"title": "T"}}}'])
def test_a_file_that_is_no_notebook_is_refused(project, text: str):
    """A broken notebook is E-NOTEBOOK, without a traceback."""
    (project.notebooks / "x.ipynb").write_text(text)
    (line,) = refused(choose, (), project.notebooks)
    assert line.startswith("E-NOTEBOOK notebooks/x.ipynb is not a notebook")
    assert line.endswith("restore it, for example with git checkout notebooks/x.ipynb")


def test_a_broken_notebook_stops_only_who_asks_for_it(project):
    """Another briefing is chosen all the same; by its own name, and where all are asked for, it is refused."""
    project.notebook("quotes")
    (project.notebooks / "x.ipynb").write_text("{")
    assert [one.name for one in choose(("quotes",), project.notebooks)] == ["quotes"]
    for names in ((), ("x",), ("x", "quotes")):
        (line,) = refused(choose, names, project.notebooks)
        assert line.startswith("E-NOTEBOOK notebooks/x.ipynb is not a notebook")


def test_metadata_that_is_none_of_a_briefing_is_refused(project):
    """for_each is actor, issue or null."""
    project.notebook("x", for_each="publisher")
    (line,) = refused(choose, (), project.notebooks)
    assert "for_each null, actor or issue" in line


def test_an_unknown_briefing_gives_the_nearest(project):
    """E-BRIEFING names the nearest briefing."""
    project.notebook("timeline")
    (line,) = refused(choose, ("timelime",), project.notebooks)
    assert line == "E-BRIEFING there is no briefing 'timelime'; did you mean 'timeline'?"


def test_a_document_asked_for_by_its_file_name_is_explained(project):
    """actor-blr is the document of a briefing and a parameter."""
    project.notebook("actor", extra='actor: str = ""\n', for_each="actor")
    (line,) = refused(choose, ("actor-blr",), project.notebooks)
    assert line.endswith("write --briefing actor -p actor=blr")


def test_a_notebook_that_is_no_briefing_says_how_to_become_one(project):
    """Asked for by name, a plain notebook is E-NOTEBOOK with the metadata it lacks."""
    project.notebook("timeline")
    project.raw_notebook("mine", ("1", []), metadata={})
    (line,) = refused(choose, ("mine",), project.notebooks)
    assert line.startswith("E-NOTEBOOK notebooks/mine.ipynb is not a briefing; to make it one")
