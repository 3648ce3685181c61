"""What a person settled between two codings of one article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.coding.case import Case


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


@dataclass(frozen=True)
class Settled:
    """Two codings of one article: the `tables` that were compared, pairs of ids (A's to B's) by table, the lines."""

    a: Case
    b: Case
    tables: Sequence[str]
    pairs: Mapping[str, Mapping[str, str]]
    lines: Sequence[Line]
