"""A drafted statement with what its row does not tell."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from onrecord.drafting.finding.attributions import Attribution
from onrecord.drafting.lexicon import any_of
from onrecord.drafting.rows.placed import Placed
from onrecord.drafting.rows.regions import Region
from onrecord.drafting.rows.row import DateRow, StatementRow
from onrecord.drafting.sources.resolution.cast import Resolved

HEADS = ("headline", "standfirst")
COMMON = re.compile(rf"\b{any_of('common')}\b")


@dataclass
class Drafted:
    """A statement's row, and what positions, mentions and repeats need of it."""

    row: StatementRow
    region: Region
    at: Placed
    speaker: Resolved
    content: str
    date: DateRow | None = None

    @property
    def item(self) -> Attribution:
        """The attribution that it is made of."""
        return self.at.item

    @property
    def role(self) -> str:
        """That of the sentence in which its cue stands."""
        return self.at.sentence.role

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the content that tell it from another."""
        return significant(self.content)


def significant(words: str) -> frozenset[str]:
    """The words, in small letters, that tell one proposition from another, for finding repeats and merging."""
    return frozenset(re.findall(r"\w{2,}", COMMON.sub(" ", words.lower())))
