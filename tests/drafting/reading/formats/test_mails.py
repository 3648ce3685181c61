"""Mails: the words of the release, who sent it and when, and what is left out and said."""

from __future__ import annotations

import datetime

import pytest
from onrecord.drafting.reading.dropped import read
from onrecord.drafting.reading.formats.registry import page_of
from onrecord.problems import ProblemsError

WRAPPED = (
    "Mayor Anna López said that the town will rebuild the dam with the help\n"
    "of the state and of its people, and that nobody will be left alone.\n\n"
    "The government accused the builder of saving money on the dam, which\nnobody had wanted.\n"
)
PARAGRAPHS = [
    "Mayor Anna López said that the town will rebuild the dam with the help of the state and of its people, and that "
    "nobody will be left alone.",
    "The government accused the builder of saving money on the dam, which nobody had wanted.",
]


def said(page) -> list[str]:
    """What was left out, without the file's name."""
    return [sentence.removeprefix("story.eml: left out ") for sentence in page.said]


def test_subject_sender_and_day_are_what_the_mail_says(made, tmp_path):
    """And how each is known."""
    file = tmp_path / "story.eml"
    file.write_bytes(made.eml(WRAPPED, Subject="Re: Dam breaks in valley"))
    found = read(file)
    assert (found.headline, found.publisher, found.published) == (
        "Dam breaks in valley",
        "Valley Times",
        datetime.date(2023, 6, 6),
    )
    assert (found.publisher_basis, found.published_basis) == ("the mail's sender", "the mail's date")
    assert found.text.split("\n") == ["Dam breaks in valley", *PARAGRAPHS]


def test_a_subject_that_opens_the_mail_stands_there_once(made, article):
    """It is no line more."""
    page = page_of(made.eml(f"{article.headline}\n\n{WRAPPED}"), "story.eml")
    assert page.whole.split("\n") == [article.headline, *PARAGRAPHS]


def test_quoted_mails_signatures_and_attachments_are_left_out_and_said(made):
    """Each with its words."""

    def change(mail):
        mail.add_attachment(b"x", maintype="image", subtype="png", filename="dam.png")

    text = f"On Monday, Bob wrote:\n> Send it.\n> Now.\n\n{WRAPPED}\n-- \nThe Gazette\nMain Street 1\n"
    page = page_of(made.eml(text, change=change), "story.eml")
    assert page.text.split("\n") == PARAGRAPHS
    assert said(page) == [
        "2 quoted lines (“Send it. Now.”)",
        "1 signature (“The Gazette Main Street 1”)",
        "1 attachment (“dam.png”)",
    ]


FORWARDED = """See below.

---------- Forwarded message ---------
From: The Gazette <news@gazette.example>
Date: Mon, 5 Jun 2023 at 10:00
Subject: Dam breaks
To: <bob@paper.example>

"""


def test_of_a_mail_that_was_sent_on_the_one_inside_counts(made):
    """Its sender and day, and not those of whoever sent it on."""
    page = page_of(
        made.eml(FORWARDED + WRAPPED, Subject="Fwd: Dam breaks", From="Bob <bob@paper.example>"), "story.eml"
    )
    assert (page.headline, page.publisher, page.published) == ("Dam breaks", "The Gazette", datetime.date(2023, 6, 5))
    assert page.text.split("\n") == PARAGRAPHS
    assert said(page) == ["1 covering note (“See below.”)"]


def test_a_mail_sent_on_without_its_head_has_no_sender(made):
    """Whoever sent it on did not publish it."""
    page = page_of(made.eml(WRAPPED, Subject="Fwd: Dam breaks"), "story.eml")
    assert (page.publisher, page.published, page.text.split("\n")) == ("", None, PARAGRAPHS)


def test_a_page_is_read_where_the_plain_part_only_points_to_it(made):
    """Laid out in a table; the quoted mail in it is left out."""
    page = (
        "<html><style>p{}</style><table><tr><td><h1>Dam breaks</h1>"
        "<p>The mayor said that the town<br>will rebuild it.</p>"
        '</td></tr></table><img alt="The dam"><div class="gmail_quote"><p>Send it.</p></div></html>'
    )
    found = page_of(made.eml("View this in your browser", page=page), "story.eml")
    assert found.text.split("\n") == ["Dam breaks", "The mayor said that the town will rebuild it."]
    assert said(found) == ["1 picture (“The dam”)", "1 quoted line (“Send it.”)"]


def test_words_of_a_page_beside_its_blocks_are_read(made):
    """Mail programs put a first line into no block, and blocks into a line."""
    page = "<body>The mayor said so.<div>And the\ntown <b>as</b> well.<div>It rained.</div>And snowed.</div></body>"
    found = page_of(made.eml("See the page", page=page), "story.eml")
    assert found.text.split("\n") == ["The mayor said so.", "And the town as well.", "It rained.", "And snowed."]


def test_flowed_lines_are_joined(made):
    """Where the mail program says that it broke them."""

    def change(mail):
        mail.set_param("format", "flowed")

    found = page_of(made.eml("The mayor \nsaid so.\nIt rained.\n", change=change), "story.eml")
    assert found.text.split("\n") == ["The mayor said so.", "It rained."]


def test_a_mail_of_attachments_alone_names_them(made):
    """They are what to draft."""

    def change(mail):
        mail.add_attachment(b"x", maintype="application", subtype="pdf", filename="dam.pdf")

    with pytest.raises(ProblemsError, match=r"draft that: dam\.pdf"):
        page_of(made.eml("", change=change), "story.eml")


HOSTILE = {
    "a long subject": b"Subject: " + b"=?utf-8?q?a?= " * 40_000,
    "a long sender": b"Subject: a\nX: y\nFrom: " + b"<a@b.c>, " * 40_000,
    "a thousand parts": b"Subject: a\nContent-Type: multipart/mixed; boundary=b\n\n"
    + b"--b\nContent-Type: text/plain\n\na\n" * 2_000,
    "parts in parts": b"Subject: a\n"
    + b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (k, k) for k in range(400)),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_headers_and_parts_have_a_limit(data):
    """They are counted before they are parsed."""
    head = b"From: a@b.c\nDate: Tue, 06 Jun 2023 10:00:00 +0200\nMessage-ID: <1@a>\n"
    with pytest.raises(ProblemsError) as error:
        page_of(head + data, "story.eml")
    assert error.value.problems[0].code in ("E-DRAFT-LONG", "E-DRAFT-FORMAT")
