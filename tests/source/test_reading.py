"""From bytes to text: nothing raises, nothing is guessed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from onrecord.source.article_file import read_article
from onrecord.source.reading import normalised, read_text

SOME_BYTES = st.binary(max_size=200) | st.text(max_size=60).map(lambda t: t.encode("utf-8", "surrogatepass"))


@given(SOME_BYTES)
def test_no_bytes_make_reading_raise(data):
    """read_text answers any bytes with a text or with problems; what it accepts without any is the file itself."""
    text, problems = read_text(data, "article.txt")
    assert all(p.level == "error" and p.message.isprintable() for p in problems)
    if not problems:
        assert text.encode() == data


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60).map(str.encode), st.booleans())
def test_what_is_put_right_is_accepted(data, marked):
    """After normalising, no problem of form is left."""
    text, _ = normalised((b"\xef\xbb\xbf" if marked else b"") + data, "article.txt")
    codes = {p.code for p in read_text(text.encode(), "article.txt")[1]}
    assert not codes & {"E-TEXT-NEWLINE", "E-TEXT-NFC"}


@given(SOME_BYTES | st.text(alphabet="{}[]:&*!|>-?%@`'\"# \n\tab1", max_size=40).map(str.encode))
def test_no_bytes_make_the_description_raise(data):
    """read_article answers any bytes with an article or with problems."""
    article, problems = read_article(data)
    assert (article is None) == bool(problems)


@pytest.mark.parametrize("marks", ["\u0301\u0323", "\u0301", "\u05b0\u0301\u0300"])
def test_a_stack_of_marks_is_refused_before_it_is_put_into_a_form(marks):
    """Sorting them takes time with the square of their number; the place is that of the first mark."""
    began = time.perf_counter()
    (found,) = read_text(("The caf\u00e9 e" + marks * 80_000 + " so.").encode(), "article.txt")[1]
    assert time.perf_counter() - began < 2
    assert (found.code, found.message.split(":")[0]) == ("E-TEXT-ENCODING", "byte 11")


@pytest.mark.parametrize(
    "text", ["e" + "\u0301" * 30, "\u0e17\u0e35\u0e48 " * 2_000, "\u2014" * 500, "\u0915\u094d" * 900]
)
def test_marks_as_writing_has_them_are_no_stack(text):
    """Thirty on a letter, letters with some each, and dashes without end."""
    assert [p for p in read_text(text.encode(), "article.txt")[1] if p.code == "E-TEXT-ENCODING"] == []
