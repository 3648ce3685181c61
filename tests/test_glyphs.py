"""What can be shown, what prints as a code point, where long words may break."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from onrecord import glyphs


@pytest.mark.parametrize(
    "text", ["plain", "naïve", "Лукашенко", "Ελλάδα", "القوات", "הכוחות", "– “quoted” …", "e\u0301"]
)
def test_what_the_fonts_have_stays(text):
    """Latin, Cyrillic, Greek, Arabic and Hebrew print as they are."""
    assert glyphs.printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("中", "[U+4E2D]"),
        ("\U0001f98a", "[U+1F98A]"),
        ("\ue000", "[U+E000]"),
        ("\ufdd0", "[U+FDD0]"),
        ("\uffff", "[U+FFFF]"),
        ("a\u202eb", "a[U+202E]b"),
        ("\x07", "[U+0007]"),
        ("\ufeff", "[U+FEFF]"),
        ("a\u064b", "a[U+064B]"),  # an Arabic mark on a Latin letter has no font that holds both
    ],
)
def test_what_cannot_be_shown_prints_as_its_code_point(text, shown):
    """Lacking glyphs, private use, noncharacters, controls and bidi controls."""
    assert glyphs.printable(text) == shown


def test_the_page_shows_characters_that_only_the_readers_fonts_have():
    """A browser has more fonts: only what hides or reorders is made visible."""
    assert glyphs.without_controls("中\u202e\ue000") == "中[U+202E][U+E000]"


def test_a_mark_that_does_not_compose_is_shown_in_a_figure():
    """In an SVG it would stop an archived PDF; one that composes does."""
    assert glyphs.printable_in_svg("e\u0301 а\u0301 ب\u064b") == "é а[U+0301] ب[U+064B]"


def test_missing_names_each_character_once():
    """In code point order, and none that can be shown."""
    assert glyphs.missing("b中a中\u202e") == ["\u202e", "中"]


@given(st.text())
def test_the_pass_can_be_undone(text):
    """Reading the code points back gives the text, unless it held such brackets itself."""
    plain = re.sub(r"\[U\+[0-9A-F]{4,6}\]", "", text)
    undone = re.sub(r"\[U\+([0-9A-F]{4,6})\]", lambda m: chr(int(m[1], 16)), glyphs.printable(plain))
    assert undone == plain


@given(st.text())
def test_breaking_words_loses_nothing(text):
    """The pieces are the text."""
    assert "".join(glyphs.pieces(text)) == text


def test_only_long_words_get_break_points():
    """40 letters stay whole, 41 do not, and a combining mark stays with its letter."""
    assert glyphs.pieces("x" * 40 + " " + "y" * 40) == ["x" * 40 + " " + "y" * 40]
    assert len(glyphs.pieces("x" * 41)) == 3
    assert glyphs.pieces("x" * 20 + "\u0301" + "x" * 30)[0] == "x" * 20 + "\u0301"


def test_no_unbroken_run_is_longer_than_a_line():
    """Between two break points of a 3,000-letter word stand 20 letters."""
    assert {len(piece) for piece in glyphs.pieces("x" * 3000)} == {20}
