"""What an analyst drops in: text, page, Markdown, and what is none of them."""

import datetime

import pytest
from onrecord.coding.case import open_case
from onrecord.drafting.case.draft import draft_case
from onrecord.drafting.reading.dropped import read
from onrecord.problems import ProblemsError

PAGE = """<!DOCTYPE html><html><head><title>Dam breaks in valley | Valley Times</title>
<meta property="og:site_name" content="Valley Times"><meta property="article:published_time" content="2023-06-06">
</head><body><nav><a href="/">Home</a></nav><article><h1>Dam breaks in valley</h1>
<p>The dam broke on Tuesday. Mayor Anna Lopez said the town will rebuild the dam with help from the state.</p>
<p>“We will not leave,” she said. The state government accused the builder of saving money on the dam.</p>
</article><footer>Cookies</footer></body></html>"""
MARKDOWN = """---
title: Dam breaks
date: 2023-06-06
---
# Dam breaks

Mayor **Anna Lopez** said the dam will be [rebuilt](x).

- It rained.
"""
BAD = {
    "empty": (b"", "E-TEXT-EMPTY"),
    "blank": (b" \n\t\n", "E-TEXT-EMPTY"),
    "binary": (b"\x00\x01\x02PNG", "E-TEXT-ENCODING"),
    "windows-1252": ("Café said the".encode("cp1252"), "E-TEXT-ENCODING"),
    "page without an article": (b"<!doctype html><html><body><nav>Home</nav></body></html>", "E-DRAFT-PAGE"),
    "five megabytes": (b"The town said so. " * 300_000, "E-DRAFT-LONG"),
    "a long text": (b"The town said so. " * 60_000, "E-DRAFT-LONG"),
    "German": (
        b"Der Minister sagte am Freitag, dass die Regierung den Plan nicht will, weil er teuer sei.",
        "E-DRAFT-LANGUAGE",
    ),
    "Spanish": (
        "El ministro dijo el viernes que el gobierno no apoyará el plan porque es demasiado caro.".encode(),
        "E-DRAFT-LANGUAGE",
    ),
    "Russian": ("Министр сказал в пятницу, что правительство не поддержит план.".encode(), "E-DRAFT-LANGUAGE"),
}


@pytest.mark.parametrize(("data", "code"), BAD.values(), ids=BAD.keys())
def test_what_is_no_english_article_is_a_problem_and_nothing_is_written(data, code, tmp_path):
    """A catalogued problem, and an empty folder."""
    with pytest.raises(ProblemsError) as error:
        draft_case(data, "case", seeds=tmp_path)
    assert [p.code for p in error.value.problems] == [code]
    assert list(tmp_path.iterdir()) == []


def test_a_page_gives_text_title_date_and_publisher(tmp_path):
    """The menu and the footer are left out."""
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    article = read(file)
    assert article.text.startswith("Dam breaks in valley\nThe dam broke on Tuesday.")
    assert "Cookies" not in article.text
    assert (article.headline, article.publisher) == ("Dam breaks in valley", "Valley Times")
    assert article.published == datetime.date(2023, 6, 6)


def test_markdown_gives_its_words_without_signs(tmp_path):
    """Headline, date and plain paragraphs."""
    file = tmp_path / "story.md"
    file.write_text(MARKDOWN, encoding="utf-8")
    article = read(file)
    assert article.text == "Dam breaks\nMayor Anna Lopez said the dam will be rebuilt.\nIt rained."
    assert (article.headline, article.published) == ("Dam breaks", datetime.date(2023, 6, 6))


def test_the_head_of_a_text_is_told_from_its_body():
    """Headline, standfirst and date line."""
    text = (
        "Dam breaks in valley\nHundreds had to leave their homes as the old dam gave way.\nTuesday, June 6, 2023\n"
        "The dam broke in the night, and the water stood in the streets of the old town until the morning came.\n"
        "Mayor Anna Lopez said the town will rebuild the dam with help from the state and the people of the town.\n"
    )
    article = read(text.encode())
    assert (article.headline, article.standfirst) == (
        "Dam breaks in valley",
        "Hundreds had to leave their homes as the old dam gave way.",
    )
    assert article.published == datetime.date(2023, 6, 6)


def test_the_case_is_named_after_headline_and_date(tmp_path):
    """The default id."""
    text = b"Dam breaks in valley\nMonday, June 5, 2023\nThe dam broke in the night, and that was the end of it.\n"
    assert draft_case(text, seeds=tmp_path).folder.name == "dam-breaks-in-valley-2023-06-05"


def test_a_text_without_attribution_gives_a_thin_draft_that_says_so(tmp_path):
    """Narrator rows only, and a sentence for the analyst."""
    drafted = draft_case(b"The dam broke in the night. The water was in the streets.", "thin", seeds=tmp_path)
    case = open_case(drafted.folder)
    assert set(case.statements["attribution"]) == {"narrator"}
    assert any("no statement with a source" in sentence for sentence in drafted.said)
    assert not case.coded("events")


def test_a_case_that_exists_is_never_overwritten(tmp_path):
    """The second draft is refused and the first stays as it is."""
    folder = draft_case(b"Anna Lopez said the dam is safe.", "dam", seeds=tmp_path).folder
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(ProblemsError) as error:
        draft_case(b"Another text that says something else of the town.", "dam", seeds=tmp_path)
    assert error.value.problems[0].code == "E-FILE"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
