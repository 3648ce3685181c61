"""The documents that a reader gets: whole, cited, resolved, accessible."""

import copy
import hashlib
import io
import itertools
import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html
from pypdf import PdfReader, PdfWriter

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "seeds/belarus-troops-2023/article.txt").read_text(encoding="utf-8")


def uncited(page) -> list[str]:
    """What is wrong with the citations of a page: sentences without one, citations that lead nowhere, lost words."""
    rows = {row.get("data-row") for row in page.xpath("//*[@data-row]")}
    marks = {}
    for mark in page.xpath("//section[@id='sources']//mark[@data-rows]"):
        for row in mark.get("data-rows").split():
            marks[row] = marks.get(row, "") + mark.text_content()
    wrong = []
    for claim in page.xpath("//span[contains(@class, 'claim')]"):
        cited = {row for link in claim.xpath(".//a[contains(@class, 'cite')]") for row in link.get("data-rows").split()}
        wrong += [] if cited else [f"no citation: {claim.text_content()}"]
        wrong += [f"{row} leads nowhere" for row in cited - rows]
        wrong += [f"{row} has no words" for row in cited & rows if not marks.get(row)]
    for sentence in page.xpath("//section[@id='sources']//span[@class='verbatim']"):
        wrong += [] if sentence.text_content() in TEXT else [f"not in the article: {sentence.text_content()}"]
    return wrong


def pages(built) -> dict[str, html.HtmlElement]:
    """Every page by name."""
    return {path.stem: html.fromstring(path.read_text(encoding="utf-8")) for path in sorted(built[0].glob("*.html"))}


@pytest.fixture(scope="module")
def readers(built) -> dict[str, PdfReader]:
    """Every PDF by name."""
    return {path.stem: PdfReader(path) for path in sorted(built[0].glob("*.pdf"))}


@dataclass
class Sheet:
    """A page of a PDF as it is read: its text, and each piece of it with how far down it stands."""

    text: str
    pieces: list[tuple[str, float]]


def read(page) -> Sheet:
    """A page of pypdf, read once."""
    pieces: list[tuple[str, float]] = []

    def seen(piece, around, matrix, *_):
        pieces.append((piece, -(matrix[5] * around[3] + around[5])))

    return Sheet(page.extract_text(visitor_text=seen), pieces)


@pytest.fixture(scope="module")
def sheets(readers) -> dict[str, list[Sheet]]:
    """The pages of every PDF by name; reading them takes most of the time that these tests take."""
    return {name: [read(page) for page in reader.pages] for name, reader in readers.items()}


def test_all_briefings_of_the_seed_are_built_without_a_warning(built):
    """Twenty-four, each in two formats, and nothing but progress and a summary is said."""
    folder, said = built
    assert said.returncode == 0, said.stderr
    assert len(list(folder.glob("*.html"))) == len(list(folder.glob("*.pdf"))) == 24
    assert "0 warnings" in said.stdout + said.stderr
    lines = (said.stdout + said.stderr).strip().splitlines()
    assert [line for line in lines if not re.match(r"\[\d+/24\] |24 briefings", line)] == []


def test_every_sentence_is_cited_and_every_citation_resolves(built):
    """In every page, to a row whose words are marked in a sentence of the article."""
    found = {name: uncited(page) for name, page in pages(built).items()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}
    assert sum(len(page.xpath("//a[contains(@class, 'cite')]")) for page in pages(built).values()) > 300


def test_a_citation_taken_out_is_noticed(built):
    """The test above can fail: a sentence without its citation, and a citation without its row."""
    page = pages(built)["situation"]
    robbed = copy.deepcopy(page)
    for link in robbed.xpath("(//span[contains(@class, 'claim')])[1]//a[contains(@class, 'cite')]"):
        link.getparent().remove(link)
    rowless = copy.deepcopy(page)
    rowless.xpath("//section[@id='sources']//*[@data-row]")[0].drop_tag()
    assert uncited(page) == []
    assert uncited(robbed)
    assert uncited(rowless)


def test_every_page_says_that_no_person_has_reviewed_it(built, sheets):
    """Banner and running line, in both formats, with the count."""
    line = "Not reviewed by a person. All 215 rows of the coding were coded by an AI assistant."
    for name, page in pages(built).items():
        assert line in page.text_content(), name
    assert len(sheets) == 24
    for name, read in sheets.items():
        assert all(line in " ".join(sheet.text.split()) for sheet in read), name


