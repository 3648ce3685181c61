"""Pictures of an analyst's own, from file, attachment or markup, as page and PDF show them."""

import base64
import io
import re

import pytest
from lxml import html
from nbformat.v4 import new_markdown_cell, new_output
from onrecord import design
from onrecord.briefing import page, pdf
from onrecord.briefing.document import Document
from onrecord.briefing.exporters import BriefingPage
from PIL import Image
from pypdf import PdfReader

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="urn:other" viewBox="0 0 100 40"><style>.red { fill: #c03030 }'
    '</style><i:own/><rect class="red" width="100" height="40"/><text x="5" y="20">drawn words</text></svg>'
)


def picture(kind="PNG", mode="RGB", size=(24, 8)) -> bytes:
    """A picture's bytes."""
    out = io.BytesIO()
    Image.new(mode, size, 99).save(out, kind)
    return out.getvalue()


@pytest.fixture
def place(tmp_path):
    """Where a notebook stands in its project, pictures beside it and one outside."""
    notebooks = tmp_path / "project" / "notebooks"
    (notebooks / "art").mkdir(parents=True)
    (tmp_path / "outside.png").write_bytes(picture())
    (notebooks / "logo.png").write_bytes(picture())
    (notebooks / "art" / "two words.jpg").write_bytes(picture("JPEG"))
    (notebooks / "drawn.svg").write_text(DRAWING, encoding="utf-8")
    (notebooks / "broken.png").write_bytes(picture(size=(200, 90))[:60])
    (notebooks / "words.png").write_text("no picture", encoding="utf-8")
    (notebooks / "linked.png").symlink_to(tmp_path / "outside.png")
    return notebooks / "own.ipynb"


@pytest.fixture
def own(by_hand, place):
    """The document of a Markdown cell, its notebook standing at `place`."""

    def made(text, attachments=None, at=place):
        cell = new_markdown_cell(text, attachments=attachments or {})
        nb = by_hand.notebook(by_hand.cell(by_hand.shown(by_hand.banner())), cell)
        return Document.from_notebook(nb, "notebooks/own.ipynb", at)

    return made


def images(document):
    """The pictures on the page: their text alternative and the kind of their data."""
    found = html.fromstring(page.render(document)).iterfind(".//main//img")
    return [(one.get("alt"), one.get("src").partition(";")[0]) for one in found]


def in_pdf(document):
    """The PDF, opened."""
    return PdfReader(io.BytesIO(pdf.render(document)))


def in_base64(data):
    """`data` as attachments and addresses hold it."""
    return base64.b64encode(data).decode()


@pytest.mark.parametrize(
    "text", ["![our logo](logo.png)", '<img src="./logo.png" alt="our logo">', "![our logo](attachment:pasted.png)"]
)
def test_a_picture_goes_in_as_data_with_its_words(own, text):
    """A file beside the notebook, and one pasted into the cell, alone or in a line."""
    document = own(f"Before {text} after", {"pasted.png": {"image/png": in_base64(picture())}})
    assert images(document) == [("our logo", "data:image/png")]
    reader = in_pdf(document)
    assert sum(len(sheet.images) for sheet in reader.pages) == 1
    assert "after" in reader.pages[0].extract_text()
    assert document.problems == []


@pytest.mark.parametrize(
    ("kind", "mode", "shown"),
    [
        ("PNG", "RGBA", "png"),
        ("PNG", "I;16", "png"),
        ("JPEG", "RGB", "jpeg"),
        ("JPEG", "CMYK", "png"),
        ("GIF", "P", "gif"),
        ("WEBP", "RGB", "webp"),
    ],
)
def test_every_kind_of_picture_is_shown(own, place, kind, mode, shown):
    """What its name says does not matter; colours that only paper knows are turned into those of a screen."""
    (place.parent / "any.png").write_bytes(picture(kind, mode))
    document = own("![one](any.png)")
    assert images(document) == [("one", f"data:image/{shown}")]
    assert sum(len(sheet.images) for sheet in in_pdf(document).pages) == 1


