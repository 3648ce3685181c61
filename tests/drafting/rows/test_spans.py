"""Spans of the text."""

import pytest
from onrecord.drafting.rows.spans import holds, trimmed, words_of

TEXT = " – the bridge,\u00a0\n "


@pytest.mark.parametrize(
    ("span", "marks", "inner"),
    [
        ((0, len(TEXT)), ",–", "the bridge"),
        ((0, len(TEXT)), "–", "the bridge,"),
        ((3, 6), ",–", "the"),
        ((0, 3), ",–", ""),
    ],
)
def test_a_span_loses_blanks_and_marks_at_its_edges(span, marks, inner):
    """Blanks of any kind go with the marks; nothing is left of a span that holds nothing else."""
    start, end = trimmed(TEXT, span, marks)
    assert TEXT[start:end] == inner
    assert span[0] <= start <= end <= span[1]


def test_a_span_ends_before_its_end():
    """Half-open: the code point at its end is not in it."""
    assert [holds([(2, 4)], at) for at in range(1, 5)] == [False, True, True, False]
    assert words_of("abcdef", [(0, 2), (4, 6)]) == "ab ef"
