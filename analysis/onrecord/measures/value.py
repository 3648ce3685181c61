"""A single number, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Value:
    """`value` of `n` rows `ids`; None where `reason` says why not."""

    value: float | None
    n: int
    ids: tuple[str, ...] = ()
    reason: str = ""
