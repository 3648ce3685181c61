"""What rooms above offer on a case, by name, as `case.figures`. They give it; coding knows none of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_OFFERED: dict[str, Callable[[Any], Any]] = {}


def offer(name: str, make: Callable[[Any], Any]) -> None:
    """From now on `make`, given a case, gives what the case has under `name`."""
    _OFFERED[name] = make


def offered(name: str, case: object) -> Any:
    """What is offered of `case` under that name. KeyError where nothing is."""
    return _OFFERED[name](case)