def test_the_manifest_names_every_file_with_its_hash(built):
    """And what it was made of."""
    folder = built[0]
    files = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    for path in [*folder.glob("*.html"), *folder.glob("*.pdf")]:
        assert files[path.name]["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()


def structure(reader):
    """Every structure element of a PDF."""
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop()
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            if "/S" in node:
                yield node
            waiting += [node["/K"]] if "/K" in node else []


def test_every_pdf_is_tagged_with_language_title_and_bookmarks(readers):
    """What a screen reader and a library's catalogue ask for."""
    for name, reader in readers.items():
        root = reader.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"], name
        assert root["/Lang"] == "en", name
        assert reader.metadata.title, name
        assert reader.outline, name


def test_an_independent_checker_finds_no_fault_in_any_pdf(built, pdf_faults):
    """By all its rules of PDF/UA-1 and PDF/A-2a; and every page is painted in the order in which it is read aloud."""
    found = {path.stem: pdf_faults(path.read_bytes()) for path in sorted(built[0].glob("*.pdf"))}
    assert {name: faults for name, faults in found.items() if faults} == {}
    assert len(found) == 24


def test_the_checker_can_find_a_fault(built, pdf_faults):
    """The test above can fail: of a file without its language, a cut one, one whose pieces changed places."""
    pdf = (built[0] / "timeline.pdf").read_bytes()
    assert any("LANG" in fault for fault in pdf_faults(pdf.replace(b"/Lang(en)", b"/Xxxx(en)")))
    assert any("LENGTH" in fault for fault in pdf_faults(pdf.replace(b"/Length 13/", b"/Length 12/")))
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    tree = writer.root_object["/StructTreeRoot"]["/K"]
    (document,) = tree if isinstance(tree, list) else [tree]
    document.get_object()["/K"].reverse()
    swapped = io.BytesIO()
    writer.write(swapped)
    assert "page 1 is painted in another order than tagged" in pdf_faults(swapped.getvalue())


def test_every_figure_of_every_pdf_has_a_text_alternative(readers):
    """None is left without words, and the briefings have the figures that they should."""
    alts = {n: [e.get("/Alt") for e in structure(r) if e["/S"] == "/Figure"] for n, r in readers.items()}
    assert all(all(found) for found in alts.values())
    assert {name: len(found) for name, found in alts.items() if found}.keys() == {"annex"}


def test_every_font_of_every_pdf_is_embedded(readers):
    """No font is left to the reader's machine."""
    for name, reader in readers.items():
        for page in reader.pages:
            for font in page["/Resources"]["/Font"].values():
                for inner in font.get_object().get("/DescendantFonts", [font]):
                    descriptor = inner.get_object()["/FontDescriptor"].get_object()
                    assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor), name


def test_every_link_of_every_pdf_leads_to_a_page_of_it(readers):
    """Citations lead to the source list."""
    for name, reader in readers.items():
        sheets = {page.indirect_reference.idnum for page in reader.pages}
        links = [a.get_object() for page in reader.pages for a in page.get("/Annots", [])]
        assert links, name
        for link in links:
            if "/URI" in link.get("/A", {}):
                continue
            target = link.get("/Dest") or link["/A"]["/D"]
            target = reader.named_destinations[target].dest_array if isinstance(target, str) else target
            assert target[0].idnum in sheets, name


def test_no_page_of_any_pdf_is_nearly_empty(sheets):
    """A page that is turned to carries something."""
    sizes = {(name, number): len(sheet.text) for name, read in sheets.items() for number, sheet in enumerate(read, 1)}
    assert {place: size for place, size in sizes.items() if size < 900} == {}


def test_no_word_of_a_page_is_lost_on_paper(built, lost_words):
    """Every word of every page stands in its PDF, inside the margins, as often as on the page."""
    documents = [path.with_suffix("") for path in sorted(built[0].glob("*.html"))]
    texts = {d.name: (d.with_suffix(".html").read_text("utf-8"), d.with_suffix(".pdf").read_bytes()) for d in documents}
    assert {name: lost for name, (page, pdf) in texts.items() if (lost := lost_words(page, pdf))} == {}


SHORT = ("actor-", "issue-", "timeline")  # what is read on one page, and its sources


def test_what_is_to_be_read_on_one_page_is(readers):
    """Two sheets at most, and nothing but sources and colophon on the second."""
    found = {name: reader for name, reader in readers.items() if name.startswith(SHORT)}
    assert len(found) == 8 + 12 + 1
    for name, reader in found.items():
        sheets = [page.extract_text().splitlines() for page in reader.pages]
        assert len(sheets) <= 2, name
        (at,) = [number for number, lines in enumerate(sheets) if any(line.startswith("Sources") for line in lines)]
        running = ("as of", "belarus-troops-2023", "Not reviewed", "page ")
        first = next(line for line in sheets[at] if line.strip() and not line.startswith(running))
        assert at == 0 or first.startswith("Sources"), name


