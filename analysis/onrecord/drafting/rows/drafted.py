"""A drafted statement with what its row does not tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from onrecord.drafting.finding.attributions import Attribution
from onrecord.drafting.lexicon import any_of
from onrecord.drafting.rows.regions import Region
from onrecord.drafting.rows.row import DateRow, StatementRow
from onrecord.drafting.sources.resolution.cast import Resolved

HEADS = ("headline", "standfirst")
COMMON = re.compile(rf"\b{any_of('common')}\b")


@dataclass
class Drafted:
    """A statement's row, and what positions, mentions and repeats need of it; `role` is that of its cue's sentence."""

    row: StatementRow
    region: Region
    item: Attribution
    speaker: Resolved
    content: str
    role: str
    date: DateRow | None = None

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the content that tell it from another."""
        return significant(self.content)


def significant(words: str) -> frozenset[str]:
    """The words, in small letters, that tell one proposition from another, for finding repeats and merging."""
    return frozenset(re.findall(r"\w{2,}", COMMON.sub(" ", words.lower())))
