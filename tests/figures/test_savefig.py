"""A figure is saved as it stands on the page."""

from __future__ import annotations

import os

import pytest
from onrecord.figures.drawing.figure import Figure
from onrecord.figures.drawing.style import WIDTH
from onrecord.problems import ProblemsError
from PIL import Image
from pypdf import PdfReader

from .conftest import draw


@pytest.fixture
def voices(case) -> Figure:
    """A figure of one panel, drawn for this test: saving takes its links away."""
    return draw("voices", case)


def test_an_svg_is_that_of_the_page(voices, tmp_path):
    """The same bytes, by the ending of the name."""
    assert voices.savefig(tmp_path / "v.svg") == [tmp_path / "v.svg"]
    assert (tmp_path / "v.svg").read_text(encoding="utf-8") == voices.svg


def test_a_png_is_as_wide_as_print_at_its_dots(voices, tmp_path):
    """On white paper, so that it reads on any ground."""
    voices.savefig(str(tmp_path / "v.PNG"), dpi=144)
    image = Image.open(tmp_path / "v.PNG")
    assert image.width == pytest.approx(WIDTH * 2, abs=1)
    assert image.convert("RGB").getpixel((0, image.height - 1)) == (255, 255, 255)


def test_a_pdf_holds_text_and_no_link_that_leads_nowhere(voices, tmp_path):
    """Its words can be searched; the rows that marks lead to stand on the page only."""
    voices.savefig(tmp_path / "v.pdf")
    (page,) = PdfReader(tmp_path / "v.pdf").pages
    assert "Belarusian defence ministry" in page.extract_text()
    assert "/Annots" not in page or not page["/Annots"]
    assert float(page.mediabox.width) == pytest.approx(WIDTH, abs=0.1)


@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_saving_twice_gives_the_same_bytes(case, tmp_path, ending):
    """No date, no random id."""
    first, second = (draw("ribbon", case).savefig(tmp_path / f"{n}.{ending}", dpi=72)[0] for n in (1, 2))
    assert first.read_bytes() == second.read_bytes()


def test_several_panels_are_pages_or_numbered_files(cases, tmp_path):
    """A figure over several panels is saved whole."""
    figure = draw("stance_matrix", cases["many"])
    number = len(figure.panels)
    assert number > 1
    names = [path.name for path in figure.savefig(tmp_path / "m.svg")]
    assert names == ["m.svg", *(f"m-{n}.svg" for n in range(2, number + 1))]
    figure.savefig(tmp_path / "m.pdf")
    assert len(PdfReader(tmp_path / "m.pdf").pages) == number


def test_saving_does_not_change_the_page(voices, tmp_path):
    """The figure shows itself with its links as before."""
    before = voices._repr_html_()
    voices.savefig(tmp_path / "v.pdf")
    assert voices._repr_html_() == before
    assert 'href="#' in before


@pytest.mark.parametrize(
    ("name", "dpi", "says"),
    [
        ("v.gif", 300, "'v.gif' does not say in which format .*end the name in .svg or .png or .pdf"),
        ("v", 300, "'v' does not say in which format"),
        ("no/v.svg", 300, "there is no folder .*no; make it first"),
        ("v.png", 0, "dpi is 0; give the dots an inch"),
        ("folder.svg", 300, "folder.svg cannot be written: Is a directory"),
    ],
)
def test_what_cannot_be_saved_says_why(voices, tmp_path, name, dpi, says):
    """Ending, folder, place and dots: each with what to do."""
    (tmp_path / "folder.svg").mkdir()
    with pytest.raises(ProblemsError, match=says):
        voices.savefig(tmp_path / name, dpi=dpi)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to(voices, tmp_path):
    """The system's own words, and the place."""
    tmp_path.chmod(0o500)
    with pytest.raises(ProblemsError, match="cannot be written: Permission denied"):
        voices.savefig(tmp_path / "v.pdf")


def test_a_figure_without_a_drawing_says_why(tmp_path):
    """There is nothing to save where there is a sentence instead of a figure."""
    with pytest.raises(ProblemsError, match=r"nothing to draw: Nobody speaks\."):
        Figure("voices", reason="Nobody speaks.").savefig(tmp_path / "v.svg")
