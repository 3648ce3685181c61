"""A draft is written with the rows that pass every check."""

import datetime

import pytest
from onrecord.coding.case import open_case
from onrecord.coding.changing.swapping import new_case
from onrecord.drafting.case.casefile import write_checked
from onrecord.drafting.case.draft import beginning, drafted_rows
from onrecord.drafting.reading.dropped import read
from onrecord.problems import ProblemsError
from onrecord.source.sentences import split

TEXT = "Mayor Anna Lopez said the old bridge is safe for buses. Minister Jens Olsen said the sea is calm."


def write(seeds, spoil=lambda rows: None, text=TEXT):
    """Write the case `case` with the rows of a small draft as `spoil` leaves them; returns how many were left out."""
    article, sentences = read(TEXT.encode()), split(TEXT)
    rows = drafted_rows(article, sentences, "publisher")
    spoil(rows)
    with new_case(seeds, "case", checked=True) as copy:
        beginning("case", article, sentences, datetime.date(2023, 6, 9)).write(copy)
        (copy / "article.txt").write_text(text)
        return write_checked(copy, rows)


def test_a_row_that_breaks_a_rule_is_left_out_with_what_rests_on_it(tmp_path):
    """The statement goes, and its position, and the issue that nobody holds any more."""

    def spoil(rows):
        rows["statements"][0]["certainty"] = "PS"  # without hedge words: rule C1

    assert write(tmp_path, spoil) >= 2
    made = open_case(tmp_path / "case")
    assert list(made.statements["speaker"]) == ["jens-olsen"]
    assert list(made.positions["actor"]) == ["jens-olsen"]
    assert list(made.issues["proposition"]) == ["The sea is calm."]


def test_nothing_is_left_behind_where_the_article_itself_is_wrong(tmp_path):
    """An article.yml that does not fit is a problem, and the folder stays empty."""
    with pytest.raises(ProblemsError):
        write(tmp_path, text="Another text.")
    assert list(tmp_path.iterdir()) == []
