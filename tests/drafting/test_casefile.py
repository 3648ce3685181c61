"""A case is written with the rows that pass every check, and whole or not at all."""

import datetime

import pytest
from onrecord.coding.case import open_case
from onrecord.coding.changing import article_yml
from onrecord.drafting.case.casefile import write_case
from onrecord.drafting.case.draft import article_values, complete
from onrecord.drafting.reading.dropped import read
from onrecord.drafting.rows.tables import tables
from onrecord.problems import ProblemsError
from onrecord.source.sentences import split

TEXT = "Mayor Anna Lopez said the old bridge is safe for buses. Minister Jens Olsen said the sea is calm."


@pytest.fixture
def case():
    """The bytes of article.yml and the rows of a small draft."""
    article, sentences = read(TEXT.encode()), split(TEXT)
    rows = complete(tables(TEXT, sentences, narrator="paper").rows, sentences, "paper", "Paper")
    values = article_values("case", article, "paper", sentences, datetime.date(2023, 6, 9))
    return article_yml.made(values, {}), rows


def test_a_row_that_breaks_a_rule_is_left_out_with_what_rests_on_it(case, tmp_path):
    """The statement goes, and its position, and the issue that nobody holds any more."""
    article, rows = case
    rows["statements"][0]["certainty"] = "PS"  # without hedge words: rule C1
    assert write_case(tmp_path / "case", TEXT, article, rows) >= 2
    made = open_case(tmp_path / "case")
    assert list(made.statements["speaker"]) == ["jens-olsen"]
    assert list(made.positions["actor"]) == ["jens-olsen"]
    assert list(made.issues["proposition"]) == ["The sea is calm."]


def test_nothing_is_left_behind_where_the_article_itself_is_wrong(case, tmp_path):
    """An article.yml that does not fit is a problem, and the folder stays empty."""
    article, rows = case
    with pytest.raises(ProblemsError):
        write_case(tmp_path / "case", "Another text.", article, rows)
    assert list(tmp_path.iterdir()) == []
