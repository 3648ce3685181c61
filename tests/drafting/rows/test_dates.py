"""Time expressions behind a cue."""

from onrecord.drafting.rows.dates import BEHIND


def test_a_run_of_blanks_is_read_once():
    """Behind a cue stand 100,000 blanks and no day: tried again from each, they take the square of their number."""
    assert BEHIND.match(" " * 100_000 + "that it is so") is None
    assert BEHIND.match(" , late  on \t early Monday") is not None
