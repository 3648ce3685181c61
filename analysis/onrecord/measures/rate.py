"""A rate that always says of how many, and is a count below its minimum."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.measures.minimums import too_few


@dataclass(frozen=True)
class Rate:
    """`k` of `n`; `ids` are the rows behind `k`, `of` those behind `n`, `what` names what `n` counts (plural)."""

    k: int
    n: int
    ids: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    what: str = "counted statements"

    @property
    def value(self) -> float | None:
        """k / n, 0 to 1; None below n = 10 (minimums.py)."""
        return None if self.reason else self.k / self.n

    @property
    def text(self) -> str:
        """ "14 of 24"."""
        return f"{self.k:,} of {self.n:,}"

    @property
    def reason(self) -> str:
        """Why there is no rate, as a sentence; "" where there is one."""
        return too_few("rate", self.n, self.what)


def rate(ids: Iterable[str], of: Iterable[str], what: str = "counted statements") -> Rate:
    """The rate of the rows `ids` among the rows `of`."""
    some, every = tuple(ids), tuple(of)
    return Rate(len(some), len(every), some, every, what)
