"""A sign-off says which rows nobody opened."""

import csv
import datetime
import json
import re

import pytest
from onrecord.coding.case import open_case
from onrecord.coding.changing.reanchoring import reanchor
from onrecord.coding.changing.signing import sign_off
from onrecord.coding.changing.unread import unread_rows
from onrecord.coding.fingerprint import signed_sha256
from onrecord.coding.reading import read_coding
from onrecord.coding.storing.writing import write_table
from onrecord.drafting.case.draft import draft_case
from onrecord.lab.reviewing import decisions
from onrecord.lab.reviewing.queue import RowKey
from onrecord.lab.reviewing.session import Review
from onrecord.problems import ProblemsError
from onrecord.source.article import Article

TEXT = (
    b"Mayor Anna Lopez said the old bridge is safe for buses. Minister Jens Olsen said the new bridge is not safe for "
    b"trucks. The river rose in the night. The interior ministry blamed heavy trucks for the damage to the bridge."
)
DAY = datetime.date(2026, 11, 23)


@pytest.fixture
def folder(tmp_path):
    return draft_case(TEXT, "bridge", seeds=tmp_path, today=DAY).folder


@pytest.fixture
def review(folder):
    return Review(folder, "Ann")


def sign(folder, **options):
    return sign_off(folder, "Ann", DAY, today=DAY, **options)


def unread(folder):
    return unread_rows(read_coding(folder))


def rows(folder, table):
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def first(review, table):
    key = next(key for key in review.queue("text") if key.table == table)
    return key, review.row(key)


def test_a_draft_that_nobody_opened_is_not_signed(folder):
    """Refused with the number, the first ids and the remedy; article.yml stays."""
    before = (folder / "article.yml").read_bytes()
    total = len(unread(folder))
    with pytest.raises(ProblemsError) as caught:
        sign(folder)
    (one,) = caught.value.problems
    assert one.code == "E-SIGN-UNREAD"
    ids = ", ".join(unread(folder)[:5])
    assert f"{total} of {total} rows were never opened in a review: {ids} …; " in str(one)
    assert "--unread" in str(one)
    assert (folder / "article.yml").read_bytes() == before


def test_one_row_of_all_accepted_leaves_the_others_unread(folder, review):
    """The count is kept behind the hash, and holds until the next edit."""
    total = len(unread(folder))
    key, shown = first(review, "statements")
    review.accept(key, shown)
    assert sign(folder, unread=True).unread == total - 1
    lines = (folder / "article.yml").read_text(encoding="utf-8").splitlines()
    (place,) = [n for n, line in enumerate(lines) if line.startswith("reviewed_unread")]
    assert lines[place - 1].startswith("reviewed_sha256: ")
    assert lines[place] == f"reviewed_unread: {total - 1}"
    assert (open_case(folder).unreviewed, open_case(folder).signed_unread) == (0, total - 1)
    review.accept(*first(review, "statements"))
    assert (open_case(folder).unreviewed, open_case(folder).signed_unread) == (total - 2, 0)


def test_a_case_that_was_read_whole_is_signed_as_ever(folder, review):
    """Nothing is unread: no --unread is needed, and no former number stays."""
    sign(folder, unread=True)
    while keys := review.queue():
        review.accept(keys[0], review.row(keys[0]))
    assert sign(folder).unread == 0
    assert "reviewed_unread: 0" in (folder / "article.yml").read_text(encoding="utf-8").splitlines()
    assert open_case(folder).signed_unread == 0


def test_a_sign_off_without_the_number_of_unread_rows_does_not_hold(folder):
    """Who takes the number away makes nothing read of what nobody read; the check says what is missing."""
    sign(folder, unread=True)
    rewrite(folder, r"(?m)^reviewed_unread: .*\n", "")
    case = open_case(folder)
    assert not case.signed_off
    assert case.unreviewed == len(unread(folder))
    assert "the sign-off lacks reviewed_unread" in str([*map(str, case.problems)])


@pytest.mark.parametrize(
    ("found", "other"),
    [
        ("  name: .*", "  name: The Guardian"),
        ("  date:.*", "  date: 2024-06-03"),
        ("url:.*", "url: https://example.org/other"),
        ("reliability: F.*", "reliability: A"),
        ("credibility: 6.*", "credibility: 2"),
        ("coder: .*", "coder: Ada"),
        ("sides: .*", "sides: {we: Us}"),
        ("reviewed_by: .*", "reviewed_by: Ada"),
        ("reviewed_on: .*", "reviewed_on: 2026-11-24"),
        ("reviewed_unread: .*", "reviewed_unread: 0"),
    ],
)
def test_a_sign_off_falls_when_what_the_pages_print_of_the_article_is_changed(folder, found, other):
    """Publisher, dates, grades, the signer and the number of unread rows are under it."""
    sign(folder, unread=True)
    assert open_case(folder).signed_off
    rewrite(folder, rf"(?m)^{found}$", other)
    case = open_case(folder)
    assert not case.signed_off
    assert case.unreviewed == len(unread(folder))
    assert "the coding or article.yml was edited after" in str([*map(str, case.problems)])


