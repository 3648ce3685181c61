"""What rooms above offer on a case, by name, as `case.figures`. They give it; coding knows none of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.coding.case import Case

_OFFERED: dict[str, Callable[[Case], Any]] = {}


def offer(name: str, make: Callable[[Case], Any]) -> None:
    """From now on `make` gives what a case has under `name`."""
    _OFFERED[name] = make


def offered(name: str, case: Case) -> Any:
    """What is offered of the case under that name. KeyError where nothing is."""
    return _OFFERED[name](case)
