"""The documents that a reader gets: whole, cited, resolved, accessible."""

import copy
import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html
from pypdf import PdfReader

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "seeds/belarus-troops-2023/article.txt").read_text(encoding="utf-8")


def uncited(page) -> list[str]:
    """What is wrong with the citations of a page: sentences without one, citations that lead nowhere, lost words."""
    rows = {row.get("data-row") for row in page.xpath("//li[@data-row]")}
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
    assert sum(len(page.xpath("//span[contains(@class, 'claim')]")) for page in pages(built).values()) > 150


def test_a_citation_taken_out_is_noticed(built):
    """The test above can fail: a sentence without its citation, and a citation without its row."""
    page = pages(built)["situation"]
    robbed = copy.deepcopy(page)
    for link in robbed.xpath("(//span[contains(@class, 'claim')])[1]//a[contains(@class, 'cite')]"):
        link.getparent().remove(link)
    rowless = copy.deepcopy(page)
    row = rowless.xpath("//li[@data-row]")[0]
    row.getparent().remove(row)
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


def test_every_figure_of_every_pdf_has_a_text_alternative(readers):
    """None is left without words, and the briefings have the figures that they should."""
    alts = {n: [e.get("/Alt") for e in structure(r) if e["/S"] == "/Figure"] for n, r in readers.items()}
    assert all(all(found) for found in alts.values())
    assert {name: len(found) for name, found in alts.items() if found}.keys() == {"annex", "situation", "timeline"}


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
    assert {place: size for place, size in sizes.items() if size < 700} == {}


def test_no_word_of_a_page_is_lost_on_paper(built, lost_words):
    """Every word of every page stands in its PDF, inside the margins, as often as on the page."""
    documents = [path.with_suffix("") for path in sorted(built[0].glob("*.html"))]
    texts = {d.name: (d.with_suffix(".html").read_text("utf-8"), d.with_suffix(".pdf").read_bytes()) for d in documents}
    assert {name: lost for name, (page, pdf) in texts.items() if (lost := lost_words(page, pdf))} == {}


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
    assert len(captions(sheets["situation"], "Data of Figure")) == 3
