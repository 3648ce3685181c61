"""A review and its draft: what nobody decided is no agreement."""

import shutil
from pathlib import Path

import pytest
from lxml import html
from onrecord.coding.case import open_case
from onrecord.coding.changing.opening import open_coding
from onrecord.coding.settled import TABLES_COMPARED
from onrecord.lab.reviewing import decisions
from onrecord.lab.reviewing.queue import RowKey
from onrecord.lab.reviewing.session import Review
from onrecord.measures.agreement.alignment import Alignment
from onrecord.measures.agreement.disagreements import disagreements
from onrecord.measures.agreement.field_alpha import field_alpha
from onrecord.measures.agreement.span_f1 import span_f1
from onrecord.measures.agreement.undecided import undecided
from onrecord.prose.codings import codings
from onrecord.prose.summary import summary
from onrecord.tables.agreement_text import agreement_text
from onrecord.tables.rows_found_table import rows_found_table

SEED = Path(__file__).parents[3] / "seeds" / "belarus-troops-2023"


@pytest.fixture
def review(tmp_path, monkeypatch):
    """A review of a copy of the seed."""
    folder = shutil.copytree(SEED, tmp_path / "seeds" / "reviewed")
    path = folder / "article.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(SEED.name, "reviewed"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Review(folder, "Ann")


def compared():
    return Alignment(open_coding("reviewed"), open_coding("reviewed@draft"))


def act(review, action, table, row, *more):
    key = RowKey(table, row)
    return getattr(review, action)(key, *more, review.row(key))


def found(alignment, table):
    row = span_f1(alignment).set_index("table").loc[table]
    return row["n_a"], row["n_b"], row["matched"]


def read(shown):
    return " ".join(html.fromstring(f"<div>{shown._repr_html_()}</div>").text_content().split())


def test_rows_that_nobody_decided_are_left_out(review):
    """One accepted, one corrected, one rejected: three rows count, and one field of two agrees."""
    act(review, "accept", "statements", "st-24")
    act(review, "correct", "statements", "st-25", {"speech_act": "urge"})
    act(review, "reject", "dates", open_case("reviewed").dates.index[-1])
    alignment = compared()
    assert found(alignment, "statements") == (2, 2, 2)
    assert found(alignment, "dates") == (0, 1, 0)
    assert found(alignment, "positions") == (0, 0, 0)
    alphas = field_alpha(alignment).set_index(["table", "field"])
    assert tuple(alphas.loc[("statements", "speech_act")][["n", "agreed"]]) == (2, 1)
    rows = sum(len(getattr(open_case(SEED), table)) for table in TABLES_COMPARED)
    assert undecided(alignment)[:2] == (3, rows - 3)


def test_a_row_that_was_added_counts_on_its_side(review):
    """The draft missed it."""
    cells = {"sentence": "S03", "text": "territory", "kind": "place", "entity": "pl-blr", "form": "descriptor"}
    key = review.add("mentions", cells)
    assert key.id in compared().counted("mentions")[0]
    assert found(compared(), "mentions") == (1, 0, 0)


def test_a_row_that_only_followed_a_decision_is_a_difference_and_no_agreement(review):
    """It has to be settled, so it is listed; nobody judged it, so no rate holds it."""
    merged = decisions.merge(review.folder, "actors", "blr-mod", "blr")
    review.decide(merged, RowKey("actors", "blr-mod"), merged.before("actors", "blr-mod"))
    act(review, "accept", "statements", "st-25")
    alignment = compared()
    assert found(alignment, "statements") == (1, 1, 1)
    followed = undecided(alignment).followed
    assert 0 < followed == len(disagreements(alignment))
    assert f"{followed} of them on rows that only followed a decision on another" in agreement_text(alignment)
    assert f"{followed} of them on rows that only followed a decision on another" in read(summary(alignment))


def test_command_and_briefing_say_what_is_left_out(review):
    """The number that counts, and the number that does not."""
    act(review, "accept", "statements", "st-24")
    act(review, "accept", "statements", "st-25")
    alignment = compared()
    left = undecided(alignment).left_out
    said = f"Only rows that were decided in a review are counted: 2; {left} undecided rows are left out."
    assert left > 100
    assert agreement_text(alignment).splitlines()[1] == said
    assert said in read(codings(alignment))
    assert said in read(summary(alignment))
    assert "Both coders found 2 statements, of 2 that A and 2 that B coded" in read(summary(alignment))
    assert "of those that were decided in a review" in read(rows_found_table(alignment))
    assert "one case" not in agreement_text(alignment)


@pytest.mark.parametrize("table", [None, "actors"])
def test_without_a_decision_nothing_is_claimed(review, table):
    """All taken back, or none on a row that can be compared: one clear line, and no rate."""
    act(review, "accept", "statements", "st-24")
    review.undo()
    if table:
        act(review, "accept", table, "blr")
    text = agreement_text(compared())
    assert text.splitlines()[1:] == [
        "No row that can be compared was decided in a review, "
        "so nothing says yet how far the review and its draft agree."
    ]
    assert read(summary(compared())) == text.splitlines()[1]


def test_two_codings_by_two_people_are_counted_whole(review):
    """Another case of the article has no review behind it that this one was the draft of."""
    act(review, "accept", "statements", "st-24")
    alignment = Alignment(open_case(SEED), open_coding("reviewed@draft"))
    assert undecided(alignment) is None
    assert found(alignment, "statements") == (26, 26, 26)
    assert "undecided" not in agreement_text(alignment)
    assert "decided in a review" not in read(rows_found_table(alignment)) + read(codings(alignment))
