"""The seed case: its spans, its data frames, how it is found, and whether it counts as reviewed."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path

import pandas as pd
import pytest
from onrecord.coding.case import find_case, find_seeds, open_case
from onrecord.coding.changing.signing import sign_off
from onrecord.coding.tables import TABLES
from onrecord.problems import ProblemsError

REPOSITORY = Path(__file__).parents[2]
FIXTURES = REPOSITORY / "tests" / "fixtures" / "belarus-troops-2023"


@pytest.fixture(scope="module")
def seed():
    return open_case(REPOSITORY / "seeds" / "belarus-troops-2023")


def test_the_seed_has_no_problems(seed):
    """Neither errors nor warnings: what is coded right raises no false alarm."""
    assert seed.problems == []


def test_every_span_is_the_expected_one(seed):
    """Owner, field, sentence, offsets and text equal expected_spans.csv, all of them and no others."""
    with (FIXTURES / "expected_spans.csv").open(encoding="utf-8", newline="") as file:
        expected = {
            (r["owner"], r["field"], r["sentence"], int(r["start"]), int(r["end"]), r["text"])
            for r in csv.DictReader(file)
        }
    columns = ["owner", "field", "sentence", "start", "end", "text"]
    assert set(seed.spans[columns].itertuples(index=False, name=None)) == expected
    assert len(seed.spans) == len(expected)


def test_frames_have_proper_dtypes(seed):
    """Categoricals, ordered where the codebook orders; nullable ints; booleans; lists as tuples; missing as NaN."""
    statements, positions = seed.statements, seed.positions
    assert isinstance(statements["attribution"].dtype, pd.CategoricalDtype)
    assert not statements["attribution"].cat.ordered
    assert list(statements["certainty"].cat.categories) == ["CT", "PR", "PS", "U"]
    assert statements["certainty"].cat.ordered
    assert statements["counted"].dtype == bool
    assert positions["stance"].dtype == "Int64"
    assert statements["target_valence"].dtype == "Int64"
    assert statements.loc["st-23", "target_valence"] == -2
    assert statements["target_valence"].isna().sum() == 20
    assert statements.loc["st-21", "hedge_text"] == ("Any", "would")
    assert statements.loc["st-20", "hedge_text"] == ()
    assert pd.isna(statements.loc["st-20", "quote_text"])
    assert seed.sentences["start"].dtype == "int64"
    assert (seed.actors["coding_basis"] == "assistant_coded").all()


def test_an_absent_table_is_an_empty_frame_with_its_columns(seed):
    """The seed has no judgements."""
    assert not seed.coded("judgements")
    assert len(seed.judgements) == 0
    assert list(seed.judgements.columns)[:3] == ["kind", "text", "likelihood"]
    assert all(isinstance(getattr(seed, name), pd.DataFrame) for name in TABLES)


@pytest.mark.parametrize("folder", [".", "notebooks", "analysis/onrecord/coding"])
def test_seeds_are_found_from_the_root_and_below(monkeypatch, folder):
    """open_case works from the repository's root, from notebooks/ and from deeper folders."""
    monkeypatch.chdir(REPOSITORY / folder)
    assert find_seeds() == REPOSITORY / "seeds"
    assert open_case("belarus-troops-2023").id == "belarus-troops-2023"


def test_an_unknown_case_names_the_nearest(monkeypatch):
    """E-CASE gives the nearest name."""
    monkeypatch.chdir(REPOSITORY)
    with pytest.raises(ProblemsError, match="did you mean 'belarus-troops-2023'"):
        find_case("belarus-troop-2023")


def test_no_seeds_folder_is_said(monkeypatch):
    """E-CASE where there is no seeds/ at or above the working folder."""
    monkeypatch.setattr("onrecord.coding.case.find_seeds", lambda: None)
    with pytest.raises(ProblemsError, match="no seeds/ folder"):
        find_case("belarus-troops-2023")


def test_the_banner_goes_with_a_sign_off_and_comes_back_with_an_edit(case):
    """Unreviewed rows count as reviewed exactly while the signed hash is that of the coding; then W-SIGN-OFF."""
    assert open_case(case.folder).unreviewed == 215
    before = (case.folder / "article.yml").read_text(encoding="utf-8").splitlines()
    sign_off(case.folder, "Ann Example", datetime.date(2026, 11, 23), unread=True, today=datetime.date(2026, 11, 23))
    after = (case.folder / "article.yml").read_text(encoding="utf-8").splitlines()
    after.remove("reviewed_unread: 215")
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert changed[:2] == ["reviewed_by: Ann Example", "reviewed_on: 2026-11-23"]
    assert len(changed) == 3
    assert open_case(case.folder).unreviewed == 0
    case.set("actors", "west", note="another note")
    opened = open_case(case.folder)
    assert opened.unreviewed == 215
    assert [(p.code, p.file, p.field) for p in opened.problems] == [("W-SIGN-OFF", "article.yml", "reviewed_sha256")]


def test_half_a_sign_off_is_a_warning(case):
    """A name without date and hash does not take the banner away."""
    case.replace("article.yml", "reviewed_by:", "reviewed_by: Ann Example")
    opened = open_case(case.folder)
    assert [p.code for p in opened.problems] == ["W-SIGN-OFF"]
    assert opened.unreviewed == 215


def test_the_banner_goes_when_every_row_is_a_person_s(case):
    """No sign-off is needed where a person coded every row."""
    for table in TABLES:
        path = case.folder / f"{table}.csv"
        if path.is_file():
            path.write_text(
                path.read_text(encoding="utf-8").replace("assistant_coded", "analyst_coded"), encoding="utf-8"
            )
    case.replace("article.yml", "coding_basis: assistant_coded", "coding_basis: analyst_coded")
    assert open_case(case.folder).unreviewed == 0


def test_a_case_with_errors_is_not_signed_off(case):
    """sign_off raises and leaves article.yml as it is; so it does for nobody's name."""
    before = (case.folder / "article.yml").read_bytes()
    with pytest.raises(ProblemsError, match="nobody signs"):
        sign_off(case.folder, " ", datetime.date(2026, 11, 23), today=datetime.date(2026, 11, 23))
    case.set("positions", "p-07", stance="2")
    with pytest.raises(ProblemsError, match="E-RULE-P2"):
        sign_off(case.folder, "Ann Example", datetime.date(2026, 11, 23), today=datetime.date(2026, 11, 23))
    assert (case.folder / "article.yml").read_bytes() == before


@pytest.mark.parametrize(
    ("by", "on", "words"),
    [
        ("Ann Example", "2026-11-24", "2026-11-24 is in the future"),
        ("Ann Example", "2026-11-21", "2026-11-21 is before the coding, which is of 2026-11-22"),
        ("Ann\nExample", "2026-11-23", "line break or a control character"),
        ("Ann \x1b[31m", "2026-11-23", "line break or a control character"),
        ("Ann\u202eelpmaxE", "2026-11-23", "line break or a control character"),
    ],
)
def test_a_sign_off_is_by_a_name_on_a_day_that_can_be(case, by: str, on: str, words: str):
    """E-PARAM, and article.yml stays as it is."""
    before = (case.folder / "article.yml").read_bytes()
    with pytest.raises(ProblemsError, match=words) as caught:
        sign_off(case.folder, by, datetime.date.fromisoformat(on), today=datetime.date(2026, 11, 23))
    assert [one.code for one in caught.value.problems] == ["E-PARAM"]
    assert (case.folder / "article.yml").read_bytes() == before
