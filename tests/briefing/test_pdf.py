"""The PDF as a reader's software sees it: the real bytes, read by pypdf."""

import copy
import io
import os
import re
import subprocess
import sys

import pytest
from onrecord import design, glyphs
from onrecord.briefing import pdf
from onrecord.briefing.document import Document
from onrecord.briefing.page import render as render_page
from pypdf import PdfReader
from pypdf.generic import IndirectObject


def made(nb):
    """The PDF of a notebook, opened."""
    return PdfReader(io.BytesIO(pdf.render(Document.from_notebook(nb))))


def text(reader):
    """All text of all pages, without break points and line ends."""
    pages = "\n".join(page.extract_text() for page in reader.pages)
    return re.sub(r"\s+", " ", pages.replace(glyphs.ZERO_WIDTH_SPACE, ""))


def squeezed(words):
    """`words` without white space, ligatures undone, for text that lines may break anywhere."""
    import unicodedata

    return re.sub(r"[\s\u200b]+", "", unicodedata.normalize("NFKC", words))


def elements(reader):
    """Every structure element of the document."""
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop()
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict):
            if "/S" in node:
                yield node
            if "/K" in node:
                waiting.append(node["/K"])


@pytest.fixture(scope="module")
def reader(situation):
    """The usual briefing as a PDF."""
    return made(situation)


def test_it_is_tagged(reader):
    """The catalogue marks it as tagged and the structure holds headings, lists, tables, links and figures."""
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    kinds = {element["/S"] for element in elements(reader)}
    assert {
        "/H1",
        "/H2",
        "/H3",
        "/P",
        "/L",
        "/LI",
        "/Table",
        "/TH",
        "/TD",
        "/Link",
        "/Figure",
        "/Caption",
    } <= kinds


def test_it_declares_both_standards(reader):
    """The metadata claims PDF/UA-1 and PDF/A-2a; the compiler refuses to write the claim when it does not hold."""
    xmp = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert re.search(r"<pdfuaid:part>1<", xmp)
    assert re.search(r"<pdfaid:part>2<", xmp)
    assert re.search(r"<pdfaid:conformance>A<", xmp)


def test_it_has_language_title_author_and_date(reader):
    """What a library's catalogue asks for; the date is the as-of date, not the clock's."""
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "en"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata.title == "Situation: Russia sends more troops to Belarus"
    assert reader.metadata.author == "onrecord"
    assert reader.metadata["/CreationDate"].startswith("D:20230106000000")
    assert "UNMARKED" in reader.metadata["/Keywords"]


def test_every_figure_has_its_text_alternative(reader):
    """Two figures, each with the alt of the notebook."""
    alts = [element.get("/Alt") for element in elements(reader) if element["/S"] == "/Figure"]
    assert len(alts) == 2
    assert alts[0].startswith("Stance matrix: eleven positions")
    assert all(alts)


def test_column_heads_have_a_scope(reader):
    """A screen reader can tell which column a cell belongs to."""
    heads = [element for element in elements(reader) if element["/S"] == "/TH"]
    assert len(heads) == 12
    assert all("/Column" in str(head["/A"]) for head in heads)


def test_bookmarks_follow_the_headings(situation, reader):
    """Title first, then each h2 and h3 of the document."""

    def titles(outline):
        for item in outline:
            yield from titles(item) if isinstance(item, list) else [item.title]

    expected = [entry.text for entry in Document.from_notebook(situation).contents]
    assert list(titles(reader.outline)) == [reader.metadata.title, *expected]


def test_every_font_is_embedded(reader):
    """No font is left to the reader's machine."""
    names = set()
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            for inner in font.get_object().get("/DescendantFonts", [font]):
                descriptor = inner.get_object()["/FontDescriptor"].get_object()
                assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor)
                names.add(descriptor["/FontName"].split("+")[-1])
    assert {"LibertinusSerif-Regular", "DejaVuSans", "DejaVuSansMono"} <= names


