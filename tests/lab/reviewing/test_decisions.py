"""A decision changes exactly the rows that it should, is logged, and leaves the case without an error."""

import json

import pytest
from onrecord.coding.case import open_case
from onrecord.lab.reviewing import decisions
from onrecord.lab.reviewing.queue import RowKey
from onrecord.lab.reviewing.session import Review
from onrecord.problems import ProblemsError
from onrecord.prose.banner import banner

from .conftest import changed, logged, rows, tables


@pytest.fixture
def review(draft):
    """Ann at work on the draft."""
    return Review(draft, "Ann")


def statement(number):
    """A statement's key."""
    return RowKey("statements", f"st-{number:02}")


def test_accepting_changes_the_basis_of_one_row_and_no_other_byte(review, draft):
    """The file is the same but for that word."""
    before = tables(draft)
    review.accept(statement(6), review.row(statement(6)))
    assert changed(before, draft).keys() == {statement(6)}
    old, new = (data.splitlines() for data in (before["statements.csv"], tables(draft)["statements.csv"]))
    assert [a.replace(b"extracted", b"analyst_coded") for a, b in zip(old, new, strict=True) if a != b] == [
        b for a, b in zip(old, new, strict=True) if a != b
    ]


def test_the_log_says_who_decided_what_when_on_which_row(review, draft):
    """`before` is the row as it was, cell for cell."""
    was = rows(draft, "statements")["st-06"]
    review.accept(statement(6), review.row(statement(6)))
    (line,) = logged(draft)
    assert list(line) == ["time", "reviewer", "table", "id", "action", "before"]
    assert line["time"].endswith("Z")
    assert (line["reviewer"], line["table"], line["id"], line["action"]) == ("Ann", "statements", "st-06", "accept")
    assert json.loads(line["before"]) == was


def test_correcting_changes_the_cells_given_and_the_basis(review, draft):
    """The row is a person's from then on."""
    before = tables(draft)
    review.correct(statement(10), {"certainty": "CT", "note": 'a "note", with marks'}, review.row(statement(10)))
    ((key, (old, new)),) = changed(before, draft).items()
    assert key == statement(10)
    different = {column for column in old if old[column] != new[column]}
    assert different == {"note", "coding_basis"}
    assert new["coding_basis"] == "analyst_coded"


def test_a_correction_that_would_bring_an_error_is_not_saved(review, draft):
    """A cue that does not stand in the sentence, nearest wording named; no byte changes."""
    before = tables(draft)
    with pytest.raises(ProblemsError, match="nearest wording: 'confirmed'"):
        review.correct(statement(6), {"cue_text": "confirmd"}, review.row(statement(6)))
    assert tables(draft) == before
    assert not logged(draft)


def test_a_corrected_speaker_takes_along_what_rests_on_the_statement(review, draft):
    """The position's holder and the event's reporter follow; they stay unreviewed."""
    before = tables(draft)
    cells = {"speaker": "ukr", "speaker_kind": "state_metonym", "source_chain": "aje|ukr"}
    review.correct(statement(6), cells, review.row(statement(6)))
    found = changed(before, draft)
    assert found.keys() == {statement(6), ("positions", "p-13"), ("events", "ev-01")}
    assert found["positions", "p-13"][1] == found["positions", "p-13"][0] | {"actor": "ukr"}
    assert {line["action"] for line in logged(draft)} == {"correct"}
    assert len({line["time"] for line in logged(draft)}) == 1


def test_rejecting_a_statement_removes_what_rests_on_it_alone(review, draft):
    """The position falls, lists lose the id, and every other row stays."""
    before = tables(draft)
    assert rows(draft, "positions")["p-13"]["evidence"] == "st-06"
    review.reject(statement(6), review.row(statement(6)))
    found = changed(before, draft)
    assert found[statement(6)][1] is None
    assert found["positions", "p-13"][1] is None
    assert all("st-06" not in cell for _, new in found.values() if new for c, cell in new.items() if c != "note")
    open_case(draft)


def test_a_statement_takes_over_the_cue_that_it_shared(seed):
    """Whoever shared the cue of a rejected statement has it from then on (rule S2)."""
    path = seed / "statements.csv"
    own = "The Belarusian defence ministry,said,neutral,,President"
    assert own in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace(own, ",,factive,st-06,President"), encoding="utf-8")
    review = Review(seed, "Ann")
    review.reject(statement(6), review.row(statement(6)))
    now = rows(seed, "statements")["st-07"]
    assert (now["continues"], now["cue_text"]) == ("", "confirmed")
    assert now["speaker_text"] == "The Belarusian defence ministry"


def test_a_headline_that_repeats_nothing_any_more_is_counted(seed):
    """Rule S9."""
    review = Review(seed, "Ann")
    assert rows(seed, "statements")["st-01"]["counted"] == "false"
    review.reject(statement(4), review.row(statement(4)))
    assert rows(seed, "statements")["st-01"]["counted"] == "true"


