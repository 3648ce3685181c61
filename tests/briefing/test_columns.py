"""Column widths of tables on paper."""

import pytest
from onrecord import design
from onrecord.briefing.pdf.columns import LETTER, column_widths, folds
from onrecord.glyphs import LONG_WORD

FULL = design.FIGURE_WIDTH_MM * 72 / 25.4


def rows(*texts):
    """One row of cells with these words."""
    return [[{"cols": 1, "rows": 1, "words": text} for text in texts]]


def letters(width):
    """How many letters stand in a width, in a table's type."""
    return width / (design.TABLE_PT * LETTER)


def test_a_table_that_fits_is_left_to_the_page():
    """Short cells get no fixed widths."""
    assert column_widths(rows("Belarus", "11", "0.786"), 3) == (None, [LONG_WORD] * 3)


@pytest.mark.parametrize(
    "texts",
    [
        ("word " * 60, "+2", "S04"),
        ("word " * 30, "word " * 300, "longerword " * 5),
        ("x" * 300, "+2"),
        ("x" * 60,) * 12,
    ],
)
def test_a_table_never_takes_more_than_the_page_has(texts):
    """Widths add up to the full width, not more."""
    widths, _ = column_widths(rows(*texts), len(texts))
    assert sum(widths) == pytest.approx(FULL, abs=0.1)


def test_long_text_gets_more_room_than_short():
    """The column with more to say is wider, and a short one keeps its longest word whole."""
    (short, long), whole = column_widths(rows("proposition", "word " * 60), 2)
    assert long > 2 * short
    assert letters(short) > len("proposition")
    assert whole == [LONG_WORD, LONG_WORD]


def test_a_word_is_broken_only_where_the_page_forces_it():
    """Twelve columns of 60 letters: each takes fewer letters whole than it would be wide."""
    widths, whole = column_widths(rows(*["x" * 60] * 12), 12)
    assert all(4 <= most < letters(width) for most, width in zip(whole, widths, strict=True))


def test_room_goes_where_it_saves_lines():
    """One long cell does not take the room that ten others need to stay on one line."""
    usual = "ten cells of fifty letters that want one line each"
    rest = "and forty letters in the next of columns"
    (first, second), _ = column_widths(rows(usual, rest) * 10 + rows("short", "a great many words " * 20), 2)
    assert letters(first) >= len(usual)
    assert letters(second) >= len(rest)


@pytest.mark.parametrize(
    ("body", "folded"),
    [
        (rows("S02", "body", "1", "0") * 16, True),
        (rows("S02", "body", "1", "0") * 4, False),  # short enough as it is
        (rows("S02", "body", "1", "0") * 200, False),  # longer than a page
        (rows("a line of forty letters, or nearly so", "body", "in words", "0") * 16, False),
        (rows("S02", "Verteidigungsministeriumssprecherin", "Koordinierungsstelle", "0") * 16, False),
        ([[{"cols": 2, "rows": 1, "words": "x"}]] * 16, False),
    ],
)
def test_only_a_long_and_narrow_table_is_set_in_halves(body, folded):
    """Rows enough to be worth it, words that stay whole, no cell over two columns."""
    head = rows("Sentence", "Part of the article", "Source given", "Where") if len(body[0]) == 4 else []
    assert folds(head, body, len(body[0]), design.DATA_PT) is folded