def test_every_link_leads_to_a_place_in_the_document(situation, reader):
    """As many links as citations, each to a page of this document."""
    cited = Document.from_notebook(situation).tree.xpath("//a[@class='cite']")
    pages = {page.indirect_reference.idnum for page in reader.pages}
    named = reader.named_destinations
    links = [
        annotation.get_object()
        for page in reader.pages
        for annotation in page.get("/Annots", [])
        if annotation.get_object()["/Subtype"] == "/Link"
    ]
    assert len(links) >= len(cited) > 40
    for link in links:
        target = link.get("/Dest") or link["/A"]["/D"]
        target = named[target].dest_array if isinstance(target, str) else target
        assert target[0].idnum in pages


def test_no_page_is_nearly_empty(reader):
    """Every page carries text worth turning to."""
    assert min(len(page.extract_text()) for page in reader.pages) > 900


def test_every_page_has_its_running_lines(reader):
    """Case, marking, as-of date, the missing review with its counts, page x of y."""
    count = len(reader.pages)
    for number, page in enumerate(reader.pages, start=1):
        words = re.sub(r"\s+", " ", page.extract_text())
        assert "belarus-troops-2023" in words
        assert "UNMARKED" in words
        assert "as of 6 January 2023 (inferred)" in words
        assert "Not reviewed by a person: all 26 statements and 14 positions" in words
        assert f"page {number} of {count}" in words


def test_a_reviewed_case_has_no_such_footer(by_hand):
    """The line goes when a person has signed."""
    nb = by_hand.notebook(by_hand.cell(by_hand.shown(by_hand.banner(reviewed=True))))
    assert "Not reviewed" not in text(made(nb))


def test_text_of_figures_can_be_selected(reader):
    """Labels inside a chart are text, not outlines."""
    assert "narrator 9" in text(reader)


def test_the_same_document_gives_the_same_bytes(situation):
    """Twice in one process, from two documents."""
    first, second = (pdf.render(Document.from_notebook(situation)) for _ in range(2))
    assert first == second


def test_another_process_gives_the_same_bytes(situation, tmp_path):
    """Nothing depends on the order of a set or on the place of the fonts."""
    import hashlib
    import os
    import subprocess
    import sys

    import nbformat

    nbformat.write(situation, tmp_path / "situation.ipynb")
    script = (
        "import sys, hashlib, nbformat; from onrecord.briefing import page, pdf; "
        "from onrecord.briefing.document import Document; "
        "d = Document.from_notebook(nbformat.read(sys.argv[1], 4)); "
        "print(hashlib.sha256(pdf.render(d) + page.render(d).encode()).hexdigest())"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "situation.ipynb")]
    document = Document.from_notebook(situation)
    here = hashlib.sha256(pdf.render(document) + render_page(document).encode()).hexdigest()
    for seed in ("1", "2"):
        done = subprocess.run(
            command, capture_output=True, text=True, check=True, env=os.environ | {"PYTHONHASHSEED": seed}
        )
        assert done.stdout.strip() == here


@pytest.mark.skipif(sys.platform == "win32", reason="nothing says there whether a process still has a folder")
def test_fonts_leave_nothing_where_temporary_files_lie(tmp_path):
    """Of an export: its folder goes with the process; what a killed one left goes with the next."""
    code = "import os, sys\nfrom onrecord.briefing.pdf.fonts import bundled_fonts\nbundled_fonts()\n"
    for end, left in (("", 0), ("os.kill(os.getpid(), 9)", 1), ("", 0)):
        subprocess.run([sys.executable, "-c", code + end], env=os.environ | {"TMPDIR": str(tmp_path)})
        assert len(list(tmp_path.iterdir())) == left


def test_untrusted_text_stands_verbatim(by_hand, untrusted):
    """HTML, Typst, formulas, right-to-left, 3,000 letters: shown as text, in the words' own order of characters."""
    for words in untrusted:
        found = squeezed(text(made(by_hand.small(f"<p>{by_hand.escape(words)}</p>"))))
        expected = squeezed(by_hand.without_bidi(words))
        if words == "x" * 3000:  # it runs over a page's foot and the next one's head
            assert found.count("x") >= 3000
        elif re.search("[\u0590-\u06ff]", words):  # pypdf gives right-to-left lines in visual order
            assert sorted(expected) == sorted(c for c in found if "\u0590" <= c <= "\u06ff")
        else:
            assert expected in found


