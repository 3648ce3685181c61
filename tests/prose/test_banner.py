"""What every page says of the review: nobody, somebody, or somebody who left rows unread."""

import datetime
import re
import shutil

import pytest
from onrecord.coding.case import Case, open_case
from onrecord.coding.changing.signing import sign_off
from onrecord.figures.drawing.beside import figure_note
from onrecord.prose.banner import banner
from onrecord.prose.coding_method import coding_method

from .conftest import SEED, text_of

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
    assert f'<p class="unreviewed">{UNREAD}.</p>' in shown
    assert f'data-unread="{UNREAD}"' in shown
    assert f"Reviewedby Ann Example on 23 November 2026; {UNREAD}" in text_of(shown)
    assert "Not reviewed" not in text_of(shown)


def test_figures_method_and_the_case_itself_say_so(signed):
    """Wherever a case is said to be reviewed."""
    assert figure_note(signed, "n = 1").endswith(f"; {UNREAD}.")
    assert f"Reviewed byAnn Example, 23 November 2026, {UNREAD}" in text_of(coding_method(signed))
    assert "reviewed by Ann Example; 215 rows signed unread" in signed._repr_html_()


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
    assert "Reviewedby Ann Example on 23 November 2026" in text_of(shown)
    assert "unread" not in shown
    assert "unreviewed" not in shown
