"""Two codings of one article, side by side, and what a person settled between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from onrecord.coding.case import Case

TABLES_COMPARED = ("statements", "positions", "events", "relations", "mentions", "dates")


@dataclass(frozen=True)
class Line:
    """One difference, settled: `take` is ``a`` or ``b``, whose reading stands.

    `a` and `b` are the row's ids, '' where that coder has no such row; `field` is '' where the whole row is one
    coder's.
    """

    table: str
    a: str
    b: str
    field: str
    take: str

    @property
    def drops(self) -> bool:
        """Whether a row that only one coder has is dropped."""
        return not self.field and self.take == ("b" if self.a else "a")


class Aligned(Protocol):
    """Two codings of one article, and which of their rows are one."""

    @property
    def a(self) -> Case: ...

    @property
    def b(self) -> Case: ...

    def pairs(self, table: str) -> Mapping[str, str]:
        """A's ids to B's."""