def test_cyrillic_is_intact(by_hand):
    """A name comes out as it went in."""
    assert "Лукашенко" in text(made(by_hand.small("<p>Лукашенко</p>")))


def test_untrusted_text_is_harmless_everywhere_else(by_hand):
    """In title, caption, alt, table and preformatted text too, Typst markup is text."""
    evil = '#panic("x") $x$ @ref *b* ] } "'
    parts = by_hand.escape(evil)
    rows = f"<thead><tr><th>{parts}</th></tr></thead><tbody><tr><td>{parts}</td></tr></tbody>"
    table = f"<table><caption>{parts}</caption>{rows}</table>"
    figure = by_hand.figure("evil", evil, evil, by_hand.counts_figure(), evil)
    reader = made(by_hand.small(table, figure, f"<pre>{parts}</pre><h2>{parts}</h2>", title=evil, marking=evil))
    assert squeezed(text(reader)).count(squeezed(evil)) >= 8
    assert reader.metadata.title == evil


def test_what_no_font_has_prints_as_its_code_point(by_hand):
    """In text and inside a figure: the build goes on."""
    svg = by_hand.counts_figure().replace("narrator 9", "中 9")
    reader = made(by_hand.small("<p>中文 \U0001f98a \ue000</p>", by_hand.figure("cjk", "中", "中", svg, "n")))
    words = text(reader)
    assert "[U+4E2D][U+6587] [U+1F98A] [U+E000]" in words
    assert "[U+4E2D] 9" in words


def test_every_character_that_counts_as_shown_can_be_set(by_hand):
    """Each character of the coverage, upright, italic and bold: a PDF/UA would refuse one that has no glyph."""
    import unicodedata

    lone = [c for c in map(chr, range(33, 0x2FFFF)) if c not in "<&" and not glyphs.is_missing(c)]
    bases = {"ARABIC": "\u0628", "HEBREW": "\u05d1", "NKO": "\u07ca", "LAO": "\u0e81"}
    chars = [
        bases.get(unicodedata.name(c, "").split(" ")[0], "a") + c if unicodedata.category(c)[0] == "M" else c
        for c in lone
    ]
    assert len(chars) > 5500
    every = " ".join(chars)
    assert len(glyphs.printable(every)) == len(every)
    reader = made(by_hand.small(f"<p>{every}</p><p><em>{every}</em></p><p><strong>{every}</strong></p>"))
    assert len(reader.pages) > 3


def test_a_wide_table_stays_on_the_page(by_hand):
    """Many columns of long words: every word is there, nothing is set beyond the paper's edge."""
    words = ["Interministerialkoordinierungsstelle", "Verteidigungsministerium", "x" * 60] * 4
    row = "".join(f"<td>{word}</td>" for word in words)
    head = "".join(f"<th>{word[:12]}</th>" for word in words)
    reader = made(by_hand.small(f"<table><thead><tr>{head}</tr></thead><tbody><tr>{row}</tr></tbody></table>"))
    rightmost = 0.0

    def watch(piece, _cm, tm, _font, _size):
        nonlocal rightmost
        if piece.strip():
            rightmost = max(rightmost, tm[4])

    reader.pages[0].extract_text(visitor_text=watch)
    assert squeezed(text(reader)).count("koordinierungsstelle"[:4]) >= 4
    assert 0 < rightmost < reader.pages[0].mediabox.width - 40


def test_a_table_longer_than_a_page_repeats_its_head(by_hand):
    """The head stands on each page that the table reaches."""
    rows = "".join(f"<tr><td>row {n}</td><td>{'words ' * 12}</td></tr>" for n in range(120))
    table = f"<table><thead><tr><th>Number</th><th>Saying</th></tr></thead><tbody>{rows}</tbody></table>"
    reader = made(by_hand.small(table))
    with_rows = [page for page in reader.pages if re.search(r"row \d+ ", page.extract_text())]
    assert len(with_rows) > 2
    assert all("Saying" in page.extract_text() for page in with_rows)


