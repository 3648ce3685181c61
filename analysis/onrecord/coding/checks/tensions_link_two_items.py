"""A tension links two coded items and gives a reading on which both hold (rule T1)."""

from __future__ import annotations

from onrecord.coding.checks.rule import Breaches, rule
from onrecord.coding.reading import Coding
from onrecord.coding.tables import Tension


@rule("E-RULE-T1", Tension)
def tensions_link_two_items(coding: Coding, row: Tension) -> Breaches:
    """Both sides hold something."""
    for side, items in {"left": row.left, "right": row.right}.items():
        if not items:
            yield side, f"the {side} side is empty"


@rule("E-RULE-T1", Tension)
def the_items_are_two(coding: Coding, row: Tension) -> Breaches:
    """Nothing stands on both sides."""
    if both := set(row.left or ()) & set(row.right or ()):
        yield "right", f"{', '.join(sorted(both))} on both sides"


@rule("E-RULE-T1", Tension)
def a_reading_lets_both_hold(coding: Coding, row: Tension) -> Breaches:
    """compatible_reading is given."""
    if not row.compatible_reading:
        yield "compatible_reading", "no reading on which both hold"
