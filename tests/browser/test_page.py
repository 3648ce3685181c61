"""The page in a browser: citations, keyboard, phone, dark, print, without scripts, for everybody."""

import pytest

LAST = "a.cite >> nth=8"


def shown(view):
    """The words of the citation's box, or None while it is hidden."""
    box = view.locator("#citation")
    return box.inner_text() if box.is_visible() else None


def test_nothing_is_asked_for_and_nothing_complained_of(open_page, situation_file):
    """One request: the file itself. No console message, so the policy refused nothing of ours."""
    view = open_page(situation_file)
    assert view.asked_for == [situation_file.as_uri()]
    assert view.complaints == []


@pytest.mark.parametrize("how", ["hover", "focus"])
def test_a_citation_shows_its_sentence_with_the_coded_words_marked(open_page, situation_file, how):
    """By mouse or by keyboard; the words marked are those of the rows cited, and a screen reader is told."""
    view = open_page(situation_file)
    link = view.locator("a.cite[data-rows='st-07']").first
    getattr(link, how)()
    assert shown(view).startswith("S04 The Belarusian defence ministry confirmed the arrival of the contingent")
    marked = view.locator("#citation mark").all_inner_texts()
    assert "President Alexander Lukashenko had visited a military base" in "".join(marked)
    assert "the arrival of the contingent" not in marked
    assert link.get_attribute("aria-describedby") == "citation"


def test_escape_closes_the_box(open_page, situation_file):
    """And the focus stays on the link."""
    view = open_page(situation_file)
    view.locator(LAST).focus()
    assert shown(view)
    view.keyboard.press("Escape")
    assert shown(view) is None
    assert view.evaluate("document.activeElement.className") == "cite"


def test_the_pointer_may_move_into_the_box(open_page, situation_file):
    """The words stay while they are pointed at, and go when the pointer leaves."""
    view = open_page(situation_file)
    view.locator(LAST).hover()
    view.locator("#citation").hover()
    view.wait_for_timeout(400)
    assert shown(view)
    view.mouse.move(5, 600)
    view.locator("#citation").wait_for(state="hidden")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_box_stays_inside_the_window(open_page, situation_file, width):
    """Wherever the citation stands."""
    view = open_page(situation_file, width)
    for number in (0, 5, 12, 20):
        view.locator("a.cite").nth(number).focus()
        box = view.locator("#citation").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


def test_a_citation_leads_to_its_row(open_page, situation_file):
    """A click goes to the source list."""
    view = open_page(situation_file)
    view.locator("a.cite[data-rows='st-07']").first.click()
    assert view.url.endswith("#st-07")
    assert view.locator("#st-07").is_visible()


def test_without_scripts_citations_are_plain_links(open_page, situation_file):
    """The page needs no script: links lead to their rows, the table of contents is open."""
    view = open_page(situation_file, java_script_enabled=False)
    view.locator("a.cite[data-rows='st-07']").first.click()
    assert view.url.endswith("#st-07")
    assert view.locator(".contents details[open]").count() == 1


def test_a_mark_of_a_figure_shows_its_sentence(open_page, situation_file):
    """Chart marks lead back to the words too."""
    view = open_page(situation_file)
    view.locator("figure svg a").first.hover()
    assert shown(view).startswith("S")


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_the_page_never_scrolls_sideways(open_page, situation_file, width):
    """Wide tables and figures scroll in boxes of their own."""
    view = open_page(situation_file, width)
    assert view.evaluate("document.documentElement.scrollWidth") <= width


def test_wide_things_can_be_scrolled_by_keyboard_on_a_phone(open_page, situation_file):
    """Each box that scrolls can be focused and has a name."""
    view = open_page(situation_file, 390)
    boxes = view.evaluate(
        """[...document.querySelectorAll("main *")]
           .filter(e => e.scrollWidth > e.clientWidth + 1 && ["auto", "scroll"].includes(getComputedStyle(e).overflowX))
           .map(e => [e.tabIndex, e.getAttribute("aria-label")])"""
    )
    assert len(boxes) >= 2
    assert all(index == 0 and label for index, label in boxes)


def test_rows_of_a_table_are_lists_on_a_phone(open_page, situation_file):
    """Each cell as wide as the page under its column's name, and still a cell of a table; on a desk a table."""
    phone, desk = open_page(situation_file, 390), open_page(situation_file, 1280)
    cell = ".stacks tbody td:not(:empty)"
    name = "e => getComputedStyle(e, '::before').content"
    for view in (phone, desk):
        assert view.locator(cell).count() > 20
    assert min(box["width"] for box in (one.bounding_box() for one in phone.locator(cell).all())) > 340
    assert phone.locator(cell).first.evaluate(name) == f'"{phone.locator(cell).first.get_attribute("data-label")}"'
    assert desk.locator(cell).first.evaluate(name) == "none"
    assert max(box["width"] for box in (one.bounding_box() for one in desk.locator(cell).all())) < 800
    heads = {head for head in phone.get_by_role("columnheader").all_inner_texts() if head}
    assert heads >= {"Voice", "Of 24"}


