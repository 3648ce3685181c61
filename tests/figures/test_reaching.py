"""Figures are reached from the case, and completion names them."""

from __future__ import annotations

import subprocess
import sys

import pytest
from onrecord.figures import figure_names
from onrecord.figures.drawing.figure import Figure
from onrecord.figures.voices import voices

from .conftest import NAMES


def test_a_case_lists_its_figures(case):
    """Every module of the room that holds a figure is one, and no other."""
    assert dir(case.figures) == NAMES
    assert {"stance_matrix", "voices", "attribution", "certainty", "ribbon", "timeline", "relations"} <= set(NAMES)
    assert "figures" in dir(case)


@pytest.mark.parametrize("name", NAMES)
def test_each_figure_is_reached(case, name):
    """`case.figures.voices()` is the figure that the module makes of the case."""
    assert isinstance(getattr(case.figures, name)(), Figure)


def test_filters_and_help_go_along(case):
    """The method is the function with its case filled in: the same words, the same filters."""
    assert case.figures.voices.__doc__ == voices.__doc__
    assert case.figures.relations(actors="union-state").rows == ("rel-16", "rel-17")


def test_a_figure_that_is_not_there_is_named_with_those_that_are(case):
    """A slip in the name is answered with the names."""
    with pytest.raises(AttributeError, match="no figure 'voice'; there are attribution, certainty"):
        _ = case.figures.voice


@pytest.mark.parametrize("jedi", [True, False])
@pytest.mark.parametrize(
    ("typed", "offered"), [("figures.", NAMES), ("figures.vo", ["voices"]), ("statements.lo", ["loc"])]
)
def test_completion_in_ipython(case, jedi: bool, typed: str, offered: list[str]):
    """What a reader of a notebook sees after `record.figures.` and Tab, with jedi and without it."""
    from IPython.core.completer import IPCompleter, provisionalcompleter

    completer = IPCompleter(namespace={"record": case})
    completer.use_jedi = jedi
    line = f"record.{typed}"
    with provisionalcompleter():
        found = {line[: one.start] + one.text for one in completer.completions(line, len(line))}
    assert found >= {f"record.{typed.partition('.')[0]}.{name}" for name in offered}


def test_naming_the_figures_is_quick():
    """Opening a case and asking for its figures imports neither matplotlib nor pandas."""
    script = (
        "import sys, onrecord; onrecord.open_case(sys.argv[1]).figures.__dir__();"
        "assert not {'matplotlib', 'pandas'} & set(sys.modules), 'slow'"
    )
    from .conftest import SEED

    subprocess.run([sys.executable, "-c", script, str(SEED)], check=True)


def test_only_figures_are_found():
    """The room's packages hold what figures are made of; they are no figures."""
    assert "drawing" not in figure_names()
