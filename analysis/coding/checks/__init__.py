"""The checks of a case, one rule a file; each takes a Coding and yields problems."""

from __future__ import annotations

from analysis.coding.reading import Coding
from analysis.problems import Problem


def check(coding: Coding) -> list[Problem]:
    """Every problem of `coding`, those of reading first."""
    return list(coding.problems)