@pytest.mark.filterwarnings("ignore:Pydantic serializer")  # the other value need not be sound
def test_a_sign_off_covers_every_key_of_the_article():
    """Also one that is added later; only the text, which has its own hash, and the signature itself are not in it."""
    article = Article(
        **{"id": "a", "publisher": {"actor": "p", "name": "P"}, "sha256": "0" * 64},
        **{"coding_basis": "extracted", "coded_on": DAY},
    )
    before = signed_sha256("c", article)
    free = {key for key in Article.model_fields if signed_sha256("c", article.model_copy(update={key: ":"})) == before}
    assert free == {"text", "reviewed_sha256"}
    assert signed_sha256("d", article) != before


def test_a_comment_and_the_order_of_keys_leave_a_sign_off_as_it_is(folder):
    """What is read is signed, not how it is written."""
    sign(folder, unread=True)
    path = folder / "article.yml"
    lines = path.read_text(encoding="utf-8").splitlines()
    [url] = [line for line in lines if line.startswith("url:")]
    lines.remove(url)
    path.write_text("\n".join(["# seen", url, *lines]) + "\n", encoding="utf-8")
    assert open_case(folder).signed_off


def rewrite(folder, found, other):
    path = folder / "article.yml"
    before = path.read_text(encoding="utf-8")
    after, number = re.subn(found, other, before, count=1)
    assert number == 1
    path.write_text(after, encoding="utf-8")


def test_a_decision_that_was_taken_back_opened_nothing(folder, review):
    """What stands counts, not what was."""
    before = unread(folder)
    review.accept(*first(review, "statements"))
    review.undo()
    assert unread(folder) == before


def test_a_row_that_only_followed_another_was_not_opened(folder, review):
    """Merging two actors changes the statements that name them; nobody looked at those."""
    before = unread(folder)
    one, other = [row["speaker"] for row in rows(folder, "statements") if row["attribution"] == "attributed"][:2]
    merged = decisions.merge(folder, "actors", other, one)
    review.decide(merged, RowKey("actors", other), merged.before("actors", other))
    assert {row["speaker"] for row in rows(folder, "statements")}.isdisjoint({other})
    assert set(before) - set(unread(folder)) == {other, *gone(before, folder)}


def gone(ids, folder):
    left = {row["id"] for table in read_coding(folder).records for row in rows(folder, table)}
    return set(ids) - left


def test_a_row_that_a_person_edited_in_the_table_is_a_person_s(folder):
    """It is another than the program drafted, though it still says extracted; so is one that was written anew."""
    before = unread(folder)
    found = rows(folder, "actors")
    found[-1]["note"] = "seen"
    write_table(folder, "actors", [*found, found[-1] | {"id": "more", "name": "More"}])
    assert unread(folder) == [row for row in before if row != found[-1]["id"]]


def test_a_table_that_a_spreadsheet_saved_is_no_person_s_work(folder):
    """TRUE for true, and a space more, change nothing that anybody read."""
    before = unread(folder)
    found = [row | {"named": row["named"].upper(), "name": row["name"] + " "} for row in rows(folder, "actors")]
    write_table(folder, "actors", found)
    assert unread(folder) == before


def test_a_row_that_an_ai_wrote_into_the_table_is_unread(folder):
    """It says so itself."""
    found = rows(folder, "actors")
    write_table(folder, "actors", [*found, found[-1] | {"id": "more", "coding_basis": "assistant_coded"}])
    assert "more" in unread(folder)


@pytest.mark.parametrize("record", [None, b"", b"[]", b'{"drafted": {}}'])
def test_without_a_record_of_the_draft_only_decisions_count(folder, record):
    """Nothing tells what was edited, so nothing is taken for read."""
    before = unread(folder)
    (folder / "draft.json").unlink()
    if record is not None:
        (folder / "draft.json").write_bytes(record)
    assert unread(folder) == before


def test_a_draft_moved_to_an_edited_text_is_as_unread_as_before(folder):
    """Moving spans reads nothing; the record of the draft moves along, so that a redraft knows its rows too."""
    before = unread(folder)
    edited = b"The bridge said nothing. " + TEXT.replace(b"the old bridge", b"the  old bridge")
    done = reanchor(folder, edited)
    assert done.written
    assert unread(folder) == before
    record = json.loads((folder / "draft.json").read_bytes())["drafted"]
    assert set(record["statements"]) == {row["id"] for row in rows(folder, "statements")}
