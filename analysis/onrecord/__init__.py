"""onrecord: from a news article and its coding to briefings that can be checked line by line.

`open_case` gives a case, `open_coding` a case or the draft that it came from; the command is `onrecord`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from onrecord.coding.offers import offer

if TYPE_CHECKING:
    from onrecord.coding.case import Case, open_case
    from onrecord.coding.changing.opening import open_coding
    from onrecord.problems import Problem, ProblemsError

    __version__: str

# name -> the module that defines it; imported when first asked for, so that the command starts fast
_DEFINED_IN = {
    "Case": "onrecord.coding.case",
    "Problem": "onrecord.problems",
    "ProblemsError": "onrecord.problems",
    "open_case": "onrecord.coding.case",
    "open_coding": "onrecord.coding.changing.opening",
}

__all__ = ["Case", "Problem", "ProblemsError", "__version__", "open_case", "open_coding"]


def _figures(case: Case) -> Any:
    from onrecord.figures import CaseFigures

    return CaseFigures(case)


offer("figures", _figures)  # so that `case.figures` is there without coding knowing of figures


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("onrecord")
    if name in _DEFINED_IN:
        return getattr(import_module(_DEFINED_IN[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it offers {', '.join(__all__)}")


def __dir__() -> list[str]:
    return sorted(__all__)
