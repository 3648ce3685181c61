"""From bytes to text: nothing raises, nothing is guessed."""

from __future__ import annotations

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
