"""The shelf leads to every briefing and says what each case rests on."""

from __future__ import annotations

import copy

from lxml import html
from onrecord.briefing.shelf import render

ENTRY = {"briefing": "situation", "order": [1, 0], "title": "Situation brief", "coding_sha256": "c"}
FACTS = {
    "case": "one",
    "headline": "A headline",
    "publisher": "A paper",
    "as_of": "2023-01-06",
    "as_of_basis": "inferred",
    "coding_basis": {"assistant_coded": 40, "analyst_coded": 2},
    "unreviewed_rows": 40,
    "coding_sha256": "c",
    "files": {
        "annex.html": ENTRY | {"title": "Annex", "order": [4, 0]},
        "situation.html": ENTRY,
        "situation.pdf": ENTRY,
        "data/actors.csv": {"coding_sha256": "c"},
    },
}


def shelf(**facts) -> html.HtmlElement:
    """The page for one case."""
    return html.fromstring(render([("one", copy.deepcopy(FACTS) | facts)]))


def words(page: html.HtmlElement) -> str:
    return " ".join(page.text_content().split())


def test_it_says_what_a_case_rests_on():
    """Case, publisher, date with its basis, coding by basis, review."""
    text = words(shelf())
    for part in (
        "A paper",
        "2023-01-06 (date of publication inferred)",
        "40 rows assistant coded, 2 rows analyst coded",
    ):
        assert part in text
    assert "Not reviewed by a person: 40 rows" in text
    assert "reviewed by a person" in words(shelf(unreviewed_rows=0))
    assert "Not reviewed" not in words(shelf(unreviewed_rows=0))


def test_rows_that_were_signed_unread_are_said_on_the_shelf():
    """In red over the briefings, and among the facts; not where every row was read."""
    page = shelf(unreviewed_rows=0, unread="27 of 28 rows signed unread")
    (line,) = page.find_class("unreviewed")
    assert line.text == "Reviewed by a person: 27 of 28 rows signed unread."
    assert "reviewed by a person; 27 of 28 rows signed unread" in words(page)
    assert "unread" not in words(shelf(unreviewed_rows=0))


def test_every_document_is_linked_in_the_order_of_the_briefings():
    """One row a document, a link a format, each link named for itself."""
    page = shelf()
    assert [row.text_content() for row in page.findall(".//tbody//th")] == ["Situation brief", "Annex"]
    links = {link.get("href"): link.get("aria-label") for link in page.findall(".//tbody//a")}
    assert links == {
        "one/situation.html": "Situation brief, Page",
        "one/situation.pdf": "Situation brief, PDF",
        "one/annex.html": "Annex, Page",
    }


def test_a_document_of_an_earlier_coding_is_marked():
    """What a partial build left behind says so."""
    assert "made of an earlier coding" not in words(shelf())
    assert words(shelf(coding_sha256="d")).count("made of an earlier coding") == 2


def test_a_document_made_before_a_sign_off_is_marked_with_what_it_says():
    """The case is signed off; a page made before that still says that nobody has reviewed it, and the shelf so."""
    entry = ENTRY | {"article_yml_sha256": "y", "reviewed": True}
    files = {"situation.html": entry, "annex.html": entry | {"title": "Annex"}}
    signed = {"unreviewed_rows": 0, "article_yml_sha256": "y", "files": files}
    assert not shelf(**signed).find_class("old")
    files["annex.html"] |= {"article_yml_sha256": "x", "reviewed": False}
    (note,) = shelf(**signed).find_class("old")
    assert note.getparent().text == "Annex "
    assert note.text == "made before article.yml was last edited or signed off; it says: not reviewed by a person"


def test_tables_have_scopes_and_a_caption_and_nothing_is_fetched():
    """Accessible without a script; no address but of the files beside it."""
    page = shelf()
    assert {cell.get("scope") for cell in page.iter("th")} == {"col", "row"}
    assert page.findtext(".//caption") == "Briefings of one"
    assert not page.findall(".//script")
    assert not [link for link in page.iter("a", "link", "img") if "//" in (link.get("href") or link.get("src") or "")]


def test_a_headline_that_holds_markup_is_shown_as_text():
    """Words of a case are escaped, in text and in attributes."""
    hostile = '<script>alert(1)</script> " onclick="x'
    page = render([("one", copy.deepcopy(FACTS) | {"headline": hostile, "publisher": hostile})])
    assert "<script" not in page
    assert 'onclick="x' not in page.replace("&quot; onclick=&quot;x", "")
    assert hostile in html.fromstring(page).text_content()


def test_without_a_case_it_says_so():
    """An empty shelf is a page as well."""
    assert "No case has been built yet." in render([])
