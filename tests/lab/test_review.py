"""What the review panel shows and does, message by message, without a browser."""

import csv
import io
import shutil
from pathlib import Path

import pytest
from onrecord.coding.reading import read_coding
from onrecord.lab.panel import article
from onrecord.lab.panel.selecting import Selection, selected
from onrecord.lab.review import review
from onrecord.lab.reviewing.queue import RowKey
from onrecord.source.anchoring import Span

CASE = "belarus-troops-2023"
SEED = Path(__file__).parents[2] / "seeds" / CASE


@pytest.fixture
def folder(tmp_path):
    """The seed."""
    return Path(shutil.copytree(SEED, tmp_path / CASE))


@pytest.fixture
def panel(folder):
    """Ann at work on it."""
    return review(folder, "Ann")


def go(panel, table, row):
    """Show a row; what a decision on it names."""
    panel.receive({"do": "go", "table": table, "id": row})
    return panel.view["row"]["at"]


def tables(folder):
    """The bytes of the tables."""
    return {path.name: path.read_bytes() for path in folder.glob("*.csv") if path.name != "review.csv"}


def test_nothing_is_decided_before_there_is_a_name(folder):
    """The panel asks for it."""
    panel = review(folder)
    assert panel.view["start"]
    panel.receive({"do": "accept", "at": ["statements", "st-01", ""]})
    panel.receive({"do": "start", "reviewer": " "})
    assert panel.view["start"]
    assert not (folder / "review.csv").exists()
    panel.receive({"do": "start", "reviewer": "Ann"})
    assert panel.view["row"]["id"] == "st-12"


def test_a_second_press_decides_nothing(panel, folder):
    """The message names the row that was shown; by then another one is."""
    at = panel.view["row"]["at"]
    panel.receive({"do": "accept", "at": at})
    panel.receive({"do": "accept", "at": at})
    assert panel.view["level"] == "warning"
    log = list(csv.DictReader(io.StringIO((folder / "review.csv").read_text(encoding="utf-8"))))
    assert [line["id"] for line in log] == [at[1]]


def test_two_rows_of_one_name_are_never_mixed_up(panel):
    """A row is addressed by table and id and by what it holds."""
    at = go(panel, "statements", "st-06")
    panel.receive({"do": "accept", "at": ["positions", *at[1:]]})
    panel.receive({"do": "accept", "at": [*at[:2], "0" * 16]})
    assert panel.view["undo"] == ""


def test_after_a_decision_comes_the_row_behind(panel):
    """Not the first of the queue again."""
    fifth, sixth = panel.view["queue"][4:6]
    panel.receive({"do": "accept", "at": go(panel, fifth["table"], fifth["id"])})
    assert panel.view["row"]["id"] == sixth["id"]


def test_a_skipped_row_comes_last(panel):
    """Skipping saves nothing."""
    first = panel.view["row"]
    panel.receive({"do": "skip", "at": first["at"]})
    assert panel.view["row"]["id"] != first["id"]
    assert panel.desk.queue()[-1] == RowKey(first["table"], first["id"])
    assert panel.view["waiting"] == 215


def test_a_table_that_is_no_table_is_named_and_read_again_when_mended(panel, folder):
    """The panel stays, whatever a spreadsheet did."""
    path = folder / "relations.csv"
    data = path.read_bytes()
    path.write_bytes(b"")
    panel.receive({"do": "accept", "at": panel.view["row"]["at"]})
    assert "relations.csv" in panel.view["broken"]
    path.write_bytes(data)
    panel.receive({"do": "reload"})
    assert not panel.view["broken"]
    assert panel.view["row"]


def test_a_speaker_that_is_chosen_brings_its_chain_and_kind(panel):
    """And the form says what else saving changes."""
    panel.receive({"do": "correct", "at": go(panel, "statements", "st-06")})
    cells = panel.form["cells"] | {"speaker": "ukr"}
    panel.receive({"do": "try", "cells": cells, "changed": "speaker"})
    assert panel.form["cells"]["source_chain"] == "aje|ukr"
    assert panel.form["cells"]["speaker_kind"] == "state_metonym"
    assert any("p-13" in effect for effect in panel.form["effects"])


def test_a_save_that_changes_other_rows_is_asked_for_twice(panel, folder):
    """First it is shown; a save that confirms something else asks again."""
    before = tables(folder)
    panel.receive({"do": "correct", "at": go(panel, "statements", "st-06")})
    cells = panel.form["cells"] | {"speaker": "ukr", "source_chain": "aje|ukr", "speaker_kind": "state_metonym"}
    panel.receive({"do": "save", "cells": cells})
    asked = panel.form["ask"]
    panel.receive({"do": "save", "cells": cells, "confirmed": "another"})
    assert tables(folder) == before
    panel.receive({"do": "save", "cells": cells, "confirmed": asked})
    assert tables(folder) != before
    assert panel.form == {}


