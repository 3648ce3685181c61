"""Undo takes back everything, in this session or a later one; the draft is rebuilt from the log."""

import shutil

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings
from onrecord.coding.changing.rebuilding import draft_files, rebuild_draft
from onrecord.coding.changing.saving import save
from onrecord.coding.reading import read_coding
from onrecord.lab.reviewing import decisions
from onrecord.lab.reviewing.queue import RowKey
from onrecord.lab.reviewing.session import Review
from onrecord.problems import ProblemsError

from .conftest import SEED, logged, rows, tables

TABLES = (
    "statements",
    "positions",
    "actors",
    "issues",
    "events",
    "relations",
    "mentions",
    "notes",
    "tensions",
    "places",
)
KEYS = [RowKey(table, name) for table in TABLES for name in rows(SEED, table)]
ACTORS = [key.id for key in KEYS if key.table == "actors"]
ISSUES = [key.id for key in KEYS if key.table == "issues"]
DECISIONS = st.one_of(
    st.tuples(st.just("accept"), st.sampled_from(KEYS), st.none()),
    st.tuples(st.just("reject"), st.sampled_from(KEYS), st.none()),
    st.tuples(st.just("correct"), st.sampled_from(KEYS), st.sampled_from(["a note", 'with "marks", and\nlines', ""])),
    st.tuples(st.just("merge"), st.sampled_from(KEYS), st.sampled_from(ACTORS + ISSUES)),
    st.tuples(st.just("add"), st.just(RowKey("actors", "")), st.sampled_from(["Élysée", "Élysée Palace", "日本"])),
    st.tuples(st.just("undo"), st.none(), st.none()),
)


def decide(review, action, key, what):
    """One decision, if the case allows it."""
    if action == "undo":
        return review.undo()
    if action == "add":
        cells = {"name": what, "type": "person", "side": "none", "named": "true"}
        return review.add("actors", cells)
    shown = rows(review.folder, key.table).get(key.id)
    if shown is None:
        return None
    if action == "correct":
        return review.correct(key, {"note": what}, shown)
    if action == "merge":
        if key.table not in ("actors", "issues") or what not in rows(review.folder, key.table) or what == key.id:
            return None
        return review.merge(key, what, shown)
    return getattr(review, action)(key, shown)


@given(st.lists(DECISIONS, max_size=8))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_decisions_undone_give_back_every_byte(tmp_path_factory, made):
    """The draft is rebuilt at each step; the case never has an error; then undo to the first."""

    folder = tmp_path_factory.mktemp("case") / SEED.name
    shutil.copytree(SEED, folder)
    before = tables(folder)
    for decision in made:
        try:
            decide(Review(folder, "Ann"), *decision)
        except ProblemsError:
            continue
        assert draft_files(folder) == before
    for _ in range(len(logged(folder))):
        if not Review(folder, "Bob").undo():
            break
    assert tables(folder) == before
    assert not Review(folder, "Ann").last


def test_the_draft_has_its_rows_in_their_order(draft):
    """Rejected rows stand where they stood, added ones do not."""
    was = {table: list(rows(draft, table).values()) for table in TABLES}
    review = Review(draft, "Ann")
    for name in ("st-03", "st-09", "st-05"):
        key = RowKey("statements", name)
        review.reject(key, review.row(key))
    review.add("actors", {"name": "Somebody", "type": "person", "side": "none", "named": "true"})
    assert {table: rebuild_draft(draft)[table] for table in TABLES} == was


def test_undo_after_a_restart_takes_back_one_decision_at_a_time(draft):
    """The last first; the log keeps every line."""
    review = Review(draft, "Ann")
    states = [tables(draft)]
    for number in (3, 4, 5):
        key = RowKey("statements", f"st-{number:02}")
        review.reject(key, review.row(key)) if number == 4 else review.accept(key, review.row(key))
        states.append(tables(draft))
    kept = (draft / "review.csv").read_bytes()
    for state in reversed(states[:-1]):
        assert Review(draft, "Bob").undo()
        assert tables(draft) == state
    assert Review(draft, "Bob").undo() == []
    assert (draft / "review.csv").read_bytes().startswith(kept)
    assert {line["reviewer"] for line in logged(draft) if line["action"] == "undo"} == {"Bob"}


def test_undo_does_not_overwrite_what_was_taken_away_by_hand(draft):
    """A row that is gone from the file is said to be gone."""
    review = Review(draft, "Ann")
    key = RowKey("positions", "p-01")
    review.accept(key, review.row(key))
    path = draft / "positions.csv"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(line for line in lines if not line.startswith(b"p-01,")))
    with pytest.raises(ProblemsError, match="p-01 was changed in the file"):
        review.undo()


def test_no_decision_on_any_row_leaves_an_error(seed):
    """Each row of the seed rejected on a copy: either the case stands, or the decision is refused with the reason."""
    from onrecord.coding.checks import check

    for key in KEYS:
        if key.id == "aje":
            continue
        proposal = decisions.reject(seed, *key)
        if not proposal.blocked:
            assert not [p for p in check(proposal.tried().coding) if p.level == "error" and p.code != "W-SIGN-OFF"]
    assert [p for p in check(read_coding(seed)) if p.level == "error"] == []


def test_a_log_that_is_not_readable_is_said_so(draft):
    """With its row."""
    (draft / "review.csv").write_text("time,reviewer,table,id,action,before\nx,Ann,statements,st-01,accept,nonsense\n")
    with pytest.raises(ProblemsError, match=r"review\.csv:2"):
        save(draft, "Ann", decisions.accept(draft, "statements", "st-03").changes)
