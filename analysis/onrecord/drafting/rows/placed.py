"""An attribution where it stands in the text."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.drafting.finding.attributions import Attribution
from onrecord.drafting.finding.registry import RULES
from onrecord.drafting.rows.spans import holds
from onrecord.source.anchoring import Span
from onrecord.source.sentences import Sentence


@dataclass(frozen=True)
class Placed:
    """An attribution in its text; `sentence` holds its cue. What it lacks must not be asked for."""

    text: str
    item: Attribution
    sentence: Sentence

    @property
    def drafts(self) -> str:
        """What is drafted of what its rule finds: a clause, an object, …"""
        return RULES[self.item.rule].drafts

    @property
    def source(self) -> Span:
        """The first piece of the source."""
        return Span(*self.item.source[0])

    @property
    def cue(self) -> Span:
        """The first piece of the cue."""
        return Span(*self.item.cue[0])

    @property
    def content(self) -> Span:
        """The first piece of the content."""
        return Span(*self.item.content[0])

    @property
    def source_words(self) -> str:
        """The words of the source's first piece."""
        return self.text[slice(*self.source)]

    @property
    def cue_words(self) -> str:
        """The words of the cue's first piece in small letters."""
        return self.text[slice(*self.cue)].lower()

    def before(self, at: int, length: int) -> str:
        """The words of the sentence before `at`, no more than `length` code points of them."""
        return self.text[max(self.sentence.start, at - length) : at]

    def in_content(self, at: int) -> bool:
        """Whether the code point stands in the content."""
        return holds(self.item.content, at)
