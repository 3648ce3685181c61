"""Figures of a case, one a file: each module holds the function of its own name, from a case to a `Figure`.

`case.figures` reaches them: ``case.figures.voices()``. A module that is added here is found by its name.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from types import MethodType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.coding.case import Case
    from onrecord.figures.drawing.figure import Figure


def figure_names() -> list[str]:
    """The figures that there are, sorted; none is imported."""
    return sorted(module.name for module in iter_modules(__path__) if not module.ispkg)


class CaseFigures:
    """The figures of one case: ``case.figures.voices()``. Completion names them all and imports none."""

    def __init__(self, case: Case):
        self._case = case

    def __dir__(self) -> list[str]:
        return figure_names()

    def __getattr__(self, name: str) -> Callable[..., Figure]:
        if name not in figure_names():
            raise AttributeError(f"there is no figure {name!r}; there are {', '.join(figure_names())}")
        return MethodType(getattr(import_module(f"{__name__}.{name}"), name), self._case)

    def __repr__(self) -> str:
        return f"<Figures of {self._case.id}: {', '.join(figure_names())}>"
