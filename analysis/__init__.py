"""onrecord: from a news article and its coding to briefings that can be checked line by line."""

from __future__ import annotations

from typing import Any

__all__ = ["open_case"]


def __getattr__(name: str) -> Any:  # imported lazily: the command must start fast
    if name == "open_case":
        from analysis.coding.case import open_case

        return open_case
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
