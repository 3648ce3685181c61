"""PDF files: lines put together, what pages repeat left out, and files that hold no text."""

from __future__ import annotations

import io
import re

import pytest
from onrecord.drafting.reading.formats.registry import page_of
from onrecord.problems import ProblemsError

SENTENCE = (
    "Mayor Anna López said on the {} day that the administration of the well-known town will rebuild the dam with help "
    "from the state and its internationally responsible institutions."
)
DAYS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()  # noqa: SIM905
PARAGRAPHS = [SENTENCE.format(day) + " It rained" + " and rained" * k + "." for k, day in enumerate(DAYS)]
NARROW = """
#set page(width: 14cm, height: 16cm)
#set text(size: 10pt, hyphenate: true, lang: "en")
#set par(justify: true)
"""


def said(page) -> list[str]:
    """What was said of the file, without its name."""
    return [sentence.removeprefix("story.pdf: ") for sentence in page.said]


def test_columns_are_read_one_after_the_other_and_hyphens_at_line_ends_are_joined(made):
    """A hyphen within a line stays, and so does one that the text writes elsewhere."""
    page = page_of(made.pdf(NARROW + "#columns(2)[" + "\n\n".join(PARAGRAPHS) + "]"), "story.pdf")
    assert page.text.split("\n") == PARAGRAPHS
    assert [sentence for sentence in said(page) if re.fullmatch(r"joined words .* at the ends of lines: \d+", sentence)]


def test_what_pages_repeat_at_their_edges_is_left_out_and_said(made):
    """Headers, page numbers, and the footnotes with their marks."""
    around = (
        "#set page(header: [The Gazette], footer: context [Page #counter(page).display() of 9])\n"
        "#show footnote.entry: set text(size: 8pt)\n"
    )
    body = "\n\n".join(PARAGRAPHS).replace("institutions.", "institutions.#footnote[See the report.]", 2)
    page = page_of(made.pdf(NARROW + around + body), "story.pdf")
    assert page.text.split("\n") == PARAGRAPHS
    kinds = [re.sub(r"\d+", "N", sentence.split(" (")[0]) for sentence in said(page)]
    assert kinds[:2] == ["left out N page header or footer lines", "left out N footnote lines"]
    assert "The Gazette" in page.said[0]


def test_the_largest_words_of_the_first_page_are_the_headline(made):
    """On two lines as on one; the words below it that are larger than the text sum it up."""
    head = "#text(size: 20pt)[Dam breaks in the valley as the water rises]\n\n"
    head += "#text(size: 13pt)[Hundreds had to leave their old homes.]\n\n"
    page = page_of(made.pdf(NARROW + head + PARAGRAPHS[0], title="A template"), "story.pdf")
    assert page.headline == "Dam breaks in the valley as the water rises"
    assert page.standfirst == "Hundreds had to leave their old homes."
    assert page.text.split("\n") == [page.headline, page.standfirst, PARAGRAPHS[0]]


def test_the_files_title_is_the_headline_only_where_it_stands_in_the_text(made):
    """Whatever its size."""
    source = NARROW + "Dam breaks\n\n" + "\n\n".join(PARAGRAPHS[:2])
    assert page_of(made.pdf(source, title="Dam breaks"), "story.pdf").headline == "Dam breaks"
    assert page_of(made.pdf(source, title="Microsoft Word - story"), "story.pdf").headline == ""


def test_rows_of_a_table_are_left_out_and_said(made):
    """Short words with wide gaps between them."""
    table = "#table(columns: (4cm, 4cm), [Town], [Dead], [Upper valley], [3], [Lower valley], [5])"
    page = page_of(made.pdf(NARROW + PARAGRAPHS[0] + "\n" + table + "\n" + PARAGRAPHS[1]), "story.pdf")
    assert page.text.split("\n") == PARAGRAPHS[:2]
    assert said(page)[0] == "left out 3 rows of a table (“Town Dead Upper valley 3 Lower valley 5”)"


def test_a_scan_says_that_it_is_one(made, tmp_path):
    """A picture and no text."""
    import typst

    (tmp_path / "scan.png").write_bytes(made.png)
    (tmp_path / "scan.typ").write_text('#image("scan.png", width: 100%)', encoding="utf-8")
    with pytest.raises(ProblemsError, match=r"pictures of its pages and no text.*OCR"):
        page_of(typst.compile(tmp_path / "scan.typ"), "story.pdf")


@pytest.mark.parametrize(("password", "is_read"), [("", True), ("secret", False)])
def test_a_locked_file_is_read_where_it_asks_for_no_password(password, is_read, made):
    """Many are locked against printing alone."""
    from pypdf import PdfWriter

    writer, saved = PdfWriter(io.BytesIO(made.pdf(NARROW + PARAGRAPHS[0]))), io.BytesIO()
    writer.encrypt(password, "owner", algorithm="RC4-128")
    writer.write(saved)
    if is_read:
        assert page_of(saved.getvalue(), "story.pdf").text == PARAGRAPHS[0]
    else:
        with pytest.raises(ProblemsError, match="encrypted"):
            page_of(saved.getvalue(), "story.pdf")


def test_a_book_is_refused_by_its_pages(made):
    """Before any is read."""
    with pytest.raises(ProblemsError, match="201 pages"):
        page_of(made.pdf("#for k in range(201) [so #pagebreak(weak: true)]"), "story.pdf")


PAINTED = {"strokes": b"BT (so) Tj ET\n" * 200_000, "a string": b"BT (" + b"a" * 100_000 + b") Tj ET"}


@pytest.mark.parametrize("painted", PAINTED.values(), ids=PAINTED.keys())
def test_a_file_that_paints_without_end_is_refused(painted, made):
    """Some bytes that unpack to millions of strokes, or to a string that the library would take minutes for."""
    from pypdf import PdfWriter
    from pypdf.generic import DecodedStreamObject, NameObject

    writer, saved = PdfWriter(io.BytesIO(made.pdf("so"))), io.BytesIO()
    stream = DecodedStreamObject()
    stream.set_data(painted)
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    writer.write(saved)
    assert len(saved.getvalue()) < 30_000
    with pytest.raises(ProblemsError) as error:
        page_of(saved.getvalue(), "story.pdf")
    assert error.value.problems[0].code in ("E-DRAFT-LONG", "E-DRAFT-FORMAT")
