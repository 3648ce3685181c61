"""Whatever an article holds is shown letter by letter in the page and the PDF, and nothing of it runs."""

import io
import re
import unicodedata

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import html
from onrecord import glyphs
from onrecord.briefing import page, pdf
from onrecord.briefing.document import Document
from pypdf import PdfReader

HOSTILE = """<script>alert(1)</script> <b> &amp; ]]> #panic() $x$ @ref *b* _i_ `c` \\u{41} =1+1 +1 @SUM(A1) {{x}} %s ” ’
Лукашенко Ελλάδα ñandú [a](javascript:x)"""
WORDS = st.sampled_from([*HOSTILE.split(), "w" * 60])
LETTERS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=12)
TEXTS = st.lists(st.one_of(WORDS, LETTERS), min_size=1, max_size=8).map(" ".join).filter(lambda text: text.strip())


def squeezed(text: str) -> str:
    """Without white space and break points; compatibility forms undone, since a PDF's ligatures are."""
    return re.sub(r"[\s\u200b]+", "", unicodedata.normalize("NFKC", text))


def left_to_right(text: str) -> bool:
    """Whether a PDF reader gives the letters back in the order in which they are written."""
    return not any(unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in text)


@pytest.fixture(scope="module")
def document(by_hand):
    """A document of one paragraph that holds a text."""
    return lambda text: Document.from_notebook(by_hand.small(f"<p>{by_hand.escape(text)}</p>"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS)
@example(text="<img src=x onerror=alert(1)> #eval(\"1\") =cmd|' /C calc'!A0")
def test_any_text_stands_verbatim_in_the_page(document, text):
    """Letter by letter, with no element that the text would like to be."""
    tree = html.fromstring(page.render(document(text)))
    assert squeezed(text) in squeezed(tree.text_content())
    assert len(tree.xpath("//script")) <= 1
    assert not tree.xpath("//main//b | //main//img | //*[@onerror]")


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TEXTS.filter(left_to_right))
@example(text="#panic() $x$ \\u{1F600} `raw` // not a comment /* nor this */")
def test_any_text_stands_verbatim_in_the_pdf(document, text):
    """As written, but that a letter which no font has prints as its code point."""
    found = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf.render(document(text)))).pages)
    assert squeezed(glyphs.printable(text)) in squeezed(found)
