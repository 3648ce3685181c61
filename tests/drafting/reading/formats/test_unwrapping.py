"""Lines broken at a width, and words hyphenated there."""

from __future__ import annotations

import time

import pytest
from onrecord.drafting.reading.formats.unwrapping import Joiner, unwrapped

WIDE = "The mayor said that the town will rebuild the dam with the help of"


def test_lines_broken_at_a_width_are_one_paragraph():
    """Blank lines part paragraphs."""
    assert unwrapped(f"{WIDE}\nthe state.\n\n{WIDE}\nits people.") == [f"{WIDE} the state.", f"{WIDE} its people."]


def test_short_lines_stay_lines_and_items_stay_items():
    """An address is no paragraph; a line in small letters goes on with the one before it."""
    assert unwrapped("Valley Times\nMain Street\nand beyond") == ["Valley Times", "Main Street and beyond"]
    assert unwrapped("- it rained\n  all day\n- it snowed") == ["- it rained all day", "- it snowed"]


@pytest.mark.parametrize(
    ("rows", "joined"),
    [
        (["The admin-", "istration said so."], "The administration said so."),
        (["The well-", "known town: well-known."], "The well-known town: well-known."),
        (["A north-", "east wind from north and east."], "A north-east wind from north and east."),
        (["The co-", "operation, or cooperation."], "The cooperation, or cooperation."),
        (["A well-", "known town."], "A well-known town."),
        (["The Anglo-", "American said so."], "The Anglo-American said so."),
        (["He said so —", "and left."], "He said so — and left."),
    ],
)
def test_a_hyphen_goes_where_the_whole_word_is_likelier(rows, joined):
    """By what the text writes elsewhere."""
    assert Joiner(rows).paragraph(rows) == joined


def test_a_block_of_any_length_takes_time_in_proportion():
    """A hundred thousand lines without a blank one."""
    began = time.perf_counter()
    assert len(unwrapped("\n".join([WIDE] * 100_000))) == 1
    assert time.perf_counter() - began < 10
