"""Rich text: what is text of the article, and what is left out and said."""

from __future__ import annotations

import pytest
from onrecord.drafting.reading.formats.registry import page_of


def read(made, body: str):
    return page_of(made.rtf(body), "story.rtf")


def said(page) -> list[str]:
    """What was left out, without the file's name."""
    return [sentence.removeprefix("story.rtf: left out ") for sentence in page.said]


def test_the_title_is_the_headline_where_it_stands_at_the_head(made):
    """And else it is the template's."""
    body = r"{\info{\title Dam breaks}{\creatim\yr2020}}\pard Dam breaks\par The mayor said so.\par"
    assert read(made, body).headline == "Dam breaks"
    assert read(made, body.replace("pard Dam breaks", "pard A dam")).headline == ""
    assert read(made, body).published is None


CUT = {
    "footnote": (r"so{\footnote\pard\plain A note} it is.", "so it is.", "1 footnote (“A note”)"),
    "header": (r"{\header The Gazette\par}So it is.", "So it is.", "1 page header (“The Gazette”)"),
    "comment": (r"{\*\annotation Is it?}So it is.", "So it is.", "1 comment (“Is it?”)"),
    "deletion": (r"So it {\deleted never }is.", "So it is.", "1 tracked deletion (“never”)"),
    "deletion, off again": (r"So it \deleted never \deleted0 is.", "So it is.", "1 tracked deletion (“never”)"),
    "hidden": (r"So \v not \v0 it is.", "So it is.", "1 hidden run of words (“not”)"),
    "picture": (r"So{\pict\pngblip 89504e47} it is.", "So it is.", "1 picture"),
    "binary picture": (r"So{\pict\bin8 }}{{\\}}} it is.", "So it is.", "1 picture"),
    "table": (
        r"\trowd\intbl Town\cell Dead\cell\row\trowd\intbl A\cell 3\cell\row\pard So it is.",
        "So it is.",
        "1 table (“Town Dead A 3”)",
    ),
}


@pytest.mark.parametrize(("body", "text", "sentence"), CUT.values(), ids=CUT.keys())
def test_what_is_no_text_of_the_article_is_left_out_and_said(body, text, sentence, made):
    """Each with its words."""
    page = read(made, body)
    assert (page.text, said(page)) == (text, [sentence])


def test_a_link_is_its_words_and_an_item_has_no_bullet(made):
    """Neither address nor sign, and nothing is said to be left out."""
    body = r'{\field{\*\fldinst{HYPERLINK "http://a.example"}}{\fldrslt A link}} is.\par{\listtext\'b7\tab}An item.\par'
    assert read(made, body) == page_of(b"A link is.\nAn item.", "x.txt")._replace(headed=True)


def test_letters_of_any_kind_are_read(made):
    """By code page, by number, and beyond the first plane."""
    page = page_of(rb"{\rtf1\ansi\ansicpg1250 L\'f3pez \'9ael \u8220?so\u8221? \u-10179?\u-8704?.\par}", "story.rtf")
    assert page.text == "López šel “so” 😀."


def test_thousands_of_fields_on_a_line_take_no_time(made):
    """They are cut before the library looks for links."""
    body = r'{\field{\*\fldinst{HYPERLINK "http://a.example"}}{\fldrslt so}} ' * 4_000
    assert read(made, body).text.split() == ["so"] * 4_000