@pytest.mark.parametrize("source", ["drawn.svg", "data:image/svg+xml;base64," + in_base64(DRAWING.encode())])
def test_an_svg_is_drawn_and_keeps_its_style(own, source):
    """Its words can be read, its style sheet reaches the shapes, and what another program put in is no warning."""
    document = own(f"![a drawing]({source})")
    (drawing,) = html.fromstring(page.render(document)).iterfind(".//main//svg")
    assert (drawing.get("aria-label"), drawing.get("role"), drawing.get("width")) == ("a drawing", "img", "100")
    assert "#c03030" in drawing.find("rect").get("style")
    assert "drawn words" in in_pdf(document).pages[0].extract_text()
    assert document.problems == []


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("https://example.org/x.png", "fetches nothing"),
        ("//example.org/x.png", "fetches nothing"),
        ("file:///etc/hostname", "fetches nothing"),
        ("../../outside.png", "outside the project"),
        ("linked.png", "outside the project"),
        ("/etc/hostname", "outside the project"),
        ("gone.png", "no such file"),
        ("art", "no such file"),
        ("a%00b.png", "no such file"),
        ("broken.png", "broken or ends too early"),
        ("words.png", "no PNG, JPEG, GIF, WebP or SVG"),
        ("attachment:gone.png", "no attachment of that name"),
        ("data:image/png;base64,AAAA", "no PNG, JPEG, GIF, WebP or SVG"),
        ("data:image/png;base64,A", "broken"),
        ("data:image/svg+xml,%3Csvg%3E", "no sound SVG"),
        ("data:image/svg+xml,%3Chtml/%3E", "no picture"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_named_and_its_words_stay(own, source, why):
    """One warning with place, name, reason and remedy; the document is made, and nothing is fetched."""
    document = own(f"![its words]({source}) and more")
    (warning,) = map(str, document.problems)
    assert warning.startswith(f"W-OUTPUT notebooks/own.ipynb cell 2: the picture {source} was left out: ")
    assert why in warning
    assert "[its words] and more" in in_pdf(document).pages[0].extract_text()
    assert images(document) == []


def test_a_path_with_blanks_is_found(own):
    """JupyterLab writes them as %20."""
    assert images(own("![two](art/two%20words.jpg)")) == [("two", "data:image/jpeg")]


def test_a_drawing_can_load_nothing(own, place):
    """An entity, a script and a foreign address in an SVG do not reach the document."""
    evil = (
        '<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/hostname">]><svg xmlns="http://www.w3.org/2000/svg" width="9" '
        'height="9"><script>alert(1)</script><image href="https://example.org/x"/><text>&e;</text></svg>'
    )
    (place.parent / "evil.svg").write_text(evil, encoding="utf-8")
    document = own("![evil](evil.svg)")
    shown = page.render(document)
    assert "alert(1)" not in shown
    assert "example.org" not in shown
    assert {"<script>", "https://example.org/x"} <= set(
        re.findall(r"<script>|https://example.org/x", str(document.problems))
    )


def test_a_picture_without_words_takes_its_title_or_its_name_and_says_so(own):
    """PDF/UA wants words for every picture."""
    document = own('![](logo.png "Our logo") ![](logo.png)')
    assert [alt for alt, _ in images(document)] == ["Our logo", "logo.png"]
    assert ["'Our logo' stands in" in str(one) or "'logo.png' stands in" in str(one) for one in document.problems]
    assert len(document.problems) == 2


def test_without_a_folder_a_file_is_named(own):
    """A notebook that was never saved has no files beside it."""
    document = own("![logo](logo.png)", at=None)
    assert "the notebook's folder is not known" in str(document.problems[0])


def test_a_wide_or_tall_picture_is_scaled_to_the_column(own, place):
    """On paper no picture runs off the sheet, in a list neither."""
    (place.parent / "wide.png").write_bytes(picture(size=(5000, 100)))
    (place.parent / "tall.png").write_bytes(picture(size=(100, 5000)))
    document = own("![wide](wide.png)\n\n- in a list ![wide](wide.png)\n\n![tall](tall.png)")
    edge = (design.PAGE_WIDTH_MM - design.MARGIN_MM) * 72 / 25.4 + 0.5
    placed = [matrix for sheet in in_pdf(document).pages for matrix in _placed(sheet)]
    assert len(placed) == 3
    assert all(
        left + width <= edge and height <= design.FIGURE_HEIGHT_MM * 72 / 25.4 + 1 for left, width, height in placed
    )


def _placed(sheet):
    """Left edge, width and height of each picture of a page, in points."""
    found = []

    def visit(operator, operands, matrix, _):
        if operator == b"Do":
            found.append((matrix[4], abs(matrix[0]), abs(matrix[3])))

    sheet.extract_text(
        visitor_operand_before=lambda operator, operands, matrix, text: visit(operator, operands, matrix, text)
    )
    return found


def test_a_broken_picture_of_a_cell_is_named(by_hand):
    """The output of display() is held to the same."""
    broken = new_output(
        "display_data", data={"image/png": in_base64(picture(size=(99, 99)))[:80]}, metadata={"alt": "x"}
    )
    nb = by_hand.notebook(by_hand.cell(by_hand.shown(by_hand.banner())), by_hand.cell(broken))
    document = Document.from_notebook(nb)
    assert "cell 2: the picture data:image/png" in str(document.problems[0])
    assert document.tree.find(".//figure") is None


def test_the_export_menu_finds_the_pictures(by_hand, place):
    """JupyterLab hands the notebook's folder over; without it the file is not looked for."""
    cell = new_markdown_cell("![our logo](logo.png)")
    nb = by_hand.notebook(by_hand.cell(by_hand.shown(by_hand.banner())), cell)
    resources = {"metadata": {"name": "own", "path": str(place.parent)}}
    shown, _ = BriefingPage().from_notebook_node(nb, resources)
    assert 'alt="our logo"' in shown
    shown, _ = BriefingPage().from_notebook_node(nb)
    assert "[our logo]" in shown
