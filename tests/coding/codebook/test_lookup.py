"""A word leads to all that it names."""

from __future__ import annotations

import pytest
from onrecord.coding.codebook.lookup import entries_for
from onrecord.problems import ProblemsError

KINDS = [
    ("S9", ["RuleEntry"]),
    ("sa4", ["RuleEntry"]),
    ("s1B", ["RuleEntry"]),
    ("7", ["Section"]),
    ("article.yml", ["TableEntry"]),
    ("actors", ["TableEntry", "Column"]),  # events have actors too
    ("every table", ["TableEntry"]),
    ("certainty", ["Column", "VocabularyEntry"]),
    ("statements.certainty", ["Column", "VocabularyEntry"]),
    ("events.confidence", ["Column", "VocabularyEntry"]),  # every table has it
    ("CT", ["ValueEntry"]),
    (" certainty.ct ", ["ValueEntry"]),
    ("almost no chance", ["ValueEntry"]),
    ("-2", ["ValueEntry"]),
    ("1", ["Section", "ValueEntry", "ValueEntry"]),  # of stance and of credibility
    ("state", ["ValueEntry", "ValueEntry"]),  # an actor, or an event
]


@pytest.mark.parametrize(("word", "kinds"), KINDS)
def test_a_word_leads_to_all_that_it_names(word: str, kinds: list[str]):
    """A rule, a section, a table, a column with its vocabulary, a value; several meanings: all of them, each once."""
    assert [type(entry).__name__ for entry in entries_for(word)] == kinds


@pytest.mark.parametrize(
    ("word", "names"), [("S99", "'S9'"), ("certanty", "'certainty'"), ("statement", "'statements'")]
)
def test_an_unknown_word_is_a_problem_that_names_the_nearest(word: str, names: str):
    """E-CODEBOOK, with what is like it."""
    with pytest.raises(ProblemsError) as raised:
        entries_for(word)
    (problem,) = raised.value.problems
    assert (problem.code, names in problem.message, repr(word) in problem.message) == ("E-CODEBOOK", True, True)


def test_a_word_like_no_other_is_told_how_to_list_them():
    """Nothing is guessed."""
    with pytest.raises(ProblemsError, match=r"`onrecord codebook` prints what it holds"):
        entries_for("\x1b[31mqqqqqqqq")