def test_making_a_narrator_statement_empties_what_a_narrator_has_not(panel):
    """Attribution alone is chosen; the row then has no error."""
    panel.receive({"do": "correct", "at": go(panel, "statements", "st-10")})
    panel.receive({"do": "try", "cells": panel.form["cells"] | {"attribution": "narrator"}, "changed": "attribution"})
    assert panel.form["problems"] == {}


def test_an_ambiguous_wording_asks_for_its_number(panel):
    """With the count; the number makes it found."""
    panel.receive({"do": "add", "table": "statements"})
    cells = panel.form["cells"] | {"sentence": "S12", "content_text": "its"}
    panel.receive({"do": "try", "cells": cells})
    assert panel.form["spans"]["content_text"] == {"state": "ambiguous", "pieces": [], "words": "its", "count": 2}
    panel.receive({"do": "try", "cells": cells | {"content_text": "its#2"}})
    assert panel.form["spans"]["content_text"]["state"] == "found"


@pytest.mark.parametrize(
    ("picked", "join", "expected"),
    [
        ("arrival of the contin", False, "arrival of the contingent"),
        (" on Friday ", False, "on Friday"),
        ("visited", True, "the arrival of the contingent [...] visited"),
    ],
)
def test_words_that_are_selected_become_a_cell(picked, join, expected):
    """Edges are put right, and pieces join."""
    coding = read_coding(SEED)
    cells = {"sentence": "S04", "content_text": "the arrival of the contingent", "cue_text": "confirmed"}
    start = coding.text.index(picked, coding.regions["S04"].start)
    span = Span(start, start + len(picked))
    assert selected(coding, cells, Selection("statements", "content_text", span, join))["content_text"] == expected


def test_a_selected_word_that_stands_twice_gets_its_number():
    """The analyst counts nothing."""
    coding = read_coding(SEED)
    start = coding.text.rindex("its", 0, coding.regions["S12"].end)
    found = selected(coding, {"sentence": "S12"}, Selection("statements", "content_text", Span(start, start + 3)))
    assert found["content_text"] == "its#2"


def test_a_row_changed_while_its_form_was_open_is_not_overwritten(panel, folder):
    """Even if an actor was made on the way, which reads the case again."""
    panel.receive({"do": "correct", "at": go(panel, "statements", "st-06")})
    cells = panel.form["cells"] | {"certainty": "PR"}
    path = folder / "statements.csv"
    text = path.read_text(encoding="utf-8").replace("confirmed,factive", "confirmed,neutral")
    path.write_text(text, encoding="utf-8")
    new = {"name": "X", "type": "person"}
    panel.receive({"do": "new", "table": "actors", "field": "target", "new": new, "cells": cells})
    before = tables(folder)
    panel.receive({"do": "save", "cells": cells})
    assert "was changed in the file" in panel.view["message"]
    assert tables(folder) == before


def test_words_of_another_sentence_widen_the_range():
    """The row then names both sentences."""
    coding = read_coding(SEED)
    cells = {"sentence": "S04", "cue_text": "confirmed"}
    at = coding.text.index("joint military drills")
    found = selected(coding, cells, Selection("statements", "content_text", Span(at, at + 21)))
    assert found == cells | {"sentence": "S04-S05", "content_text": "joint military drills"}


def test_the_paragraphs_are_the_article():
    """No letter is lost on the way to the panel."""
    coding = read_coding(SEED)
    found = article.paragraphs(coding)
    assert "\n".join(p["text"] for p in found) == coding.text.rstrip("\n")
    assert all(coding.text[p["start"] :].startswith(p["text"]) for p in found)


def test_every_row_of_the_seed_can_be_shown_and_corrected(panel):
    """Each has a line, facts, and a form; each but some actors and notes is found in the article."""
    for key in list(panel.desk.queue()):
        at = go(panel, *key)
        row = panel.view["row"]
        assert row["title"]
        assert row["facts"]
        assert row["sentences"] or key.table in ("actors", "notes", "places", "issues")
        if key.table in ("statements", "positions", "actors") or key.id.endswith("1"):
            panel.receive({"do": "correct", "at": at})
            assert panel.form["id"] == key.id
            assert panel.form["problems"] == {} or key.table == "issues"
            panel.receive({"do": "cancel"})
