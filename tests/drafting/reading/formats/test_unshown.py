"""What a reader of a page does not see, or the publisher does not say there: left out and said, in every format."""

from __future__ import annotations

import pytest
from onrecord.drafting.reading.formats.registry import page_of

PARAGRAPHS = [f"The mayor said on day {k} that the dam will be rebuilt with the help of the state." for k in range(6)]
GHOST = "A ghost said on Monday that the dam was never safe and that the mayor knew it."
OTHER = "<article><h1>Dam breaks in valley</h1>" + "".join(f"<p>{words}</p>" for words in PARAGRAPHS)


def read(made, block: str, head: str = "", name: str = "page.html") -> tuple[list[str], list[str]]:
    """The lines of the article, and what was said, of a page that holds this block behind its paragraphs."""
    page = page_of(made.page(f"{OTHER}{block}</article>", head).encode(), name)
    return page.text.split("\n"), [sentence.removeprefix(f"{name}: left out ") for sentence in page.said]


HIDDEN = {
    "attribute": (f"<p hidden>{GHOST}</p>", ""),
    "until found": (f'<div hidden="until-found"><p>{GHOST}</p></div>', ""),
    "style": (f'<p style="color: red; DISPLAY : none">{GHOST}</p>', ""),
    "not visible": (f'<section style="visibility:hidden"><p>{GHOST}</p></section>', ""),
    "class": (f'<p class="a ghost">{GHOST}</p>', "<style>p { margin: 0 } .ghost { display: none; }</style>"),
    "id": (f'<p id="g">{GHOST}</p>', "<style>@media screen { p#g, .x { visibility: hidden !important } }</style>"),
    "stronger": (f'<p id="g" class="s">{GHOST}</p>', "<style>#g { display: none } .s { display: block }</style>"),
    "important": (
        f'<p class="g" style="display:block">{GHOST}</p>',
        "<style>.g { display: none !important }</style>",
    ),
    "aria": (f'<div aria-hidden="true"><p>{GHOST}</p></div>', ""),
    "template": (f"<template><p>{GHOST}</p></template>", ""),
    "without programs": (f"<noscript><p>{GHOST}</p></noscript>", ""),
    "within a line": (f'<p><span style="display:none">{GHOST}</span></p>', ""),
}
SEEN = {
    "style taken back": (f'<p class="g" style="display:block">{GHOST}</p>', "<style>.g { display: none }</style>"),
    "rule taken back": (f'<p class="g">{GHOST}</p>', "<style>.g { display: none } .g { display: block }</style>"),
    "in print": (f'<p class="g">{GHOST}</p>', "<style>@media print { .g { display: none } }</style>"),
    "sheet for print": (f'<p class="g">{GHOST}</p>', '<style media="print">.g { display: none }</style>'),
    "under the pointer": (f'<p class="g">{GHOST}</p>', "<style>.g:hover { display: none }</style>"),
    "no rule": (f'<p class="g">{GHOST}</p>', "<style>.g { display: none</style>".replace(".g", ".[g")),
    "details": (f"<details><summary>More</summary><p>{GHOST}</p></details>", ""),
}


@pytest.mark.parametrize(("block", "head"), HIDDEN.values(), ids=HIDDEN.keys())
def test_what_a_browser_does_not_show_is_not_the_article(block, head, made):
    """By attributes, by the page's own rules as they outweigh each other, by the element."""
    assert read(made, block, head) == (PARAGRAPHS, [f"1 hidden run of words (“{GHOST[:59]}…”)"])


@pytest.mark.parametrize(("block", "head"), SEEN.values(), ids=SEEN.keys())
def test_what_a_browser_shows_is_the_article(block, head, made):
    """A rule that is outweighed or is for print hides nothing; what can be opened is shown."""
    lines, _ = read(made, block, head)
    assert lines[:6] == PARAGRAPHS
    assert GHOST in lines


def test_a_page_that_waits_for_its_programs_is_read(made):
    """And a window over the page hides its main part for nobody who looks at it."""
    for body in (
        f'<div style="display:none">{OTHER}</article></div>',
        f'<main aria-hidden="true">{OTHER}</article></main>',
    ):
        assert page_of(made.page(body).encode(), "page.html").text.split("\n") == PARAGRAPHS


