"""Web pages, saved in whatever way: charset, address, limits, and what the page holds beside the article."""

from __future__ import annotations

import pytest
from onrecord.drafting.reading.formats.registry import page_of
from onrecord.problems import ProblemsError

PARAGRAPHS = [f"The mayor said on day {k} that the dam will be rebuilt with the help of the state." for k in range(6)]
BODY = "<h1>Dam breaks in valley</h1>" + "".join(f"<p>{words}</p>" for words in PARAGRAPHS)


def said(page) -> list[str]:
    """What was said of the page, without its name."""
    return [sentence.removeprefix("page.html: ") for sentence in page.said]


@pytest.mark.parametrize(
    ("charset", "read_as"),
    [("windows-1252", "cp1252"), ("ISO-8859-1", "cp1252"), ("iso-8859-15", "iso8859-15"), ("windows-1250", "cp1250")],
)
def test_the_charset_that_a_page_declares_is_believed(charset, read_as, made):
    """Where its bytes are no UTF-8; browsers read Latin 1 as Windows-1252."""
    page = made.page(f"{BODY}<p>The café owners said so to her as well.</p>", f'<meta charset="{charset}">')
    found = page_of(page.encode(charset), "page.html")
    assert found.text.split("\n") == [*PARAGRAPHS, "The café owners said so to her as well."]
    assert said(found) == [f"read as {read_as}, as it declares"]


def test_a_page_in_utf_16_is_read_by_its_mark(made):
    """Windows writes such pages."""
    assert page_of(made.page(BODY).encode("utf-16"), "page.html").text.split("\n") == PARAGRAPHS


@pytest.mark.parametrize("charset", ["ascii\x81", "utf-8", "rot13", "hex", "utf-7", "no-such", ""])
def test_a_charset_that_does_not_fit_is_not_believed(charset, made):
    """Then the bytes are named as they are in a text."""
    page = made.page(BODY, f'<meta charset="{charset}">').encode("latin-1") + b"\x81\xff"
    with pytest.raises(ProblemsError) as error:
        page_of(page, "page.html")
    assert error.value.problems[0].code == "E-TEXT-ENCODING"


def test_bytes_in_utf_8_are_read_so_whatever_is_declared(made):
    """Nothing is said."""
    page = made.page(f"{BODY}<p>The café owners said so to her as well.</p>", '<meta charset="windows-1252">')
    found = page_of(page.encode(), "page.html")
    assert found.text.endswith("The café owners said so to her as well.")
    assert found.said == ()


def test_what_a_page_holds_beside_the_article_is_said(made):
    """Statements in lists, tables, captions and pictures with their words; menu and footer by their number."""
    page = made.page(
        f"<nav><ul><li>This is a menu and it ends in a stop.</li></ul></nav>{BODY}"
        "<ul><li>The government said that it will pay.</li><li>The union said that it will not.</li></ul>"
        "<table><tr><th>Town</th><th>Dead</th></tr><tr><td>A</td><td>3</td></tr></table>"
        '<figure><img src="a.png" alt="The dam"><figcaption>The dam after it broke.</figcaption></figure>'
        "<footer><p>All rights are reserved by the paper.</p></footer>"
    )
    found = page_of(page.encode(), "page.html")
    assert found.text.split("\n") == PARAGRAPHS
    assert said(found) == [
        "left out 2 list items (“The government said that it will pay. The union said that it…”)",
        "left out 1 table (“Town Dead A 3”)",
        "left out 1 picture (“The dam”)",
        "left out 1 caption (“The dam after it broke.”)",
        "left out around the article: 1 menu, 1 page footer",
    ]


def test_a_page_saved_with_its_files_has_the_address_that_it_was_saved_from(made):
    """The files beside it are not needed."""
    page = made.page(BODY).replace("<html", "<!-- saved from url=(0027)https://valley.example/dam -->\n<html")
    assert page_of(page.encode(), "page.html").url == "https://valley.example/dam"


def test_a_page_saved_in_one_file_is_read_as_the_page(made):
    """Its address is where it was saved from; the day on which it was saved is no day of publication."""
    found = page_of(made.mhtml(made.page(BODY)), "page.mhtml")
    assert found.text.split("\n") == PARAGRAPHS
    assert (found.headline, found.url, found.published) == ("Dam breaks in valley", "https://valley.example/dam", None)


LARGE = {
    "attributes": f"<p {' '.join(f'a{k}=x' for k in range(100_000))}>so</p>",
    "attributes behind a quoted mark": f'<p a=">" {" ".join(f"a{k}=x" for k in range(1_000))}>so</p>',
    "links in a paragraph": f"<p>{'<a href=x>the man</a> said so ' * 8_000}</p>",
    "elements": "<p>so</p>" * 40_000,
    "words": "<p>" + "so it is " * 200_000,
}


@pytest.mark.parametrize("body", LARGE.values(), ids=LARGE.keys())
def test_a_page_beyond_any_page_is_refused_before_it_is_parsed(body, made):
    """In one line that names the number and the limit."""
    with pytest.raises(ProblemsError, match="at most") as error:
        page_of(made.page(BODY + body).encode(), "page.html")
    assert error.value.problems[0].code == "E-DRAFT-LONG"


def test_a_picture_in_the_page_may_be_long(made):
    """One attribute of a million characters is one attribute."""
    page = made.page(f'{BODY}<img src="data:image/png;base64,{"A" * 1_000_000}">')
    assert page_of(page.encode(), "page.html").text.split("\n") == PARAGRAPHS