def test_the_contents_are_beside_the_text_or_folded(open_page, situation_file):
    """Open at the side where there is room, closed above the text on a phone."""
    wide, narrow = open_page(situation_file, 1280), open_page(situation_file, 390)
    assert wide.locator(".contents li").first.is_visible()
    assert wide.locator(".contents").bounding_box()["x"] < wide.locator("main").bounding_box()["x"] - 100
    assert not narrow.locator(".contents li").first.is_visible()
    narrow.locator(".contents summary").click()
    assert narrow.locator(".contents li").first.is_visible()


def test_the_first_tab_offers_to_skip_to_the_document(open_page, situation_file):
    """The skip link shows when it has the focus and moves there."""
    view = open_page(situation_file)
    view.keyboard.press("Tab")
    assert view.evaluate("document.activeElement.textContent") == "Skip to the document"
    view.keyboard.press("Enter")
    assert view.evaluate("document.activeElement.id") == "document"


def test_lines_are_of_readable_length(open_page, situation_file):
    """About 68 characters, never over 80."""
    view = open_page(situation_file)
    width = view.locator("article > p").first.evaluate(
        """p => {
            const probe = document.createElement("span");
            probe.textContent = "0";
            probe.style.position = "absolute";
            p.append(probe);
            return p.clientWidth / probe.getBoundingClientRect().width;
        }"""
    )
    assert 55 < width < 80


def test_dark_mode_is_dark_and_figures_keep_a_light_card(open_page, situation_file):
    """Ink on a figure is dark, so its card must not be."""
    view = open_page(situation_file, color_scheme="dark")
    lightness = "e => getComputedStyle(e).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((a, b) => a + +b, 0) / 3"
    assert view.locator("body").evaluate(lightness) < 40
    assert view.locator(".picture").first.evaluate(lightness) > 240


def test_print_leaves_out_what_paper_cannot_use(open_page, situation_file):
    """No contents, no bar; the marking is in the page boxes."""
    view = open_page(situation_file)
    view.emulate_media(media="print")
    assert not view.locator(".contents").is_visible()
    assert not view.locator(".running").is_visible()
    assert view.locator("#sources").is_visible()


def test_print_carries_marking_and_missing_review_on_every_page(open_page, situation_file):
    """The browser's own PDF of the page has them in its margins."""
    import io

    from pypdf import PdfReader

    view = open_page(situation_file)
    pages = PdfReader(io.BytesIO(view.pdf(prefer_css_page_size=True))).pages
    for page in pages:
        words = " ".join(page.extract_text().split())
        assert "belarus-troops-2023 · UNMARKED" in words
        assert "Not reviewed by a person: all 26" in words


@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark"}, {"width": 390}])
def test_no_serious_finding_of_axe(open_page, situation_file, options):
    """Accessibility rules of axe-core: nothing serious or critical, by day, by night, on a phone, a box open."""
    from axe_playwright_python.sync_playwright import Axe

    view = open_page(situation_file, bypass_csp=True, **options)
    view.locator(LAST).focus()
    found = Axe().run(view).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in ("serious", "critical")] == []


def test_untrusted_text_runs_nothing(open_page, by_hand, untrusted_file):
    """No dialog, no request, no error, whatever the text holds."""
    view = open_page(untrusted_file)
    view.wait_for_timeout(100)
    assert view.asked_for == [untrusted_file.as_uri()]
    assert view.complaints == []
    assert "<script>alert(1)</script>" in view.locator("main").inner_text()
    assert view.evaluate("document.documentElement.scrollWidth") <= 1280


@pytest.fixture
def untrusted_file(by_hand, tmp_path):
    """A page whose every part holds text that tries to be more."""
    from onrecord.briefing import page
    from onrecord.briefing.document import Document

    evil = "<script>alert(1)</script><img src=x onerror=alert(2)> \" ' > ]]> --> {{7*7}}"
    parts = by_hand.escape(evil)
    figure = by_hand.figure("evil", evil, evil, by_hand.counts_figure().replace("narrator 9", parts), evil)
    words = f"<p>{parts} {'x' * 3000} \u202eabc</p><table><tr><th>{parts}</th></tr></table>"
    nb = by_hand.small(words, figure, f"<h2>{parts}</h2>", f"<script>{evil}</script>", title=evil, marking=evil)
    file = tmp_path / "untrusted.html"
    file.write_text(page.render(Document.from_notebook(nb)), encoding="utf-8")
    return file
