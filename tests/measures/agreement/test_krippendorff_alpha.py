"""Krippendorff's alpha against values that others published."""

import numpy as np
import pytest
from onrecord.measures.agreement.krippendorff_alpha import krippendorff_alpha

_ = None
# Krippendorff, "Computing Krippendorff's Alpha-Reliability": two nominal examples, and four coders with gaps
TWO_NOMINAL = [[*"aabbdcccedda"], [*"babbbccceddd"]]
BINARY = [[0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]]
FOUR_CODERS = [
    [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
    [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
    [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
    [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]
# the tests of nltk
THREE_CODERS = [["yes", "yes", _], ["no", "no", _], ["no", _, "no"]]
PUBLISHED = [
    (TWO_NOMINAL, "nominal", 0.692),
    (BINARY, "nominal", 0.095),
    (FOUR_CODERS, "nominal", 0.743),
    (FOUR_CODERS, "ordinal", 0.815),
    (THREE_CODERS, "nominal", -0.333),
]


def as_numbers(ratings):
    """Values as their place among all values, a gap as nan."""
    known = sorted({value for row in ratings for value in row if value is not None})
    return np.array([[np.nan if value is None else known.index(value) for value in row] for row in ratings])


@pytest.mark.parametrize(("ratings", "level", "expected"), PUBLISHED)
def test_alpha_is_the_published_one(ratings, level, expected):
    """To the digits that were printed."""
    assert krippendorff_alpha(as_numbers(ratings), level) == pytest.approx(expected, abs=5e-4)


def test_a_unit_that_one_coder_valued_counts_for_nothing():
    """Alone it can neither agree nor differ."""
    with_it, without = as_numbers(FOUR_CODERS), as_numbers(FOUR_CODERS)[:, :-1]
    assert krippendorff_alpha(with_it, "ordinal") == pytest.approx(krippendorff_alpha(without, "ordinal"))


def test_where_nothing_varies_there_is_no_alpha():
    """Chance would give as much."""
    assert np.isnan(krippendorff_alpha(np.ones((2, 12)), "nominal"))
