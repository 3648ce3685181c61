"""An issue is an affirmative, unmodalised proposition (rule P3)."""

from __future__ import annotations

import re

from onrecord.coding.checks.rule import Breaches, rule
from onrecord.coding.reading import Coding
from onrecord.coding.tables import Issue

# should and must are left out: they are the matter of a policy or a demand
_TURNING = re.compile(
    r"\b(?:not|never|no longer|cannot|could|may|might|would|likely|unlikely|probably|possibly|perhaps)\b|\b\w+n['’]t\b"
)


@rule("W-RULE-P3", Issue)
def propositions_are_affirmative(coding: Coding, row: Issue) -> Breaches:
    """The proposition holds no negation and no modal word, which would turn or soften every stance on it."""
    if match := _TURNING.search(row.proposition):
        yield "proposition", match[0]
