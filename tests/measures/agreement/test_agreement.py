"""Two codings of one article: rows aligned by spans, agreement per field, every difference named and settled."""

import re
import shutil
from pathlib import Path

import pandas as pd
import pytest
from lxml import html
from onrecord.coding.case import open_case
from onrecord.coding.changing.adjudicating import adjudicate
from onrecord.coding.changing.opening import open_coding
from onrecord.coding.changing.settling import settled_lines, write_disagreements
from onrecord.lab.reviewing.queue import RowKey
from onrecord.lab.reviewing.session import Review
from onrecord.measures.agreement.alignment import Alignment
from onrecord.measures.agreement.disagreements import disagreements
from onrecord.measures.agreement.field_alpha import field_alpha
from onrecord.measures.agreement.span_f1 import span_f1
from onrecord.problems import ProblemsError
from onrecord.prose.summary import summary
from onrecord.tables.agreement_text import agreement_text
from onrecord.tables.fields_table import fields_table

SEED = Path(__file__).parents[3] / "seeds" / "belarus-troops-2023"


@pytest.fixture(scope="module")
def case():
    """The seed."""
    return open_case(SEED)


@pytest.fixture
def second(tmp_path):
    """A second coding: other ids for an actor and an issue, one field read otherwise, a row less and a row more."""
    folder = shutil.copytree(SEED, tmp_path / "second")
    for table in folder.glob("*.csv"):
        text = table.read_text(encoding="utf-8").replace("blr-luk", "lukashenko").replace("iss-west", "iss-blame")
        table.write_text(text, encoding="utf-8")
    edit(folder, "statements", "st-25", "speech_act", "urge")
    edit(folder, "positions", "p-07", "stance", "2", other={"confidence": "low"})
    edit(folder, "statements", "st-03", "certainty", "CT", other={"hedge_text": ""})
    drop(folder, "relations", "rel-14")
    drop(folder, "positions", "p-13")
    return open_case(folder)


def edit(folder, table, row, field, value, other=()):
    """Changes cells of a row."""
    frame = pd.read_csv(folder / f"{table}.csv", dtype=str, keep_default_na=False).set_index("id", drop=False)
    for name, cell in {field: value, **dict(other)}.items():
        frame.at[row, name] = cell
    frame.to_csv(folder / f"{table}.csv", index=False)


def drop(folder, table, row):
    """Takes a row out."""
    frame = pd.read_csv(folder / f"{table}.csv", dtype=str, keep_default_na=False)
    frame[frame["id"] != row].to_csv(folder / f"{table}.csv", index=False)


def test_a_coding_agrees_with_itself(case):
    """Every row matches, every alpha that can be given is 1, nothing differs."""
    alignment = Alignment(case, case)
    assert (span_f1(alignment)["f1"] == 1).all()
    assert (field_alpha(alignment)["alpha"].dropna() == 1).all()
    assert disagreements(alignment).empty


def test_actors_and_issues_are_aligned_by_their_spans_not_their_ids(case, second):
    """Another id for the same actor or issue is no disagreement."""
    alignment = Alignment(case, second)
    assert alignment.actors["blr-luk"] == "lukashenko"
    assert alignment.issues["iss-west"] == "iss-blame"
    assert not any("lukashenko" in str(reading) for reading in disagreements(alignment)["reading_b"])


def test_every_difference_is_named_with_both_readings_and_the_sentence(case, second):
    """Fields read otherwise, a row that only one coder has."""
    found = disagreements(Alignment(case, second))
    by_field = {(r.table, r.a, r.field): (r.reading_a, r.reading_b) for r in found.itertuples()}
    assert by_field["statements", "st-25", "speech_act"] == ("assert", "urge")
    assert by_field["statements", "st-03", "certainty"] == ("PS", "CT")
    assert by_field["positions", "p-07", "stance"] == ("1", "2")
    assert by_field["relations", "rel-14", None] == ("President Alexander Lukashenko", None)
    assert by_field["positions", "p-13", None] == ("blr-mod +2 on iss-arrival (self_stated)", None)
    line = found[(found["a"] == "st-25") & (found["field"] == "speech_act")].iloc[0]
    assert (line["sentence"], line["text"][:15]) == ("S16", "The 67-year-old")


