"""Drafting a case anew keeps what people decided."""

import csv
import json

import pytest
from onrecord.coding.case import open_case
from onrecord.coding.storing.writing import table_bytes, write_table
from onrecord.drafting.case.draft import draft_case
from onrecord.problems import ProblemsError

TEXT = (
    b"Mayor Anna Lopez said the old bridge is safe for buses. Minister Jens Olsen said the new bridge is not safe for "
    b"trucks. The river rose in the night. The interior ministry blamed heavy trucks for the damage to the bridge."
)


@pytest.fixture
def folder(tmp_path):
    return draft_case(TEXT, "bridge", seeds=tmp_path).folder


def table(folder, name):
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def log(folder, *decisions):
    header = ("time", "reviewer", "table", "id", "action", "before")
    rows = [
        dict(zip(header, (f"2026-01-01T00:00:0{n}Z", "a", where, row["id"], action, json.dumps(row)), strict=True))
        for n, (where, row, action) in enumerate(decisions)
    ]
    (folder / "review.csv").write_bytes(table_bytes(header, rows))


def again(folder):
    return draft_case(folder / "article.txt", "bridge", seeds=folder.parent, again=True)


def test_an_untouched_case_is_drafted_the_same(folder):
    """Every file has the same bytes."""
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    again(folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_corrected_row_stays_and_its_draft_does_not_come_back(folder):
    """A person's row keeps id and words; the row it was made of is not drafted a second time."""
    rows = table(folder, "statements")
    log(folder, ("statements", rows[0], "correct"))
    rows[0] = rows[0] | {"content_text": "the old bridge is safe", "coding_basis": "analyst_coded"}
    write_table(folder, "statements", rows)
    again(folder)
    now = table(folder, "statements")
    assert [row["content_text"] for row in now] == [row["content_text"] for row in rows]
    assert now[0]["coding_basis"] == "analyst_coded"
    assert open_case(folder).problems is not None


def test_a_rejected_row_does_not_come_back_nor_what_rests_on_it(folder):
    """The statement is in the log as rejected: it and its position stay away."""
    rows, positions = table(folder, "statements"), table(folder, "positions")
    gone = rows[1]
    log(folder, ("statements", gone, "reject"))
    write_table(folder, "statements", [row for row in rows if row is not gone])
    write_table(folder, "positions", [row for row in positions if row["evidence"] != gone["id"]])
    again(folder)
    assert gone["content_text"] not in {row["content_text"] for row in table(folder, "statements")}
    assert {row["actor"] for row in table(folder, "positions")} == {row["actor"] for row in positions} - {
        gone["speaker"]
    }


def test_a_rejection_that_was_undone_does_not_bind(folder):
    """After the undo the row is drafted as before."""
    rows = table(folder, "statements")
    log(folder, ("statements", rows[1], "reject"), ("statements", rows[1], "undo"))
    again(folder)
    assert [row["id"] for row in table(folder, "statements")] == [row["id"] for row in rows]


def test_a_persons_own_row_stays_with_what_it_refers_to(folder):
    """A tension that a person entered keeps the drafted statements it links."""
    rows = table(folder, "statements")
    tension = {"id": "t-01", "title": "Safe or not", "left": rows[0]["id"], "right": rows[1]["id"]}
    tension |= {"logic": "pragmatic", "scope": "cross_actor", "why": "Two bridges.", "compatible_reading": "Both hold."}
    write_table(folder, "tensions", [tension | {"coding_basis": "analyst_coded"}])
    again(folder)
    case = open_case(folder)
    assert case.tensions.at["t-01", "left"] == (rows[0]["id"],)
    assert case.statements.at[rows[0]["id"], "content_text"] == rows[0]["content_text"]


def test_another_text_is_refused(folder):
    """The coding belongs to its text."""
    with pytest.raises(ProblemsError) as error:
        draft_case(TEXT + b" More.", "bridge", seeds=folder.parent, again=True)
    assert error.value.problems[0].code == "E-DRAFT-AGAIN"


def test_there_is_nothing_to_draft_again_without_a_case(tmp_path):
    """--again on a case that is not there says so."""
    with pytest.raises(ProblemsError) as error:
        draft_case(TEXT, "none", seeds=tmp_path, again=True)
    assert error.value.problems[0].code == "E-DRAFT-AGAIN"


def edit(folder, name, change):
    """Save a table as a person does in a spreadsheet: `coding_basis` stays as it was drafted."""
    rows = table(folder, name)
    write_table(folder, name, change(rows))
    return table(folder, name)


def test_cells_and_rows_edited_by_hand_stay_though_their_basis_says_extracted(folder):
    """A position changed and a position added in a spreadsheet are there after drafting anew, and after that."""
    own = {"id": "p-90", "stance": "-1"}
    edited = edit(
        folder,
        "positions",
        lambda rows: [rows[0] | {"stance": "1"}, *rows[1:], rows[1] | own | {"issue": rows[0]["issue"]}],
    )
    for _ in range(2):
        said = again(folder).said
        now = {row["id"]: row for row in table(folder, "positions")}
        assert now == {row["id"]: row for row in edited}
        assert "2 that a person touched" in said[-1]


def test_a_row_taken_out_by_hand_does_not_come_back(folder):
    """A statement that a person deleted in a spreadsheet stays away, with its position, however often drafted."""
    (gone, *_) = [row for row in table(folder, "statements") if row["attribution"] == "attributed"]
    edit(folder, "statements", lambda rows: [row for row in rows if row["id"] != gone["id"]])
    edit(folder, "positions", lambda rows: [row for row in rows if row["evidence"] != gone["id"]])
    for _ in range(2):
        again(folder)
        assert gone["content_text"] not in {row["content_text"] for row in table(folder, "statements")}
    assert table(folder, "statements")


def test_an_actor_renamed_by_hand_keeps_its_statements(folder):
    """The new name stays, and what the actor says is drafted for it, not lost."""
    before = table(folder, "statements")
    actors = edit(
        folder, "actors", lambda rows: [row | {"name": row["name"].replace("Lopez", "López")} for row in rows]
    )
    again(folder)
    assert {row["name"] for row in table(folder, "actors")} == {row["name"] for row in actors}
    assert {row["speaker"] for row in table(folder, "statements")} == {row["speaker"] for row in before}


def test_an_untouched_case_says_so(folder):
    """Nothing is said to be kept because of a person where no person touched a row."""
    assert again(folder).said[-1] == "no person touched a row: all were drafted anew"


@pytest.mark.parametrize("record", [None, b"", b"[]", b'{"drafted": {"positions": 3}}', b'{"drafted": [1]}'])
def test_without_a_record_of_the_draft_nothing_is_written(folder, record):
    """A case that is older, or was coded by hand, is refused, and every byte of it stays."""
    (folder / "draft.json").unlink()
    if record is not None:
        (folder / "draft.json").write_bytes(record)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(ProblemsError) as error:
        again(folder)
    assert "not drafted by this program" in str(error.value.problems[0])
    assert error.value.problems[0].code == "E-DRAFT-AGAIN"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_persons_note_keeps_the_row_that_it_is_about(folder):
    """A note names rows of any table; what it names stays, so that the case has no error."""
    rows = table(folder, "statements")
    notes = table(folder, "notes")
    own = dict.fromkeys(notes[0], "") | {"id": "n-90", "level": "warn", "kind": "mine", "ref": rows[1]["id"]}
    write_table(folder, "notes", [*notes, own | {"detail": "Look again.", "coding_basis": "analyst_coded"}])
    assert "1 that a person touched, and" in again(folder).said[-1]
    case = open_case(folder)
    (named,) = case.notes.at["n-90", "ref"]
    assert case.statements.at[named, "content_text"] == rows[1]["content_text"]
