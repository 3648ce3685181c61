"""The real pages in a browser: every briefing of the seed on a phone, one of each kind by everybody's rules."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

UNSEEN = """() => [...document.querySelectorAll("main :is(figure svg, figure img, table)")].filter(node => {
  const box = node.getBoundingClientRect();
  return node.checkVisibility() ? box.width < 60 || box.height < 15 : !node.closest("details");
}).map(node => node.outerHTML.slice(0, 80))"""
ONE_OF_EACH = ("situation", "timeline", "quotes", "annex", "actor-blr", "issue-iss-deploy")


@pytest.fixture(scope="module")
def pages(seed_shelf) -> dict[str, Path]:
    """The pages of the seed by name."""
    project, said = seed_shelf
    assert said.returncode == 0, said.stderr
    return {page.stem: page for page in sorted(project.shelf.glob("*.html"))}


def test_no_page_scrolls_sideways_on_a_phone(open_page, pages):
    """Tables and figures scroll in boxes of their own; the page does not, and the policy refuses nothing of it."""
    assert len(pages) == 24
    view = open_page(pages["situation"], 390)
    for name, page in pages.items():
        view.goto(page.as_uri())
        assert view.evaluate("document.documentElement.scrollWidth") == 390, name
    assert view.complaints == []


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_the_number_of_a_sentence_stands_beside_its_words(open_page, pages, name):
    """In the margin, on the line on which they begin; the places that citations lead to take no room."""
    view = open_page(pages[name])
    for number, words in zip(
        view.locator("#sources .sentence-id").all(), view.locator("#sources .sentence > .verbatim").all(), strict=True
    ):
        left, right = number.bounding_box(), words.bounding_box()
        assert left["x"] + left["width"] <= right["x"]
        assert abs(left["y"] - right["y"]) < 12


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_every_kind_of_page_shows_its_figures_and_leads_to_its_sources_and_back(open_page, pages, width, scheme):
    """By day and night: figures and tables have their place, a clicked citation its row, the reader the way back."""
    view = open_page(pages["situation"], width, color_scheme=scheme, reduced_motion="reduce")
    for name in ONE_OF_EACH:
        view.goto(pages[name].as_uri())
        assert view.evaluate("document.documentElement.scrollWidth") == width, name
        assert view.evaluate(UNSEEN) == [], name
        link = view.locator("article a.cite").last
        link.scroll_into_view_if_needed()
        before = view.evaluate("scrollY")
        link.click()
        expect(view.locator(f"[id='{link.get_attribute('href').removeprefix('#')}']")).to_be_in_viewport()
        view.go_back()
        expect(link).to_be_in_viewport()
        assert abs(view.evaluate("scrollY") - before) < 5, name
    assert view.complaints == []


@pytest.mark.parametrize("options", [{}, {"width": 390, "color_scheme": "dark"}])
@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_no_serious_finding_of_axe(open_page, pages, name, options):
    """Nothing serious or critical, by day on a desk, by night on a phone."""
    from axe_playwright_python.sync_playwright import Axe

    view = open_page(pages[name], bypass_csp=True, **options)
    found = Axe().run(view).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")] == []


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_every_kind_of_page_shows_what_a_citation_rests_on(open_page, pages, name):
    """The first and the last citation: sentences of the source list, with coded words marked, inside the window."""
    view = open_page(pages[name], 390)
    links = view.locator("article a.cite")
    for link in (links.first, links.last):
        link.focus()
        box = view.locator("#citation")
        assert box.is_visible()
        assert box.locator(".sentence mark.cited").count() > 0
        assert {words.strip() for words in box.locator(".sentence-id").all_inner_texts()} <= set(
            view.locator("#sources .sentence-id").all_inner_texts()
        )
        edges = box.bounding_box()
        assert edges["x"] >= 0
        assert edges["x"] + edges["width"] <= 390
        view.keyboard.press("Escape")
        assert not box.is_visible()
