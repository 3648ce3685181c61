"""Problems as a notebook shows them, a table that is short, aligned and harmless; and the words of their remedies."""

from __future__ import annotations

import errno

import pytest
from onrecord.problems import LISTED, WIDTH, Problem, ProblemsError, nearest, problem, refused


def shown(*problems: Problem, case: str = "") -> list[str]:
    """The lines in place of a traceback."""
    return ProblemsError(problems, case)._render_traceback_()


def test_the_words_stand_under_each_other_and_are_wrapped():
    """Code, place, words; a line that goes on begins where the words begin."""
    long = "a word " * 40
    lines = shown(
        problem("E-EMPTY", "actors.csv", 3, "name", remedy="name it"),
        problem("E-VALUE", "statements.csv", 12, "certainty", found="x", expected="y", remedy=long),
    )
    at = lines[0].index("the cell is empty")
    assert lines[0].startswith("E-EMPTY  actors.csv:3 name")
    assert lines[1].startswith("E-VALUE  statements.csv:12 certainty")
    assert lines[1].index("'x' is not y") == at
    assert [line[:at].strip() for line in lines[2:]] == [""] * (len(lines) - 2)
    assert len(lines) > 4
    assert max(map(len, lines)) <= WIDTH


def test_a_long_place_has_a_line_of_its_own():
    """It does not push the words of all others to the right."""
    lines = shown(problem("E-EMPTY", "x" * 60, 3, "name", remedy="name it"), problem("E-EMPTY", "a.csv", remedy="b"))
    assert lines[0] == f"E-EMPTY  {'x' * 60}:3 name"
    assert [line.index("the cell") for line in lines[1:]] == [16, 16]


def test_of_many_problems_the_first_are_shown_and_the_rest_counted():
    """The last line says how to see all."""
    many = [problem("E-EMPTY", "actors.csv", row, "name", remedy="name it") for row in range(LISTED + 7)]
    assert len(shown(*many[:LISTED])) == LISTED
    assert shown(*many, case="dam-2023")[LISTED:] == ["and 7 more: onrecord check dam-2023"]
    assert shown(*many)[LISTED:] == ["and 7 more: onrecord check"]


def test_what_data_holds_is_shown_and_not_obeyed():
    """Escape and bidirectional codes from a file's name, a column or a cell become visible."""
    hostile = "\x1b[31m\u202e\n"
    line = " ".join(shown(Problem("E-EMPTY", hostile, 2, hostile, hostile)))
    assert "\x1b" not in line
    assert "\u202e" not in line
    assert line.count("[U+001B]") == 3


def test_the_nearest_value_may_be_what_a_word_begins():
    """An id of sixty letters is named by its first; of several that begin so the one most alike."""
    assert nearest("dam", ["dam-breach-after-night-of-shelling", "madam"], "cases") == (
        "did you mean 'dam-breach-after-night-of-shelling'?"
    )
    assert nearest("cue", ["cue_text", "counted"], "columns") == "did you mean 'cue_text'?"
    assert nearest("act", ["actors", "actor"], "kinds") == "did you mean 'actor'?"
    assert nearest("", ["actors"], "kinds") == "kinds: actors"


@pytest.mark.parametrize("beside", [f"/x/seeds/.ro.{'0f' * 16}", f"/x/seeds/.ro.{'0f' * 16}/ro/actors.csv"])
def test_a_refusal_names_the_file_and_not_what_stands_beside_it_for_a_moment(beside):
    """What is written to take a file's place has its name."""
    said = str(refused(OSError(errno.EACCES, "Permission denied", beside)))
    assert said.startswith("E-FILE /x/seeds/ro")
    assert "0f0f" not in said
