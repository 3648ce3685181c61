"""OpenDocument texts: what is text of the article, and what is left out and said."""

from __future__ import annotations

import pytest
from onrecord.drafting.reading.formats.registry import page_of
from onrecord.problems import ProblemsError

BODY = """<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Ed</dc:creator>
</office:change-info><text:p>It was taken out.</text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p text:style-name="P1">Dam breaks</text:p><text:p text:style-name="Subtitle">Hundreds had to leave.</text:p>
<text:p>The <text:span>mayor</text:span><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>
<text:note-body><text:p>A note.</text:p></text:note-body></text:note> said<text:s text:c="3"/>it<office:annotation>
<dc:creator>Ed</dc:creator><text:p>Is this so?</text:p></office:annotation> is so.<text:line-break/>A line.</text:p>
<text:list><text:list-item><text:p>An item.</text:p></text:list-item></text:list>
<text:section><text:p>In a section.</text:p></text:section>
<table:table><table:table-row><table:table-cell><text:p>Town</text:p></table:table-cell></table:table-row></table:table>
<text:p><draw:frame><draw:image/></draw:frame><draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box>
</draw:frame></text:p>"""
STYLES = '<style:style style:name="P1" style:parent-style-name="Title"/>'


@pytest.fixture
def page(made):
    """The text with one of everything."""
    return page_of(made.odt(BODY, STYLES, "<text:p>The Gazette</text:p>"), "story.odt")


def test_the_paragraphs_stand_in_order(page):
    """Lists and sections with them."""
    lines = ["Dam breaks", "Hundreds had to leave.", "The mayor said it is so.", "A line.", "An item.", "In a section."]
    assert page.text.split("\n") == lines


def test_styles_tell_headline_and_summary(page):
    """A paragraph's own style goes back to a named one; the day of creation is none of publication."""
    assert (page.headline, page.standfirst) == ("Dam breaks", "Hundreds had to leave.")
    assert (page.language, page.published) == ("en-GB", None)


def test_what_is_no_text_of_the_article_is_left_out_and_said(page):
    """Each with its words."""
    assert sorted(sentence.removeprefix("story.odt: left out ") for sentence in page.said) == [
        "1 comment (“Is this so?”)",
        "1 footnote (“1 A note.”)",
        "1 page header (“The Gazette”)",
        "1 picture",
        "1 table (“Town”)",
        "1 text box (“In a box.”)",
        "1 tracked deletion (“It was taken out.”)",
    ]


def test_an_encrypted_text_is_refused(made):
    """By what its manifest says."""
    data = made.odt("<text:p>x</text:p>", manifest="<m><manifest:encryption-data/></m>")
    with pytest.raises(ProblemsError, match="encrypted"):
        page_of(data, "story.odt")


def test_styles_that_go_round_in_a_circle_end(made):
    """They have no role."""
    style = '<style:style style:name="{}" style:parent-style-name="{}"/>'
    styles = style.format("A", "B") + style.format("B", "A")
    page = page_of(made.odt('<text:p text:style-name="A">The mayor said so.</text:p>', styles), "story.odt")
    assert (page.text, page.headline) == ("The mayor said so.", "")