@pytest.mark.parametrize("table", ["actors", "issues"])
def test_any_actor_or_issue_but_the_publisher_can_be_rejected(seed, table):
    """And the case has no error after it."""
    for name in rows(seed, table):
        if name == "aje":
            with pytest.raises(ProblemsError, match="the publisher"):
                decisions.reject(seed, table, name)
        else:
            proposal = decisions.reject(seed, table, name)
            assert proposal.blocked == []
            assert (table, name) in proposal.touched


def test_merging_an_actor_moves_everything_to_the_other(seed):
    """No cell names it any more; its names are aliases; nothing else is lost."""
    review, before = Review(seed, "Ann"), tables(seed)
    review.merge(RowKey("actors", "rus-mil"), "rus", review.row(RowKey("actors", "rus-mil")))
    gone = {key for key, (_, new) in changed(before, seed).items() if new is None}
    assert ("actors", "rus-mil") in gone
    assert {table for table, _ in gone} <= {"actors", "relations"}  # a relation to itself falls
    assert {"Russian armed forces", "Russian troops"} <= set(rows(seed, "actors")["rus"]["aliases"].split("|"))
    for table in ("statements", "events", "relations", "mentions", "positions", "actors"):
        cells = [cell for row in rows(seed, table).values() for c, cell in row.items() if c not in ("note", "id")]
        assert not any("rus-mil" in cell.split("|") for cell in cells)
    open_case(seed)


def test_two_positions_that_become_one_keep_all_their_evidence(seed):
    """Belarus and its ministry both affirm the deployment: one position after the merger."""
    held = [r for r in rows(seed, "positions").values() if r["issue"] == "iss-deploy" and r["stance"] == "2"]
    assert {row["actor"] for row in held} == {"blr", "blr-mod"}
    review = Review(seed, "Ann")
    review.merge(RowKey("actors", "blr-mod"), "blr", review.row(RowKey("actors", "blr-mod")))
    now = [r for r in rows(seed, "positions").values() if r["issue"] == "iss-deploy" and r["stance"] == "2"]
    assert [set(row["evidence"].split("|")) for row in now] == [{"st-11", "st-14"}]


def test_an_added_statement_is_a_persons(review, draft):
    """Logged with {} as the row before; the id is the next."""
    cells = dict(rows(draft, "statements")["st-20"]) | {
        "id": "",
        "content_text": "Russia continues to use Belarusian airspace",
    }
    key = review.add("statements", cells)
    assert key.id == "st-27"
    assert rows(draft, "statements")["st-27"]["coding_basis"] == "analyst_coded"
    assert [(line["action"], line["before"]) for line in logged(draft)] == [("add", "{}")]


def test_a_row_that_somebody_changed_meanwhile_is_not_decided_upon(review, draft):
    """What was shown is compared with the file."""
    shown = review.row(statement(6))
    path = draft / "statements.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("confirmed,factive", "confirmed,neutral"), encoding="utf-8"
    )
    before = tables(draft)
    for decide in (review.accept, review.reject):
        with pytest.raises(ProblemsError, match="was changed in the file"):
            decide(statement(6), shown)
    assert tables(draft) == before


def test_the_banner_goes_with_the_last_row(review, draft):
    """“Not reviewed by a person” stands until then, and comes back with an undo."""
    while queue := review.queue():
        assert "Not reviewed by a person" in banner(open_case(draft), "Situation brief")._repr_html_()
        for key in queue[:-1]:
            review.accept(key, review.row(key))
        key = review.queue()[0]
        assert open_case(draft).unreviewed == 1
        review.accept(key, review.row(key))
    case = open_case(draft)
    assert case.unreviewed == 0
    assert "eviewed by a person" not in banner(case, "Situation brief")._repr_html_().replace("or reviewed by", "")
    review.undo()
    assert open_case(draft).unreviewed == 1


def test_nobody_cannot_review(draft):
    """The log needs a name."""
    with pytest.raises(ProblemsError, match="give your name"):
        Review(draft, "  ")


def test_rows_of_an_untidy_spreadsheet_keep_their_bytes(draft):
    """Line ends, a byte order mark, needless quotes and the order of rows stay as they were."""
    path = draft / "actors.csv"
    head, *lines = path.read_text(encoding="utf-8").splitlines()
    quoted = [f'"{line.split(",", 1)[0]}",{line.split(",", 1)[1]}' for line in reversed(lines)]
    data = b"\xef\xbb\xbf" + "\r\n".join([head, *quoted]).encode()
    path.write_bytes(data)
    review = Review(draft, "Ann")
    key = RowKey("actors", "ukr")
    review.correct(key, {"name": "The Ukraine"}, review.row(key))
    old, new = data.split(b"\r\n"), path.read_bytes().split(b"\r\n")
    assert [a.split(b",")[0] for a, b in zip(old, new, strict=True) if a + b"," != b and b"coding_basis" not in b] == [
        b'"ukr"'
    ]
