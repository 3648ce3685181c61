"""What a rule finds, in tokens."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.drafting.finding.cues import Cue
from onrecord.drafting.reading.tokens import Range


class Found(NamedTuple):
    """Source, cue and content as token ranges (`source` may be empty), with the entry of the cue.

    The name of the rule, and whether the cue is negated or stands behind a modal verb, is added to what a rule gives.
    """

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    entry: Cue
    rule: str = ""
    negated: bool = False
    modal: str = ""
