"""A style is seen wherever a reader looks: page, PDF, figures, shelf, JupyterLab."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import matplotlib
import pytest
from lxml import html
from pypdf import PdfReader

FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
STYLE = """
meta: {name: "The <Desk> & Co"}
logo: logo.svg
color: {foreground: "#101820", primary: "#0b5d3b", secondary: "#4a4a6a"}
typography: {base: STIXGeneral, fonts: [{family: STIXGeneral, files: [stix.ttf, italic.ttf]}]}
paper: {size: us-letter, left: 34, top: 30, bottom: 25}
marking: {text: FOR THE DESK, where: foot}
analyst: A. Analyst
colophon: ["Errors: corrections@example.org"]
"""
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#0b5d3b"/></svg>'
MM = 72 / 25.4


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, project_at, repository: Path):
    """A project in that style, one briefing of it built."""
    project = project_at(tmp_path_factory.mktemp("house") / "desk")
    shutil.copytree(repository / "analysis/onrecord/starting/example", project.seeds)
    (project.root / "onrecord.yml").write_text(STYLE)
    (project.root / "logo.svg").write_text(LOGO)
    shutil.copy(FONTS / "STIXGeneral.ttf", project.root / "stix.ttf")
    shutil.copy(FONTS / "STIXGeneralItalic.ttf", project.root / "italic.ttf")
    project.shelved = project.reports / "invented-harbour"
    done = project.onrecord("build", "--briefing", "timeline")
    assert (done.returncode, done.stderr) == (0, "")
    return project


def test_the_page_is_in_the_style(desk):
    """Colours, fonts, name, logo, marking at its foot, analyst and colophon."""
    text = (desk.shelved / "timeline.html").read_text(encoding="utf-8")
    page = html.fromstring(text)
    assert "--ink: #101820" in text
    assert "--accent: #0b5d3b; --marked" in text
    assert "@font-face { font-family: 'STIXGeneral'; font-weight: 400; font-style: italic" in text
    assert "font-src data:" in text
    assert "size: 215.9mm 279.4mm; margin: 30mm 19.9mm 27mm 34mm;" in text
    [line] = page.xpath("//header[@class='banner']/p[@class='house']")
    assert line.text_content() == "The <Desk> & Co"
    assert line.xpath("./*[local-name()='svg']/@aria-label") == ["The <Desk> & Co"]
    assert page.xpath("//header[@class='running']//*[@class='marking']") == []
    assert page.xpath("string(//footer)") == "FOR THE DESK"
    assert "Analyst: A. Analyst." in page.text_content()
    assert page.xpath("string(//dd[preceding-sibling::dt[1]='The <Desk> & Co'])") == "Errors: corrections@example.org"


def test_the_pdf_is_in_the_style(desk, lost_words, pdf_faults):
    """Sheet, font, logo, marking on every page; the page's words, and the standards."""
    data = (desk.shelved / "timeline.pdf").read_bytes()
    reader = PdfReader(io.BytesIO(data))
    for page in reader.pages:
        assert [float(side) / MM for side in page.mediabox[2:]] == pytest.approx([215.9, 279.4], abs=0.1)
        assert "FOR THE DESK" in page.extract_text()
    fonts = {str(one["/BaseFont"]) for page in reader.pages for one in page["/Resources"]["/Font"].values()}
    assert any("STIXGeneral" in name for name in fonts)
    assert "The <Desk> & Co" in reader.pages[0].extract_text()
    assert lost_words((desk.shelved / "timeline.html").read_text(encoding="utf-8"), data) == []
    assert pdf_faults(data) == []


def test_figures_are_in_the_style(desk, monkeypatch: pytest.MonkeyPatch):
    """Words and lines in its ink; the colours of data stay."""
    from onrecord import design, open_case

    monkeypatch.chdir(desk.root)
    drawn = open_case("invented-harbour").figures.voices().svg
    assert "#101820" in drawn
    assert design.ATTRIBUTED in drawn
    assert design.INK not in drawn


def test_the_shelf_is_in_the_style(desk):
    """Name and logo at its head."""
    text = (desk.reports / "index.html").read_text(encoding="utf-8")
    [line] = html.fromstring(text).xpath("//p[@class='house']")
    assert line.text_content() == "The <Desk> & Co"
    assert line.xpath("./img/@src")[0].startswith("data:image/svg+xml;base64,")
    assert "--accent: #0b5d3b" in text


def test_jupyterlab_is_in_the_style(desk, monkeypatch: pytest.MonkeyPatch):
    """The panel of the review and the marked article."""
    from onrecord import open_case
    from onrecord.lab.article_view import highlighted
    from onrecord.lab.review import review

    monkeypatch.chdir(desk.root)
    assert "#0b5d3b" in review("invented-harbour")._css
    assert "color: #101820" in highlighted(open_case("invented-harbour")).html


def test_a_build_with_another_style_makes_all_anew(desk):
    """And with the same one nothing."""
    words = ("build", "--briefing", "timeline", "--to", "html")
    assert "0 made" not in desk.onrecord(*words).stdout
    assert "0 made, 1 as it was" in desk.onrecord(*words).stdout
    (desk.root / "logo.svg").write_text(LOGO.replace("#0b5d3b", "#0b5d3c"))
    assert "as it was" not in desk.onrecord(*words).stdout
