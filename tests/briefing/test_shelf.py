"""The shelf leads to every briefing and says what each case rests on."""

from __future__ import annotations

import base64
import copy
import hashlib
import json
import re

from lxml import html
from onrecord.briefing import manifest
from onrecord.briefing.shelf import render, write_shelf

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
        "A paper · 6 January 2023 (date of publication inferred) · case one",
        "40 rows coded by an AI assistant, 2 rows coded or reviewed by a person",
        "Not reviewed by a person: 40 rows",
    ):
        assert part in text
    assert "Not reviewed" not in words(shelf(unreviewed_rows=0))


def test_rows_that_were_signed_unread_are_said_on_the_shelf():
    """In red over the briefings; not where every row was read."""
    page = shelf(unreviewed_rows=0, unread="27 of 28 rows signed unread")
    (line,) = page.find_class("unreviewed")
    assert line.text == "Signed by a person: 27 of 28 rows signed unread."
    assert "unread" not in words(shelf(unreviewed_rows=0))


def links(page: html.HtmlElement) -> dict[str, str]:
    """Address -> name of each link to a document."""
    return {link.get("href"): link.get("aria-label") or link.text for link in page.iterfind(".//li/a")}


def test_every_document_is_linked_in_the_order_of_the_briefings():
    """An item a document; its words lead to the page, the name of each other format to that."""
    page = shelf()
    assert [item.text_content() for item in page.iter("li")] == ["Situation brief PDF", "Annex"]
    assert links(page) == {
        "one/situation.html": "Situation brief",
        "one/situation.pdf": "Situation brief, PDF",
        "one/annex.html": "Annex",
    }


def on(kind: str, subject: str, order: list[int]) -> dict:
    return ENTRY | {"briefing": kind, "title": f"{kind} brief: {subject}", "subject": subject, "order": order}


def test_briefings_on_actors_and_issues_are_lists_of_their_own():
    """Under their kind, by the name alone; what is on the whole article stands before them, wherever it comes."""
    files = FACTS["files"] | {
        "actor-b.pdf": on("Actor", "Belarus", [5, 1]),
        "actor-a.html": on("Actor", "Austria", [5, 0]),
        "issue-x.html": on("Issue", "“It rains”", [6, 0]),
        "own.html": ENTRY | {"title": "My own", "order": [9, 0]},
    }
    page = shelf(files=files)
    assert [item.text_content() for item in page.find_class("whole")[0]] == ["Situation brief PDF", "Annex", "My own"]
    lists = {one.findtext("summary"): [item.text_content() for item in one.iter("li")] for one in page.iter("details")}
    assert lists == {"Actor briefs (2)": ["Austria", "Belarus"], "Issue briefs (1)": ["“It rains”"]}
    assert links(page)["one/actor-b.pdf"] == "Belarus"


def many(number: int) -> list[tuple[str, dict]]:
    """Cases of four papers, over months, in no order."""
    dates = ["2023-03-02", "2022-12-31", "2023-03-01", "2023-01-06"]
    return [
        (
            f"case-{n}",
            copy.deepcopy(FACTS) | {"case": f"case-{n}", "publisher": f"Paper {n % 3}", "as_of": dates[n % 4]},
        )
        for n in range(number)
    ]


def test_cases_stand_by_month_the_newest_first_then_by_publisher():
    """Each once; lists are closed where there are many, open where there are few."""
    files = {"actor-a.html": on("Actor", "Austria", [5, 0])}
    cases = [(folder, facts | {"files": files}) for folder, facts in many(12)]
    page = html.fromstring(render(cases))
    assert [heading.text for heading in page.iter("h2")] == ["March 2023", "January 2023", "December 2022"]
    march = page.find(".//section")
    dates = [re.search(r"· (\d+ March)", line.text_content())[1] for line in march.find_class("about")]
    assert dates == ["2 March"] * 3 + ["1 March"] * 3
    papers = [one.get("data-publisher") for one in march.iter("article")]
    assert papers == ["Paper 0", "Paper 1", "Paper 2"] * 2
    assert len(page.findall(".//article")) == 12
    assert not page.findall(".//details[@open]")
    assert html.fromstring(render(cases[:3])).findall(".//details[@open]")


def test_the_order_of_the_folders_changes_no_byte():
    """Same cases, same page."""
    assert render(many(9)) == render(many(9)[::-1])


def test_each_manifest_is_read_once_and_nothing_else(tmp_path, monkeypatch):
    """What it takes to write the shelf grows with the cases, not with their square."""
    for folder, facts in many(7):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "manifest.json").write_text(json.dumps(facts), encoding="utf-8")
    read: list[str] = []
    told = manifest.read
    monkeypatch.setattr(manifest, "read", lambda folder: read.append(folder.name) or told(folder))
    write_shelf(tmp_path)
    assert sorted(read) == [f"case-{n}" for n in range(7)]


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
    assert note.getparent().findtext("a") == "Annex"
    assert note.text == "made before article.yml was last edited or signed off; it says: not reviewed by a person"


def test_nothing_is_fetched_and_only_its_own_script_may_run():
    """No address but of the files beside it; the policy names the script by its hash; without it the list is whole."""
    page = shelf()
    assert not [link for link in page.iter("a", "link", "img") if "//" in (link.get("href") or link.get("src") or "")]
    (script,) = page.iter("script")
    digest = base64.b64encode(hashlib.sha256(script.text.encode()).digest()).decode()
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'" in policy
    assert page.get_element_by_id("filter").get("hidden") is not None


def test_a_headline_that_holds_markup_is_shown_as_text():
    """Words of a case are escaped, in text and in attributes."""
    hostile = '<script>alert(1)</script> " onclick="x'
    page = render([("one", copy.deepcopy(FACTS) | {"headline": hostile, "publisher": hostile})])
    assert page.count("<script") == 1
    assert 'onclick="x' not in page.replace("&quot; onclick=&quot;x", "")
    assert hostile in html.fromstring(page).text_content()


def test_without_a_case_it_says_so():
    """An empty shelf is a page as well."""
    assert "No case has been built yet." in render([])