def headings_without_words(page) -> list[str]:
    """Headings that another of their level or above follows at once, or nothing."""
    blocks = page.xpath("//main/article/*")
    ends = [
        (one.tag, after.tag if after is not None else "h1")
        for one, after in zip(blocks, [*blocks[1:], None], strict=True)
    ]
    levels = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "section": 2}
    return [one for one, after in ends if one in ("h2", "h3", "h4") and levels.get(after, 9) <= levels[one]]


def test_nothing_is_printed_that_is_empty(built):
    """No note of what is absent, no heading over nothing."""
    for name, page in pages(built).items():
        assert not page.find_class("absent"), name
        assert headings_without_words(page) == [], name
    empty = ("Nothing else", "Nobody attributes", "No position is coded", "no coded event", "No statement is coded as")
    told = {name: page.text_content() for name, page in pages(built).items() if name.startswith(SHORT)}
    assert {name: line for name, words in told.items() for line in empty if line in words} == {}


def openings(page) -> list[list[str]]:
    """The first words of the sentences of each paragraph and list."""
    blocks = [*page.xpath("//article//p[span[@class='claim']]"), *page.xpath("//article//ul[li/span[@class='claim']]")]
    return [
        [" ".join(one.text_content().split()[:3]) for one in block.iter("span") if one.get("class") == "claim"]
        for block in blocks
    ]


def test_no_sentence_opens_like_the_one_before_it(built):
    """In the briefs on actors and issues, the timeline and the quote sheet."""
    for name, page in pages(built).items():
        if name.startswith((*SHORT, "quotes")):
            runs = [
                (one, after) for block in openings(page) for one, after in itertools.pairwise(block) if one == after
            ]
            assert runs == [], name


def captions(read: list[Sheet], words: str) -> dict[str, tuple[int, float]]:
    """Where each caption that opens with `words` and a number stands: page, and how far down."""
    return {
        number: (page, down)
        for page, sheet in enumerate(read)
        for piece, down in sheet.pieces
        for number in re.findall(rf"^{words} (\d+)\.", piece.strip())
    }


def test_figures_stand_in_their_order_and_each_before_its_data(readers, sheets):
    """On every page of every PDF; a table of data is headed with the number of its figure."""
    for name, read in sheets.items():
        figures, data = captions(read, "Figure"), captions(read, "Data of Figure")
        assert len(figures) == len([e for e in structure(readers[name]) if e["/S"] == "/Figure"]), name
        order = [(figures[n], data.get(n, figures[n])) for n in sorted(figures, key=int)]
        flat = [place for pair in order for place in pair]
        assert flat == sorted(flat), name
    assert len(captions(sheets["annex"], "Data of Figure")) >= 3


def before_sources(reader) -> tuple[int, str]:
    """On how many sheets a PDF stands before its sources, and its words there between head and foot."""
    told = []
    for number, page in enumerate(reader.pages, 1):
        lines = page.extract_text().splitlines()
        at = next((at for at, line in enumerate(lines) if line.startswith("Sources")), None)
        running = ("as of", "belarus-troops-2023", "Not reviewed", "page ")
        own = [line for line in lines[:at] if line.strip() and not line.startswith(running)]
        told += own
        if at is not None:
            return number if own else number - 1, " ".join(told)
    raise AssertionError("no sources")


def test_a_minister_reads_the_situation_brief_in_three_minutes(built, readers):
    """Two sheets before the sources, three in all, no more than 900 words on either; nothing folded away counts."""
    sheets, words = before_sources(readers["situation"])
    assert sheets <= 2
    assert len(readers["situation"].pages) <= 3
    assert 500 < len(words.split()) <= 900
    (article,) = pages(built)["situation"].xpath("//article")
    for aside in article.xpath(".//details | .//section"):
        aside.drop_tree()
    for block in article.iter("td", "th", "p", "li", "h1", "h2", "caption", "br"):
        block.tail = f" {block.tail or ''}"
    assert 500 < len(article.text_content().split()) <= 900


def test_each_mark_of_the_matrix_leads_to_its_sentence_on_page_and_paper(built, readers):
    """As real links, in both."""
    marks = pages(built)["situation"].xpath("//td//a[contains(@class, 'stance')]")
    assert len(marks) == 12
    places = [spot.get_object() for page in readers["situation"].pages[:2] for spot in page.get("/Annots", [])]
    linked = [one for one in places if one["/Subtype"] == "/Link"]
    outside = "not(ancestor::section or ancestor::details)"
    cited = pages(built)["situation"].xpath(f"//article//a[starts-with(@href, '#')][{outside}]")
    assert len(linked) >= len(cited)
