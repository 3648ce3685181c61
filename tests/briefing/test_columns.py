"""Column widths of tables on paper."""

import pytest

from analysis import design
from analysis.briefing.pdf.columns import LETTERS, column_widths
from analysis.glyphs import LONG_WORD

FULL = design.FIGURE_WIDTH_MM * 72 / 25.4


def rows(*texts):
    """One row of cells with these words."""
    return [[{"cols": 1, "words": text} for text in texts]]


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
    assert short / FULL * LETTERS > len("proposition")
    assert whole == [LONG_WORD, LONG_WORD]


def test_a_word_is_broken_only_where_the_page_forces_it():
    """Twelve columns of 60 letters: each takes fewer letters whole than it would be wide."""
    widths, whole = column_widths(rows(*["x" * 60] * 12), 12)
    assert all(4 <= letters < width / FULL * LETTERS for letters, width in zip(whole, widths, strict=True))
