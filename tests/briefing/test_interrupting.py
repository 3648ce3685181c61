"""Ctrl-C and signals to end: held back where half of something would be left, and obeyed then."""

from __future__ import annotations

import signal

import pytest
from onrecord.briefing.interrupting import ended_as_interrupted, interrupts_held_back


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_waits_for_the_end_of_what_may_not_be_left_half_done(name):
    """As often as it comes: all of it is done, and then the command ends."""
    number, done = getattr(signal, name), []
    before = signal.getsignal(number)

    def twice_told() -> None:
        with ended_as_interrupted(), interrupts_held_back():
            signal.raise_signal(number)
            signal.raise_signal(number)
            done.append("all")

    with pytest.raises(KeyboardInterrupt):
        twice_told()
    assert done == ["all"]
    assert signal.getsignal(number) is before


def test_an_error_in_what_may_not_be_left_half_done_comes_through():
    """Where no signal came."""

    def failing() -> None:
        with interrupts_held_back():
            raise ValueError("of its own")

    with pytest.raises(ValueError, match="of its own"):
        failing()
