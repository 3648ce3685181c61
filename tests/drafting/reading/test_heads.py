"""What is the summary line of an article, and what is no sentence of its body."""

from __future__ import annotations

import pytest
from onrecord.drafting.reading.dropped import read
from onrecord.source.sentences import split

BODY = [f"The mayor said on day {k} that the dam will be rebuilt with the help of the state." for k in range(6)]
BODY[0] += " It rained."
HEADLINE = "Dam breaks in valley"
SUMMARY = "Mayor says the dam is safe; nobody may go home yet"


def roles(article) -> list[tuple[str, str]]:
    """Each line that is not of the body, with its role."""
    found = split(article.text, article.headline, article.standfirst, labels=article.labels)
    return [(one.role, one.text) for one in found if one.role != "body"]


@pytest.mark.parametrize(
    "opening",
    ["ARVENNE, Nov. 18 — ", "LONDON (Reuters) - ", "MINSK, Belarus (AP) — ", "Holm (Ledger) – ", "SAN JOSÉ -- "],
)
def test_a_paragraph_that_opens_with_a_dateline_is_no_summary(opening):
    """It is the first of the body; a date without a year dates nothing."""
    lead = f"{opening}The only ferry will not sail before the spring of next year."
    article = read("\n".join([HEADLINE, lead, *BODY]).encode())
    assert (article.standfirst, article.published) == ("", None)
    assert roles(article) == [("headline", HEADLINE)]


MARKED = {
    "class": f'<p class="article-standfirst">{SUMMARY}</p>',
    "description": f"<p>{SUMMARY}</p>",
}


@pytest.mark.parametrize("block", MARKED.values(), ids=MARKED.keys())
def test_a_summary_that_a_page_marks_is_the_standfirst(block, made_page):
    """By its class, or because the page describes itself so."""
    head = f'<meta name="description" content="{SUMMARY}">' if "class" not in block else ""
    article = read(made_page(block, "", head))
    assert roles(article) == [("headline", HEADLINE), ("standfirst", SUMMARY)]


@pytest.fixture
def made_page():
    """The maker of a page with a block before its paragraphs and one behind them."""

    def make(before: str, behind: str, head: str = "") -> bytes:
        body = "".join(f"<p>{words}</p>" for words in BODY)
        article = f"<article><h1>{HEADLINE}</h1>{before}{body}{behind}</article>"
        return (
            f"<!DOCTYPE html><html><head><title>{HEADLINE}</title>{head}</head><body>{article}</body></html>".encode()
        )

    return make


NOTES = [
    "Correction: An earlier version said that twelve men were there.",
    "Correction, Oct. 7: The number of men was wrong.",
    "An earlier version of this article misstated the number of men.",
    "Read also: Mayor says the ice is fine",
]


@pytest.mark.parametrize("note", NOTES)
def test_a_correction_or_a_teaser_is_no_sentence_of_the_body(note):
    """In any format, by its words."""
    assert roles(read("\n".join([HEADLINE, *BODY, note]).encode())) == [("headline", HEADLINE), ("caption", note)]


def test_a_sentence_that_speaks_of_a_correction_is_of_the_body():
    """Somebody says so."""
    own = ["The mayor said the correction came late.", "Read more books, the mayor said to the town."]
    assert roles(read("\n".join([HEADLINE, *BODY, *own]).encode())) == [("headline", HEADLINE)]


HEADING = "The mayor was wrong on the dam"


def test_headings_are_no_sentences_of_the_body(made_page, tmp_path):
    """Of a page, of Markdown, of a Word document."""
    from docx import Document

    document = Document()
    for words, style in [(HEADLINE, "Title"), *((words, None) for words in BODY), (HEADING, "Heading 2")]:
        document.add_paragraph(words, style)
    document.save(str(tmp_path / "a.docx"))
    (tmp_path / "a.md").write_text("\n\n".join([f"# {HEADLINE}", *BODY, f"## {HEADING}", BODY[0]]), encoding="utf-8")
    (tmp_path / "a.html").write_bytes(made_page("", f"<h2>{HEADING}</h2><p>It rained on the town for days.</p>"))
    for name in ("a.docx", "a.md", "a.html"):
        assert roles(read(tmp_path / name)) == [("headline", HEADLINE), ("caption", HEADING)]
