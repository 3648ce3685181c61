"""One sentence among the words of its article, in which the rules look around."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.drafting.reading.tags import STOP
from onrecord.drafting.reading.tokens import Range, Tokens


class Words(NamedTuple):
    """The sentence [`first`, `last`); `tags`, `low` and `quote_at` are those of all the article, by token.

    `headline` tells whether the sentence can be one.
    """

    tags: str
    low: Sequence[str]
    quote_at: Mapping[int, Range]
    first: int
    last: int
    headline: bool

    def starting(self, first: int) -> Words:
        """What is left of the sentence from token `first` on."""
        return self._replace(first=first)

    def before(self, i: int) -> str:
        """The tag before token `i`; a stop at the start of the sentence."""
        return self.tags[i - 1] if i > self.first else STOP

    def ahead(self, i: int, reach: int) -> int:
        """The token `reach` ones on, or the end of the sentence."""
        return min(self.last, i + reach)

    def back(self, i: int, reach: int) -> int:
        """The token `reach` ones back, or the start of the sentence."""
        return max(self.first, i - reach)

    def find(self, tag: str, i: int, reach: int) -> int:
        """Where `tag` stands among the next `reach` tokens; -1 for nowhere."""
        return self.tags.find(tag, i, self.ahead(i, reach))

    def search(self, pattern: re.Pattern[str], i: int, reach: int) -> re.Match[str] | None:
        """What of the next `reach` tags fits `pattern`."""
        return pattern.search(self.tags, i, self.ahead(i, reach))


def words_of(t: Tokens, first: int, last: int, headline: bool = False) -> Words:
    """The sentence of an article that is the range [`first`, `last`)."""
    return Words(t.tags, t.low, t.quote_at, first, last, headline)