ANOTHERS = {
    "deleted": (f"<p><del>{GHOST}</del></p>", "1 struck-out run of words"),
    "struck": (f"<p><s>{GHOST}</s></p>", "1 struck-out run of words"),
    "struck by style": (f'<p style="text-decoration: red line-through">{GHOST}</p>', "1 struck-out run of words"),
    "tweet": (f'<blockquote class="twitter-tweet"><p>{GHOST}</p></blockquote>', "1 embedded post"),
    "post": (
        f'<blockquote><p>{GHOST}</p>— Ann (@ann) <a href="https://x.com/ann/status/1">May 1</a></blockquote>',
        "1 embedded post",
    ),
    "teaser": (f'<p>Read also: <a href="/x">{GHOST}</a></p>', "1 teaser"),
    "teaser in bold": (f'<p><b>RELATED STORIES |</b> <a href="/x">{GHOST}</a></p>', "1 teaser"),
    "link alone": (f'<p><a href="/x">» {GHOST[:-1]}</a></p>', "1 teaser"),
}


@pytest.mark.parametrize(("block", "said"), ANOTHERS.values(), ids=ANOTHERS.keys())
def test_words_that_the_publisher_took_back_or_never_said_are_left_out_and_said(block, said, made):
    """Deletions, posts, and what leads to another article."""
    lines, left_out = read(made, block)
    assert lines == PARAGRAPHS
    assert [sentence.partition(" (")[0] for sentence in left_out] == [said]


OWN = {
    "link in a sentence": f'<p>{GHOST[:30]}<a href="/x">{GHOST[30:50]}</a>{GHOST[50:]}</p>',
    "sentence that is a link": f'<p><a href="/x">{GHOST}</a></p>',
    "quotation": f"<blockquote><p>{GHOST}</p></blockquote>",
}


@pytest.mark.parametrize("block", OWN.values(), ids=OWN.keys())
def test_links_and_quotations_of_the_article_stay(block, made):
    """They are sentences of it."""
    lines, said = read(made, block)
    assert any(GHOST in line for line in lines)
    assert said == []


def test_a_deletion_leaves_the_words_around_it(made):
    """In their order."""
    lines, _ = read(made, "<p>He said that <del>twelve</del> ten men were there when the dam broke at night.</p>")
    assert lines[-1] == "He said that ten men were there when the dam broke at night."


def test_the_style_sheets_that_a_saved_page_brings_are_read(made):
    """They are parts of the file, under the address by which the page links them."""
    head = '<link rel="stylesheet" href="cid:a">'
    saved = made.mhtml(made.page(f'{OTHER}<p class="g">{GHOST}</p></article>', head)).decode()
    sheet = "\r\n".join(["----B", "Content-Type: text/css", "Content-Location: cid:a", "", ".g { display: none }"])
    page = page_of(saved.replace("----B--", f"{sheet}\r\n----B--").encode(), "page.mhtml")
    assert page.text.split("\n") == PARAGRAPHS
    assert page.said == (f"page.mhtml: left out 1 hidden run of words (“{GHOST[:59]}…”)",)


def docx(made) -> bytes:
    """A Word document in which a run is struck out."""

    def change(document):
        document.paragraphs[0].add_run(" never").font.strike = True
        document.paragraphs[0].add_run(" seldom").font.double_strike = True

    return made.docx("It was said so.", change=change)


STRUCK_STYLE = (
    '<style:style style:name="T1" style:family="text"><style:text-properties style:text-line-through-style="solid"/>'
    "</style:style>"
)
FILES = {
    ".docx": docx,
    ".odt": lambda made: made.odt(
        '<text:p>It was said so.<text:span text:style-name="T1"> never seldom</text:span></text:p>', STRUCK_STYLE
    ),
    ".rtf": lambda made: made.rtf(r"\pard It was said so.{\strike  never seldom}\par"),
    ".md": lambda made: b"It was said so. ~~never seldom~~\n",
    ".eml": lambda made: made.eml("", page="<p>It was said so. <strike>never seldom</strike></p>"),
}


@pytest.mark.parametrize(("ending", "file"), FILES.items(), ids=FILES.keys())
def test_struck_out_words_are_left_out_of_every_document(ending, file, made):
    """And said."""
    page = page_of(file(made), f"story{ending}")
    assert page.text == "It was said so."
    assert "struck-out run" in " ".join(page.said)
    assert "never" in " ".join(page.said)


def test_hidden_words_of_a_mail_or_a_styled_document_are_left_out_and_said(made):
    """What a mail shows in the list of mails alone, and hidden styles."""
    mail = made.eml("", page=f'<div style="display:none">{GHOST}</div><p>{PARAGRAPHS[0]}</p>')
    style = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
    text = made.odt(f'<text:p text:style-name="T1">{GHOST}</text:p><text:p>{PARAGRAPHS[0]}</text:p>', style)
    for page in (page_of(mail, "a.eml"), page_of(text, "a.odt")):
        assert page.text == PARAGRAPHS[0]
        assert page.said[0].partition(": ")[2] == f"left out 1 hidden run of words (“{GHOST[:59]}…”)"
