"""Word documents: what is text of the article, and what is left out and said."""

from __future__ import annotations

import io

from onrecord.drafting.reading.dropped import read
from onrecord.drafting.reading.formats.registry import page_of


def said(page) -> list[str]:
    """What was left out, without the file's name."""
    return [sentence.removeprefix("story.docx: left out ") for sentence in page.said]


def test_styles_tell_headline_and_summary_and_properties_do_not(made, article):
    """A title among the properties is the template's, and a day of creation is no day of publication."""

    def change(document):
        document.core_properties.title = "A template"

    data = made.docx(
        "The Gazette",
        article.headline,
        article.standfirst,
        article.first,
        styles=[None, "Title", "Subtitle"],
        change=change,
    )
    page = page_of(data, "story.docx")
    assert (page.headline, page.standfirst, page.published) == (article.headline, article.standfirst, None)
    assert page.text.split("\n") == ["The Gazette", article.headline, article.standfirst, article.first]


def test_a_date_line_is_the_date(made, article, tmp_path):
    """As in a text."""
    file = tmp_path / "story.docx"
    file.write_bytes(made.docx(article.headline, "Tuesday, June 6, 2023", article.first, styles=["Heading 1"]))
    found = read(file)
    assert str(found.published) == "2023-06-06"
    assert found.published_basis == "the article gives its date"


def test_tracked_changes_stand_as_they_were_accepted(made):
    """What was inserted is text, what was deleted is said."""
    from docx.oxml import parse_xml

    def change(document):
        add = document.paragraphs[0]._p.append
        add(parse_xml(f'<w:ins {made.w}><w:r><w:t xml:space="preserve"> It was added.</w:t></w:r></w:ins>'))
        add(parse_xml(f"<w:del {made.w}><w:r><w:delText>It was taken out.</w:delText></w:r></w:del>"))

    page = page_of(made.docx("The mayor said so.", change=change), "story.docx")
    assert page.text == "The mayor said so. It was added."
    assert said(page) == ["1 tracked deletion (“It was taken out.”)"]


def test_what_is_no_text_of_the_article_is_left_out_and_said(made):
    """Tables, pictures, text boxes, comments, headers, footers, hidden words, field codes."""
    from docx.oxml import parse_xml

    def change(document):
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Town", "Dead"
        document.add_picture(io.BytesIO(made.png))
        first = document.paragraphs[0]
        document.add_comment(first.runs[0], "Is this so?", author="Ed")
        document.sections[0].header.paragraphs[0].text = "The Gazette"
        document.sections[0].footer.paragraphs[0].text = "Page 1"
        first._p.append(parse_xml(f"<w:r {made.w}><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"))
        first._p.append(parse_xml(f"<w:r {made.w}><w:instrText>PAGE</w:instrText></w:r>"))
        box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
        first._p.append(parse_xml(f"<w:r {made.w}><w:pict>{box}</w:pict></w:r>"))

    page = page_of(
        made.docx("The mayor said so.", "A list’s item.", styles=[None, "List Bullet"], change=change), "story.docx"
    )
    assert page.text == "The mayor said so.\nA list’s item."
    assert sorted(said(page)) == [
        "1 comment (“Is this so?”)",
        "1 hidden run of words (“hidden”)",
        "1 page footer (“Page 1”)",
        "1 page header (“The Gazette”)",
        "1 picture",
        "1 table (“Town Dead”)",
        "1 text box (“In a box.”)",
    ]


def test_signs_that_are_elements_are_words(made):
    """Line breaks part lines, tabs are blanks, a hyphen that does not break is one."""
    from docx.oxml import parse_xml

    def change(document):
        signs = "<w:t>one</w:t><w:tab/><w:t>two</w:t><w:noBreakHyphen/><w:t>three</w:t><w:br/><w:t>four</w:t>"
        document.add_paragraph()._p.append(parse_xml(f"<w:r {made.w}>{signs}</w:r>"))

    assert page_of(made.docx("The mayor said so.", change=change), "story.docx").text.split("\n")[1:] == [
        "one two-three",
        "four",
    ]


def test_a_document_with_macros_is_refused(made):
    """In one line."""
    import pytest
    from onrecord.problems import ProblemsError

    data = made.zip({"x": "", "word/document.xml": "<x/>", "word/vbaProject.bin": "x"})
    with pytest.raises(ProblemsError, match="macros"):
        page_of(data, "story.docm")
