"""The coding moves to an edited text, or stays where it is and the lost spans are named."""

from __future__ import annotations

import pytest
from onrecord.coding.case import open_case
from onrecord.coding.changing.reanchoring import reanchor
from onrecord.problems import ProblemsError


def files(folder) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def edited(case, old: str, new: str) -> bytes:
    text = (case.folder / "article.txt").read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new, 1).encode()


def test_a_new_paragraph_moves_everything_behind_it(case):
    """Every span stands at its words, old sentences keep their ids, new ones get new numbers, comments stay."""
    before = open_case(case.folder).spans
    source = edited(case, "According to Kyiv", "A new paragraph stands here. It is short.\nAccording to Kyiv")
    result = reanchor(case.folder, source)
    assert (result.written, result.lost, result.removed, result.moved) == (True, [], [], 176)
    after = open_case(case.folder)
    assert list(after.spans["text"]) == list(before["text"])
    assert list(after.sentences.index[11:15]) == ["S12", "S17", "S18", "S13"]
    assert after.article.text == source.decode()
    assert "# the narrator in actors.csv" in (case.folder / "article.yml").read_text(encoding="utf-8")


def test_an_edit_in_place_keeps_the_sentence_s_id(case):
    """A sentence that was edited where it stands keeps its id."""
    assert reanchor(case.folder, edited(case, "on February 24", "on 24 February 2022"), drop=True).written
    assert list(open_case(case.folder).sentences.index) == [f"S{n:02d}" for n in range(1, 17)]


def test_nothing_is_written_while_a_span_is_lost(case):
    """The headline is cut: its spans are named, none moves into another sentence, and no file changes."""
    before = files(case.folder)
    text = (case.folder / "article.txt").read_text(encoding="utf-8")
    result = reanchor(case.folder, text.split("\n", 1)[1].encode())
    assert not result.written
    assert {lost.id for lost in result.lost} == {"st-01", "st-02", "m001", "m002", "m003", "m004"}
    assert any(str(lost).startswith("lost statements.csv:3 st-02 content_text 'new attack'") for lost in result.lost)
    assert files(case.folder) == before


def test_dropping_takes_the_rows_that_refer_to_the_lost(case):
    """With drop, rows of lost spans go, lists of references lose them, and the case passes its checks."""
    text = (case.folder / "article.txt").read_text(encoding="utf-8")
    result = reanchor(case.folder, text.split("\n", 1)[1].encode(), drop=True)
    assert result.removed == ["m001", "m002", "m003", "m004", "st-01", "st-02"]
    after = open_case(case.folder)
    assert after.events.loc["ev-15", "statements"] == ("st-03", "st-05", "st-21")
    assert after.sentences.index[0] == "S02"


def test_a_row_goes_with_the_only_row_that_it_rests_on(case):
    """A position whose one statement is lost goes too."""
    result = reanchor(case.folder, edited(case, "According to Kyiv, Russia", "Meanwhile Moscow"), drop=True)
    assert {"st-20", "p-08", "rel-08"} <= set(result.removed)


def test_errors_of_the_coding_come_first(case):
    """A coding with errors of its own is not moved."""
    case.set("statements", "st-06", cue_text="confirms")
    before = files(case.folder)
    with pytest.raises(ProblemsError, match="E-SPAN-MISSING"):
        reanchor(case.folder, edited(case, "According to", "As told by"), drop=True)
    assert files(case.folder) == before


def test_the_case_s_own_edited_file_is_a_source(case):
    """An article edited in place, with Windows line ends, is rewritten and said."""
    path = case.folder / "article.txt"
    path.write_bytes(b"Update.\r\n" + path.read_bytes().replace(b"\n", b"\r\n"))
    result = reanchor(case.folder, path)
    assert result.written
    assert result.said == ["article.txt: rewrote line ends as LF"]
    assert open_case(case.folder).problems == []


def test_a_sign_off_does_not_survive_a_move(case):
    """What moved is another coding than the one that was signed."""
    import datetime

    from onrecord.coding.changing.signing import sign_off

    sign_off(case.folder, "Ann Example", datetime.date(2026, 11, 23), unread=True, today=datetime.date(2026, 11, 23))
    reanchor(case.folder, b"Update.\n" + (case.folder / "article.txt").read_bytes())
    assert open_case(case.folder).unreviewed