@pytest.mark.parametrize("fit", [min(pdf.FITS), max(pdf.FITS)])
def test_no_text_is_too_small_to_read(situation, monkeypatch, fit):
    """Nothing under 7.5 points at any fit, but what stands in a figure, which has a least size of its own."""
    monkeypatch.setattr(pdf, "FITS", (fit,))
    assert min(size for page in made(situation).pages for size in sizes(page)) >= design.FIGURE_MIN_PT
    plain = copy.deepcopy(situation)
    plain.cells = [cell for cell in plain.cells if "<figure" not in str(cell.get("outputs", ""))]
    assert min(size for page in made(plain).pages for size in sizes(page)) >= design.LEAST_PT


def sizes(page):
    """Sizes of the type on a page, in points."""
    found = set()

    def watch(piece, cm, tm, _font, size):
        if piece.strip():
            found.add(round(abs(size * tm[3] * cm[3]), 2))

    page.extract_text(visitor_text=watch)
    return found


def figure_of(by_hand, height, table=""):
    """A figure with a picture of this height in points."""
    svg = f'<svg width="400pt" height="{height}pt" viewBox="0 0 400 {height}"><rect width="9" height="9"/></svg>'
    return by_hand.figure("tall", "tall", "A tall figure", svg, "n = 1", table)


def test_text_runs_on_where_a_figure_does_not_fit(by_hand):
    """A figure that would leave half a page blank goes to the head of the next; in the tags it keeps its place."""
    before = [f"<p>{'before ' * 60}</p>"] * 5
    after = [f"<p>{'after ' * 60}</p>"] * 8
    reader = made(by_hand.small(*before, figure_of(by_hand, 450), *after))
    pages = [page.extract_text() for page in reader.pages]
    (at,) = [number for number, words in enumerate(pages) if "A tall figure" in words]
    assert "after" in pages[at - 1]
    kinds = [element["/S"] for element in elements(reader)]
    assert 5 <= kinds[: kinds.index("/Figure")].count("/P") < kinds.count("/P") - 8


def test_a_figure_that_moves_takes_its_table_along(by_hand):
    """The table follows its picture, and a later figure waits for both, though there is room for it before them."""
    rows = "".join(f"<tr><td>r{n}</td><td>{'word ' * 30}</td></tr>" for n in range(8))
    tables = [f"<table><caption>{name}</caption><tbody>{rows}</tbody></table>" for name in ("first", "second")]
    before, after = [f"<p>{'before ' * 60}</p>"] * 5, [f"<p>{'after ' * 60}</p>"] * 20
    figures = [figure_of(by_hand, 450, tables[0]), "<p>between</p>", figure_of(by_hand, 60, tables[1])]
    pages = made(by_hand.small(*before, *figures, *after)).pages
    words = " ".join(" ".join(from_the_top(page)) for page in pages)
    found = re.findall(r"(?:Data of )?Figure \d\.|after after|S04", words)
    order = [name for name in dict.fromkeys(found) if name.endswith(".")]
    assert order == ["Figure 1.", "Data of Figure 1.", "Figure 2.", "Data of Figure 2."]
    assert found.index("after after") < found.index("Figure 1.")  # it has moved


def test_no_figure_moves_into_the_sources(by_hand):
    """A sentence of the source list is not followed by a figure that belongs before it."""
    before = [f"<p>{'before ' * 60}</p>"] * 5
    cells = [by_hand.shown(part) for part in (by_hand.banner(), *before, figure_of(by_hand, 450))]
    cited = by_hand.shown(f"<p>{' '.join(by_hand.REPORTED)}</p>")
    nb = by_hand.notebook(*map(by_hand.cell, [*cells, cited, by_hand.shown(by_hand.sources())]))
    words = " ".join(" ".join(from_the_top(page)) for page in made(nb).pages)
    assert words.index("A tall figure") < words.index("Sources")


@pytest.mark.parametrize(("paragraphs", "height"), [(6, 200), (4, 320)])
def test_no_figure_stands_above_the_title(by_hand, paragraphs, height):
    """A figure that would leave a gap heads the second page, never the first, where the title stands: text fills it."""
    before, after = [f"<p>{'before ' * 60}</p>"] * paragraphs, [f"<p>{'after ' * 60}</p>"] * 12
    pages = made(by_hand.small(*before, figure_of(by_hand, height), *after)).pages
    words = [piece for piece in from_the_top(pages[0]) if not re.search("UNMARKED|as of|belarus-troops", piece)]
    assert words[0].startswith("Situation")
    assert sum(page.extract_text().count("A tall figure") for page in pages) == 1
    assert lowest(pages[0]) < 30 * 72 / 25.4


