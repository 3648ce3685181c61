"""What a rule finds, in tokens."""

from typing import NamedTuple

from onrecord.drafting.finding.cues import Cue

Range = tuple[int, int]


class Found(NamedTuple):
    """Source, cue and content as token ranges (`source` may be empty), with the entry of the cue and the rule."""

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    entry: Cue
    rule: str
    negated: bool = False
    modal: str = ""
