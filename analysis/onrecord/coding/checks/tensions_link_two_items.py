"""A tension links two coded items and gives a reading on which both hold (rule T1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.coding.checks.rule import rule
from onrecord.coding.reading import Coding


@rule("E-RULE-T1", "tensions")
def tensions_link_two_items(coding: Coding, row: Any) -> Iterator[tuple[str, str]]:
    """Both sides hold something, and nothing stands on both."""
    for side in ("left", "right"):
        if not getattr(row, side):
            yield side, f"the {side} side is empty"
    if both := set(row.left or ()) & set(row.right or ()):
        yield "right", f"{', '.join(sorted(both))} on both sides"


@rule("E-RULE-T1", "tensions")
def a_reading_lets_both_hold(coding: Coding, row: Any) -> Iterator[tuple[str, str]]:
    """compatible_reading is given."""
    if not row.compatible_reading:
        yield "compatible_reading", "no reading on which both hold"
