"""The page as a file: self-contained, safe, verbatim. How it behaves in a browser is tested in tests/browser."""

import base64
import hashlib
import re

import pytest
from lxml import html
from onrecord.briefing import page
from onrecord.briefing.document import Document


@pytest.fixture(scope="module")
def situation_page(situation):
    """The page of the usual briefing."""
    return page.render(Document.from_notebook(situation))


def test_the_page_asks_for_nothing(situation_page):
    """No element of the page loads another file."""
    tree = html.fromstring(situation_page)
    loads = tree.xpath("//@src | //link/@href | //@srcset | //@poster | //object/@data | //use/@href | //image/@href")
    assert [x for x in loads if not x.startswith(("data:", "#"))] == []
    assert re.findall(r"url\((?!#)|@import|@font-face", situation_page) == []


def test_only_our_script_may_run(situation_page):
    """The policy names the hash of the one script and allows nothing else."""
    policy = html.fromstring(situation_page).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    (script,) = re.findall(r"<script>(.*?)</script>", situation_page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert "default-src 'none'" in policy
    assert f"script-src 'sha256-{digest}'" in policy


def test_the_page_names_itself(situation_page):
    """Language, title, one h1, one main, a skip link that leads to it."""
    tree = html.fromstring(situation_page)
    assert tree.get("lang") == "en"
    assert tree.findtext("head/title") == "Situation: Russia sends more troops to Belarus – belarus-troops-2023"
    assert len(tree.xpath("//h1")) == len(tree.xpath("//main")) == 1
    assert tree.xpath("//a[@class='skip']/@href") == [f"#{tree.xpath('//main/@id')[0]}"]


def test_every_link_inside_the_page_has_its_target(situation_page):
    """Contents, citations and marks of figures lead somewhere."""
    tree = html.fromstring(situation_page)
    targets = set(tree.xpath("//@id"))
    links = [href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")]
    assert len(links) > 50
    assert [link for link in links if link not in targets] == []


def test_the_same_document_gives_the_same_page(situation, situation_page):
    """Byte for byte."""
    assert page.render(Document.from_notebook(situation)) == situation_page


def test_marking_and_missing_review_stand_at_the_top_and_in_print(situation_page):
    """The running lines are in the page's head and in the style sheet's print boxes."""
    head = html.fromstring(situation_page).xpath("//header[@class='running']")[0].text_content()
    assert "UNMARKED" in head
    assert "Not reviewed by a person" in head
    boxes = re.findall(r"content: (\"[^\"]*\")", situation_page)
    read = [re.sub(r"\\([0-9a-f]{6})", lambda m: chr(int(m[1], 16)), box) for box in boxes]
    assert '"belarus-troops-2023 · UNMARKED"' in read
    assert any(line.startswith('"Not reviewed by a person: all 26') for line in read)


def test_a_reviewed_case_says_nothing_of_a_missing_review(by_hand):
    """The line goes when a person has signed."""
    made = page.render(
        Document.from_notebook(by_hand.notebook(by_hand.cell(by_hand.shown(by_hand.banner(reviewed=True)))))
    )
    assert "Not reviewed" not in made


def test_rows_signed_unread_stand_in_the_running_lines(by_hand):
    """At the head on the screen, in the banner, and at the foot of every printed page."""
    said = "27 of 28 rows signed unread"
    banner = by_hand.banner(reviewed=True, unread=said).replace(
        "</header>", f'<p class="about"><strong class="unreviewed">{said}.</strong></p></header>'
    )
    made = page.render(Document.from_notebook(by_hand.notebook(by_hand.cell(by_hand.shown(banner)))))
    assert f'<span class="flag">{said}</span>' in made
    boxes = re.findall(r"content: (\"[^\"]*\")", made)
    assert f'"{said}."' in [re.sub(r"\\([0-9a-f]{6})", lambda m: chr(int(m[1], 16)), box) for box in boxes]
    assert "Not reviewed" not in made


def test_a_banner_cannot_break_out_of_the_head(by_hand):
    """A title that holds HTML or CSS stays a title."""
    evil = '</title><script>alert(1)</script>"}</style>'
    made = page.render(Document.from_notebook(by_hand.small(title=evil, marking=evil, case=evil)))
    assert "<script>alert" not in made
    assert made.count("</style>") == 1
    assert html.fromstring(made).findtext("head/title").startswith(evil)


def test_untrusted_text_stands_verbatim(by_hand, untrusted):
    """Markup of any kind in the text is text; long words have break points, bidi controls are visible."""
    for text in untrusted:
        made = page.render(Document.from_notebook(by_hand.small(f"<p class='probe'>{by_hand.escape(text)}</p>")))
        assert html.fromstring(made).xpath("//p[@class='probe']")[0].text_content() == by_hand.without_bidi(text)


def test_long_words_get_break_points(by_hand):
    """A word of 3,000 letters can be broken, a word of 40 is left whole."""
    made = page.render(Document.from_notebook(by_hand.small(f"<p>{'x' * 3000} {'y' * 40}</p>")))
    assert "y" * 40 in made
    assert "x" * 41 not in made
    assert "x<wbr>x" in made


def test_a_link_out_of_the_page_takes_nothing_with_it(by_hand):
    """No referrer, no handle on the page; a link inside the page is left alone."""
    made = page.render(
        Document.from_notebook(by_hand.small('<p><a href="https://example.org">x</a> <a href="HTTP://b.org">y</a></p>'))
    )
    out = html.fromstring(made).xpath("//article//a[not(starts-with(@href, '#'))]")
    assert [(link.get("rel"), link.get("class")) for link in out] == [("noreferrer noopener", "outside")] * 2
    assert 'rel="' not in re.sub(r"<a href=\"h[^>]*>", "", made, flags=re.IGNORECASE)


def cells_of(by_hand, table: str) -> list[tuple[str, str | None, str | None]]:
    """Words, column's name and role of each cell of the body of a table on a page."""
    made = html.fromstring(page.render(Document.from_notebook(by_hand.small(table))))
    return [(cell.text_content(), cell.get("data-label"), cell.get("role")) for cell in made.xpath("//tbody/tr/*")]


HEAD = "<thead><tr><th>Who</th><th></th><th>Said</th></tr></thead>"


def test_each_cell_of_a_table_has_its_column_s_name_for_a_phone(by_hand):
    """Whoever made the table; roles stay where a row stands as a list. An empty head names nothing."""
    body = "<tbody><tr><th>Ann</th><td>2</td><td>No.</td></tr></tbody>"
    assert cells_of(by_hand, f"<table>{HEAD}{body}</table>") == [
        ("Ann", "Who", "rowheader"),
        ("2", None, "cell"),
        ("No.", "Said", "cell"),
    ]


@pytest.mark.parametrize(
    "row",
    ['<td colspan="2">a</td><td>b</td>', '<td rowspan="2">a</td><td>b</td><td>c</td>', "<td>a</td><td>b</td>"],
)
def test_a_table_whose_columns_are_not_plain_stays_a_table(by_hand, row):
    """Cells over several columns or rows, and rows that lack some, cannot be named by the head."""
    table = f"<table>{HEAD}<tbody><tr>{row}</tr></tbody></table>"
    assert {(label, role) for _, label, role in cells_of(by_hand, table)} == {(None, None)}


def test_quote_marks_are_copied_with_the_words(by_hand):
    """They stand in the text, the inner ones within the outer, behind whatever the quotation ends with."""
    body = '<p class="probe"><q>He said <q>no</q></q> and <q>a <em>b</em></q>.</p>'
    made = html.fromstring(page.render(Document.from_notebook(by_hand.small(body))))
    assert made.find_class("probe")[0].text_content() == "“He said ‘no’” and “a b”."
