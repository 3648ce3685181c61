"""What every page says of the review: nobody, somebody, or somebody who left rows unread."""

import datetime
import re
import shutil

import pytest
from lxml import html
from onrecord.coding.case import Case, open_case
from onrecord.coding.changing.creating import create_case
from onrecord.coding.changing.signing import sign_off
from onrecord.figures.drawing.beside import figure_note
from onrecord.prose.banner import banner
from onrecord.prose.coding_method import coding_method

from .conftest import ARTICLE, SEED, text_of

UNREAD = "215 of 215 rows signed unread"
DAY = datetime.date(2026, 11, 23)


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(SEED, tmp_path / SEED.name)


@pytest.fixture
def signed(folder) -> Case:
    """The seed, signed without a look at it."""
    sign_off(folder, "Ann Example", DAY, unread=True, today=DAY)
    return open_case(folder)


def test_rows_that_were_signed_unread_stand_in_the_banner(signed):
    """In red, beside the name of the person who signed, and for the running line."""
    shown = banner(signed, "Situation brief")._repr_html_()
    assert f'<strong class="unreviewed">{UNREAD}.</strong>' in shown
    assert f'data-unread="{UNREAD}"' in shown
    assert f"Signed by Ann Example on 23 November 2026. {UNREAD}." in text_of(shown)
    assert "Not reviewed" not in text_of(shown)


def test_figures_method_and_the_case_itself_say_so(signed):
    """Wherever a case is said to be reviewed."""
    assert figure_note(signed, "n = 1").endswith(f"; {UNREAD}.")
    assert f"Signed byAnn Example, 23 November 2026, {UNREAD}" in text_of(coding_method(signed))
    assert "signed by Ann Example; 215 rows signed unread" in signed._repr_html_()


def test_a_later_edit_brings_back_that_nobody_reviewed_it(signed):
    """The sign-off falls, and with it what it says of unread rows."""
    path = signed.folder / "issues.csv"
    path.write_bytes(path.read_bytes() + b"\n")
    shown = banner(open_case(signed.folder), "Situation brief")._repr_html_()
    assert "Not reviewed by a person. All 215 rows" in shown
    assert "unread" not in shown
    assert "unread" not in figure_note(open_case(signed.folder), "n = 1")


def test_a_case_whose_rows_were_all_read_says_nothing_of_unread_ones(folder):
    """Rows by a person need no review; the banner is as it was before rows were counted."""
    for path in [*folder.glob("*.csv"), folder / "article.yml"]:
        path.write_text(re.sub("assistant_coded", "analyst_coded", path.read_text(encoding="utf-8")), encoding="utf-8")
    sign_off(folder, "Ann Example", DAY, today=DAY)
    shown = banner(open_case(folder), "Situation brief")._repr_html_()
    assert "Reviewed by Ann Example on 23 November 2026." in text_of(shown)
    assert "unread" not in shown
    assert "unreviewed" not in shown


def lines(shown) -> list[str]:
    """The lines under the title."""
    tree = html.fromstring(shown._repr_html_())
    return [text_of(html.tostring(line, encoding="unicode")) for line in tree.find_class("about")]


def test_source_date_basis_and_review_stand_in_two_lines(case):
    """Whose article, as of when; how much it rests on, how that was coded, and that nobody reviewed it."""
    assert lines(banner(case, "Situation brief")) == [
        "From Al Jazeera (supplied with the article; the text does not name its publisher), as of 6 January 2023 "
        "(inferred; the text gives no date).",
        "One article, 24 statements, 14 attributed. Not reviewed by a person. All 215 rows of the coding were coded by "
        "an AI assistant.",
    ]


def test_the_mix_of_a_coding_is_said_where_it_is_one(folder):
    """Rows of two kinds are counted each, those that nobody read again in the flag."""
    path = folder / "statements.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("assistant_coded", "analyst_coded", 3), encoding="utf-8")
    _, basis = lines(banner(open_case(folder), "Situation brief"))
    assert "14 attributed; 212 rows coded by an AI assistant, 3 coded or reviewed by a person." in basis
    assert "212 of the 215 rows of the coding were coded by an AI assistant." in basis


@pytest.mark.parametrize("marking", ["", "RESTRICTED"])
def test_a_marking_stands_over_the_title_where_one_is_given(case, marking):
    """And nothing stands there where none is."""
    tree = html.fromstring(banner(case, "Situation brief", marking=marking)._repr_html_())
    assert [line.text for line in tree.find_class("marking")] == [marking] * bool(marking)
    assert tree.get("data-marking") == marking


def test_the_rating_and_the_analyst_are_said_where_there_are_any(folder):
    """Of an article that nobody rated, and a briefing that nobody signs, nothing is said."""
    plain = " ".join(lines(banner(open_case(folder), "Brief")))
    assert "Admiralty" not in plain
    assert "Analyst" not in plain
    path = folder / "article.yml"
    text = re.sub(r"(?m)^(reliability|credibility):.*\n", "", path.read_text(encoding="utf-8"))
    path.write_text(text + "\nreliability: B\ncredibility: 2\n", encoding="utf-8")
    source, basis = lines(banner(open_case(folder), "Brief", analyst="Ann Roe"))
    assert ", rated B2 on the Admiralty scale, as of" in source
    assert basis.endswith("Analyst: Ann Roe.")


def test_a_publisher_whom_nobody_has_named_is_said_to_be_so(uncoded, tmp_path):
    """And the document cites no such name as its source."""
    nameless = open_case(create_case(ARTICLE, "nameless", seeds=tmp_path).folder)
    assert "From a publisher whom nobody has named yet, as of" in lines(banner(nameless, "Brief"))[0]
    assert 'data-source=""' in banner(nameless, "Brief")._repr_html_()
    assert "From The Gazette" in lines(banner(uncoded, "Brief"))[0]