def test_span_f1_counts_rows_of_one_coder_only(case, second):
    """F1 = 2 matched / (n_a + n_b)."""
    found = span_f1(Alignment(case, second)).set_index("table")
    assert tuple(found.loc["relations", ["n_a", "n_b", "matched"]]) == (18, 17, 17)
    assert found.at["relations", "f1"] == pytest.approx(34 / 35)


def test_a_shifted_span_matches_down_to_four_fifths(case, tmp_path):
    """Jaccard over code points of at least .8 within the sentence."""
    folder = shutil.copytree(SEED, tmp_path / "shifted")
    edit(folder, "statements", "st-22", "content_text", "has killed tens of thousands of people")  # 38 of 44 points
    edit(folder, "statements", "st-12", "content_text", "boost military cooperation")  # 26 of 46
    pairs = Alignment(case, open_case(folder)).pairs("statements")
    assert "st-22" in pairs
    assert "st-12" not in pairs


def test_stance_is_ordinal_and_the_rest_nominal(case, second):
    """As the codebook says."""
    levels = field_alpha(Alignment(case, second)).set_index(["table", "field"])["level"]
    assert levels["positions", "stance"] == "ordinal"
    assert set(levels.drop(("positions", "stance"))) == {"nominal"}


def test_the_interval_is_the_same_for_the_same_seed_and_holds_alpha(case, second):
    """A bootstrap that can be made again."""
    alignment = Alignment(case, second)
    first, again = field_alpha(alignment, seed=1), field_alpha(alignment, seed=1)
    pd.testing.assert_frame_equal(first, again)
    given = first.dropna(subset="alpha")
    assert (given["low"] <= given["alpha"] + 1e-9).all()
    assert (given["alpha"] <= given["high"] + 1e-9).all()


def test_too_few_rows_give_a_reason(case):
    """Three dates are not enough."""
    found = field_alpha(Alignment(case, case)).set_index("table")
    assert "fewer than 10" in found.loc[["dates"], "reason"].iloc[0]


def test_two_texts_are_not_compared(case, tmp_path):
    """Codings of different articles are refused."""
    folder = shutil.copytree(SEED, tmp_path / "other")
    text = (folder / "article.yml").read_text(encoding="utf-8")
    other = open_case(folder)
    other.article = other.article.model_copy(update={"sha256": "0" * 64})
    assert text
    with pytest.raises(ProblemsError, match="E-AGREE"):
        Alignment(case, other)


def settle(path, take):
    """Fills in the column take."""
    frame = pd.read_csv(path, dtype=str, keep_default_na=False)
    frame["take"] = take
    frame.to_csv(path, index=False)


def merged_of(alignment, path, seeds):
    """The folder of the case that the settled file makes."""
    lines = settled_lines(disagreements(alignment), path)
    return adjudicate(alignment, lines, "merged", "C. Third", seeds=seeds)


def test_taking_a_everywhere_gives_a_adjudicated(case, second, tmp_path):
    """A's rows, all of them, with the basis adjudicated; no line about a missing review is left for them."""
    path = tmp_path / "settled.csv"
    assert write_disagreements(disagreements(Alignment(case, second)), path) > 4
    settle(path, "a")
    merged = open_case(
        adjudicate(
            Alignment(case, second),
            settled_lines(disagreements(Alignment(case, second)), path),
            "merged",
            "C. Third",
            seeds=tmp_path,
        )
    )
    assert set(merged.statements["coding_basis"]) == {"adjudicated"}
    assert disagreements(Alignment(case, merged)).empty
    assert "settled by C. Third" in merged.article.coder