def lowest(page) -> float:
    """How many points over the lower edge the last line of a page's text stands, its running lines aside."""
    heights = []

    def seen(words, around, matrix, *_):
        if re.search("before|after|tall", words):
            heights.append(matrix[5] * around[3] + around[5])

    page.extract_text(visitor_text=seen)
    return min(heights)


def from_the_top(page):
    """The pieces of text of a page, the highest first."""
    found = []

    def seen(words, around, matrix, *_):
        if words.strip():
            found.append((matrix[5] * around[3] + around[5], words.strip()))

    page.extract_text(visitor_text=seen)
    return [words for _, words in sorted(found, key=lambda piece: -piece[0])]


def test_a_figure_that_fits_stays_in_its_place(by_hand):
    """No figure moves without need."""
    words = made(by_hand.small("<p>before</p>", figure_of(by_hand, 200), "<p>after</p>")).pages[0].extract_text()
    assert words.index("before") < words.index("A tall figure") < words.index("after")


def test_a_long_narrow_table_stands_in_two_halves(by_hand):
    """Two tables in the tags, each with its heads; every row is there once, left half before right half."""
    rows = "".join(f"<tr><td>R{n:02}</td><td>body</td><td>{n}</td></tr>" for n in range(16))
    head = "<thead><tr><th>Row</th><th>Part</th><th>Count</th></tr></thead>"
    reader = made(by_hand.small(f"<table><caption>Narrow</caption>{head}<tbody>{rows}</tbody></table>"))
    kinds = [element["/S"] for element in elements(reader)]
    assert (kinds.count("/Table"), kinds.count("/TH"), kinds.count("/TR")) == (2, 6, 18)
    assert re.findall(r"R\d\d", text(reader)) == [f"R{n:02}" for n in range(16)]


def test_a_short_section_has_its_heading_beside_it(by_hand):
    """Where its words are narrow enough for the label column; another stands over its text. Both are headings."""
    reader = made(by_hand.small("<h2>Gaps</h2><p>beside</p><h2>Interministerialkoordination</h2><p>below</p>"))
    at = {}

    def watch(piece, cm, tm, _font, _size):
        for word in ("Gaps", "beside", "Interministerialkoordination", "below"):
            if word in piece:
                at[word] = (tm[4] * cm[0] + cm[4], tm[5] * cm[3] + cm[5])

    reader.pages[0].extract_text(visitor_text=watch)
    assert at["Gaps"][1] == pytest.approx(at["beside"][1], abs=2)
    assert abs(at["Interministerialkoordination"][1] - at["below"][1]) > 10
    assert at["beside"][0] == pytest.approx(at["below"][0], abs=1)
    assert [e["/S"] for e in elements(reader)].count("/H2") == 4  # with the sources and the colophon


def test_a_link_out_of_the_document_shows_its_address(by_hand):
    """On paper too; one whose words are the address shows it once."""
    url = "https://example.org/a-report"
    nb = by_hand.small(
        f'<p><a href="{url}">a report</a>, <a href="{url}">{url}</a>, <a href="mailto:a@b.org">us</a></p>'
    )
    reader = made(nb)
    assert squeezed(f"a report ({url}), {url}, us (a@b.org)") in squeezed(text(reader))
    actions = [a.get_object()["/A"] for page in reader.pages for a in page.get("/Annots", []) if "/A" in a.get_object()]
    assert [a["/URI"] for a in actions if "/URI" in a] == [url, url, "mailto:a@b.org"]


def test_words_in_another_language_are_tagged(by_hand):
    """A screen reader changes its voice for them; quote marks stay the document's."""
    quoted = "<p><q class='verbatim' data-rows='st-06'>Привет</q></p>"
    reader = made(by_hand.small(quoted, article_language="ru-RU"))
    assert "ru" in {element.get("/Lang") for element in elements(reader)}
    assert "“Привет”" in text(reader)


