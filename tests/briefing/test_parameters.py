"""Parameters are read without running anything, and checked before anything runs."""

from __future__ import annotations

import pytest
from onrecord.briefing.parameters import Parameter, check_parameters, read_parameters

DECLARED = [
    Parameter("actor", "str", ""),
    Parameter("as_of", "str", ""),
    Parameter("marking", "str", "UNMARKED"),
    Parameter("top", "int", 5),
    Parameter("share", "float", 0.5),
    Parameter("long", "bool", False),
]
CHOICES = {"actor": ["blr", "blr-mod", "rus"]}


def wrong(**given: str) -> list[str]:
    """The lines that say what is wrong."""
    return [str(problem) for problem in check_parameters(given, DECLARED, CHOICES, "notebooks/x.ipynb")[1]]


def test_names_types_defaults_and_comments_are_read():
    """A line of the cell gives a parameter's name, type, default and comment."""
    source = 'case: str = "a"  # the case\ntop: int = 5\nshare: float = 1  # of all\nlong = False\n'
    assert read_parameters(source, "x") == (
        [
            Parameter("case", "str", "a", "the case"),
            Parameter("top", "int", 5),
            Parameter("share", "float", 1, "of all"),
            Parameter("long", "bool", False),
        ],
        [],
    )


@pytest.mark.parametrize(
    "line", ["x: list = []", "x: int = '5'", "x = open('y')", "import os", "x: str", "x: int = True"]
)
def test_a_line_that_declares_no_parameter_is_named(line: str):
    """What is no ``name: type = literal`` is E-NOTEBOOK, quoted, and not run."""
    parameters, problems = read_parameters(f'case: str = ""\n{line}\n', "notebooks/x.ipynb")
    assert [one.name for one in parameters] == ["case"]
    assert [one.code for one in problems] == ["E-NOTEBOOK"]
    assert line.split()[0].rstrip(":") in problems[0].message


def test_a_cell_that_is_not_python_is_named():
    """A syntax error is E-NOTEBOOK with its line."""
    _, problems = read_parameters('case: str = ""\nx ==\n', "x")
    assert "line 2" in problems[0].message


def test_values_get_the_types_declared():
    """Text from the command line becomes str, int, float and bool."""
    values, problems = check_parameters(
        {"actor": "rus", "top": "3", "share": "0.25", "long": "True", "as_of": "2023-01-06"}, DECLARED, CHOICES, "x"
    )
    assert values == {"actor": "rus", "top": 3, "share": 0.25, "long": True, "as_of": "2023-01-06"}
    assert problems == []


def test_an_unknown_name_lists_the_names():
    """An unknown parameter names those that there are."""
    (line,) = wrong(colour="red")
    assert line.startswith("E-PARAM notebooks/x.ipynb colour there is no parameter 'colour'")
    assert "actor, as_of, marking, top, share, long" in line


@pytest.mark.parametrize(
    ("name", "text", "expected"), [("top", "many", "whole number"), ("share", "half", "number"), ("long", "1", "true")]
)
def test_a_wrong_type_says_which_is_wanted(name: str, text: str, expected: str):
    """A value of another type is refused, with what is wanted."""
    (line,) = wrong(**{name: text})
    assert f"{text!r} is not of type" in line
    assert expected in line


def test_an_unknown_choice_gives_the_nearest_and_lists_all():
    """An unknown actor lists the actors, the nearest first."""
    (line,) = wrong(actor="blr-mood")
    assert "there is no actor 'blr-mood'; did you mean 'blr-mod'? the actors are: blr, blr-mod, rus" in line


@pytest.mark.parametrize("text", ["6 January 2023", "2023-13-01", "20230106", "2023-W01-5"])
def test_as_of_is_an_iso_date(text: str):
    """as_of is a calendar date or empty."""
    (line,) = wrong(as_of=text)
    assert "write it as 2023-01-06" in line
    assert wrong(as_of="") == []


def test_a_marking_is_short_enough_for_the_head_of_a_page():
    """Sixty characters pass, one more is refused with both numbers."""
    assert wrong(marking="x" * 60) == []
    (line,) = wrong(marking="x" * 61)
    assert line.startswith("E-PARAM notebooks/x.ipynb marking the marking has 61 characters; give at most 60")


def test_all_problems_are_named_at_once():
    """One line for each parameter that is wrong."""
    assert len(wrong(actor="x", top="x", nothing="x", as_of="x")) == 4


def test_of_several_choices_each_is_one():
    """Separated by commas; the wrong one is named."""
    assert wrong(actor="blr,rus") == []
    (line,) = wrong(actor="blr,blr-mood")
    assert "there is no actor 'blr-mood'; did you mean 'blr-mod'?" in line