def test_taking_b_everywhere_gives_b(case, second, tmp_path):
    """B's readings, in A's ids."""
    path = tmp_path / "settled.csv"
    write_disagreements(disagreements(Alignment(case, second)), path)
    settle(path, "b")
    merged = open_case(
        adjudicate(
            Alignment(case, second),
            settled_lines(disagreements(Alignment(case, second)), path),
            "merged",
            "C. Third",
            seeds=tmp_path,
        )
    )
    assert disagreements(Alignment(second, merged)).empty
    assert "rel-14" not in merged.relations.index


def test_an_unsettled_line_stops_the_merge(case, second, tmp_path):
    """Every empty line is named."""
    path = tmp_path / "settled.csv"
    count = write_disagreements(disagreements(Alignment(case, second)), path)
    with pytest.raises(ProblemsError) as refused:
        settled_lines(disagreements(Alignment(case, second)), path)
    assert len(refused.value.problems) == count


def test_a_file_of_other_codings_is_refused(case, second, tmp_path):
    """The lines must be the disagreements of these two codings as they stand."""
    path = tmp_path / "settled.csv"
    write_disagreements(disagreements(Alignment(case, second)), path)
    with pytest.raises(ProblemsError, match="as they stand"):
        settled_lines(disagreements(Alignment(case, case)), path)


def test_a_draft_and_its_review_are_made_one(tmp_path, monkeypatch):
    """`CASE@draft` is a coding like others: its article is that of the case."""
    folder = shutil.copytree(SEED, tmp_path / "seeds" / "reviewed")
    (folder / "article.yml").write_text((folder / "article.yml").read_text("utf-8").replace(SEED.name, "reviewed"))
    review = Review(folder, "Ann")
    key = RowKey("statements", "st-25")
    review.correct(key, {"speech_act": "urge"}, review.row(key))
    monkeypatch.chdir(tmp_path)
    alignment, path = Alignment(open_coding("reviewed@draft"), open_coding("reviewed")), tmp_path / "settled.csv"
    assert write_disagreements(disagreements(alignment), path) == 1
    settle(path, "b")
    merged = open_case(
        adjudicate(
            alignment, settled_lines(disagreements(alignment), path), "merged", "C. Third", seeds=tmp_path / "seeds"
        )
    )
    assert merged.statements.at["st-25", "speech_act"] == "urge"


@pytest.fixture
def hardly_varied(tmp_path):
    """The seed without the one cell of a column that has another value than the rest."""
    folder = shutil.copytree(SEED, tmp_path / "hardly-varied")
    edit(folder, "statements", "st-17", "polarity", "positive")
    return open_case(folder)


def test_an_alpha_of_hardly_varied_values_says_so_and_gives_the_plain_agreement(case, hardly_varied):
    """One cell: 25 of 26 agree and alpha is 0; why that says little, and that samples without an alpha are left out."""
    found = field_alpha(Alignment(case, hardly_varied)).set_index(["table", "field"])
    row = found.loc["statements", "polarity"]
    assert row["alpha"] == pytest.approx(0, abs=0.001)
    said = (
        r"25 of 26 agree \(96%\); only 1 row has another than the commonest value, and (\d+) of 1,000 samples hold no "
    )
    left_out = re.match(said, row["caution"])
    assert 310 < int(left_out[1]) < 410  # one row in 26 is missing from 37 % of the samples
    assert found.loc[("statements", "speaker"), "caution"] == ""


def test_readers_are_told_where_alpha_says_little(case, hardly_varied):
    """In the table, in the summary, where it is not counted among the weak, and on the terminal."""
    alignment = Alignment(case, hardly_varied)
    assert "says little: 25 of 26 agree" in fields_table(alignment)._repr_html_()
    words = html.fromstring(summary(alignment)._repr_html_()).text_content()
    assert "alpha says little, for polarity (statements, 25 of 26 the same)" in words
    assert "Alpha is below" not in words
    assert "25 of 26 agree (96%)" in agreement_text(alignment)