def test_a_picture_of_dots_is_set(by_hand):
    """A PNG of an analyst's own reaches the PDF with its alt."""
    pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    reader = made(
        by_hand.small(f'<figure data-alt="one dot"><img src="data:image/png;base64,{pixel}" alt="one dot"></figure>')
    )
    assert [e.get("/Alt") for e in elements(reader) if e["/S"] == "/Figure"] == ["one dot"]


def rows_by_page(by_hand, lines, count, caption="Kept", before=""):
    """The numbers of a table's rows on each page that it reaches, so many lines from the head of the first."""
    rows = "".join(
        f"<tr><td>row{n:02}</td><td>body and more words</td><td>{'word ' * 9}</td></tr>" for n in range(count)
    )
    head = "<thead><tr><th>Row</th><th>Part</th><th>Words</th></tr></thead>"
    table = f"<table><caption>{caption}</caption>{head}<tbody>{rows}</tbody></table>"
    pages = made(by_hand.small(*["<p>line</p>"] * lines, before, table, "<p>after</p>")).pages
    found = [(re.findall(r"row(\d\d)", words), words) for words in (page.extract_text() for page in pages)]
    return [(rows, words) for rows, words in found if rows]


@pytest.mark.parametrize("lines", [18, 19, 33, 35])
def test_no_few_rows_of_a_table_stand_alone(by_hand, monkeypatch, lines):
    """Four at least on each page, wherever it starts, in their order under the head; caption and heading with them."""
    monkeypatch.setattr(pdf, "FITS", (1.0,))
    found = rows_by_page(by_hand, lines, 24, before="<h3>Heading</h3>")
    assert [row for rows, _ in found for row in rows] == [f"{n:02}" for n in range(24)]
    assert min(len(rows) for rows, _ in found) >= 4
    assert all("Part" in words for _, words in found)
    assert "Kept" in found[0][1]
    assert "Heading" in found[0][1]


@pytest.mark.parametrize("lines", [33, 34])
def test_a_short_table_stays_whole(by_hand, monkeypatch, lines):
    """Of seven rows none stands on another page than the others."""
    monkeypatch.setattr(pdf, "FITS", (1.0,))
    assert [len(rows) for rows, _ in rows_by_page(by_hand, lines, 7)] == [7]


def test_a_document_is_set_once_or_twice(by_hand, monkeypatch):
    """Whatever comes out: a figure that leaves a gap, a last page nearly empty, rows alone, or nothing to mend."""
    compiled = []

    class Counted:
        def compile(self, **how):
            compiled.append(how["sys_inputs"])
            return compiler.compile(**how)

        def query(self, *asked, **how):
            return compiler.query(*asked, **how)

    compiler = pdf._compiler()
    monkeypatch.setattr(pdf, "_compiler", lambda faces: Counted())
    before, rows = [f"<p>{'before ' * 60}</p>"] * 5, "<tr><td>a</td><td>words</td></tr>" * 30
    bodies = {
        "plain": ["<p>plain</p>"],
        "gap": [*before, figure_of(by_hand, 450), *before],
        "several": [*before, *[figure_of(by_hand, 400)] * 4, *before],
        "table": [*before, f"<table><tbody>{rows}</tbody></table>"],
    } | {f"paragraphs {count}": [f"<p>{'words ' * 60}</p>"] * count for count in range(8, 14)}
    times = {}
    for name, body in bodies.items():
        made(by_hand.small(*body))
        times[name] = len(compiled)
        compiled.clear()
    assert times["plain"] == 1
    assert times["gap"] == 2
    assert set(times.values()) == {1, 2}


def test_a_little_on_a_last_page_is_taken_back_or_filled():
    """A smaller type where it saves the page, else a larger one where that fills it, else none."""
    end = {"page": 2, "down": design.HEAD_MM + 10, "figures": [], "lone": []}
    assert pdf._mending(end)["fit"] < 1
    assert pdf._mending(end | {"down": pdf.FILLED_MM - 2})["fit"] > 1
    assert pdf._mending(end | {"down": pdf.FILLED_MM}) == {}
