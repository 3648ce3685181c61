"""The index of all cases in a browser: it narrows by words and publisher, fits a phone, and works without a script."""

import pytest
from onrecord.briefing.shelf import render

PAPERS = ("The Gazette", "Al Jazeera", "<b>Daily</b>")


def case(number: int) -> tuple[str, dict]:
    entry = {"briefing": "situation", "order": [1, 0], "title": "Situation brief", "subject": ""}
    on = entry | {
        "briefing": "actor",
        "order": [5, 0],
        "title": f"Actor brief: Actor {number}",
        "subject": f"Actor {number}",
    }
    facts = {
        "case": f"case-{number}",
        "headline": f"Headline about {'dams' if number % 2 else 'ferries'} {number}",
        "publisher": PAPERS[number % 3],
        "as_of": f"2023-{1 + number % 5:02d}-06",
        "as_of_basis": "published",
        "coding_basis": {"assistant_coded": 40},
        "unreviewed_rows": 40,
        "files": {"situation.html": entry, "situation.pdf": entry, "actor-a.html": on},
    }
    return f"case-{number}", facts


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    """The index of thirty cases, as a file."""
    file = tmp_path_factory.mktemp("reports") / "index.html"
    file.write_text(render([case(number) for number in range(30)]), encoding="utf-8")
    return file


def test_words_and_publisher_narrow_the_list(open_page, index):
    """All words must stand in a case, names of actors among them; months without a case go; nothing is asked for."""
    view = open_page(index)
    shown, months = view.locator("article:visible"), view.locator("h2:visible")
    assert (shown.count(), months.count()) == (30, 5)
    view.get_by_label("Words").fill("DAMS actor")
    assert shown.count() == 15
    view.get_by_label("Publisher").select_option("<b>Daily</b>")
    assert shown.count() == 5
    assert view.locator("#found").inner_text() == "5 of 30 cases"
    view.get_by_label("Words").fill("actor 29")
    assert (shown.count(), months.count()) == (1, 1)
    view.get_by_label("Words").fill("")
    view.get_by_label("Publisher").select_option("all")
    assert shown.count() == 30
    assert (view.asked_for, view.complaints) == ([index.as_uri()], [])


def test_without_scripts_it_is_a_plain_list(open_page, index):
    """Every case is there, and no box that does nothing."""
    view = open_page(index, java_script_enabled=False)
    assert view.locator("article:visible").count() == 30
    assert not view.locator("#filter").is_visible()


@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark"}, {"width": 390}])
def test_no_serious_finding_of_axe_in_the_index(open_page, index, options):
    """By day, by night, on a phone, where it does not scroll sideways."""
    from axe_playwright_python.sync_playwright import Axe

    view = open_page(index, bypass_csp=True, **options)
    found = Axe().run(view).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")] == []
    assert view.evaluate("document.documentElement.scrollWidth") <= options.get("width", 1280)
