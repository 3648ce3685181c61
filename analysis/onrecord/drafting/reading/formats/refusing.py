"""The two ways in which a file is refused."""

from __future__ import annotations

from onrecord.problems import ProblemsError, problem


def refusal(name: str, found: str, remedy: str) -> ProblemsError:
    """The error for a file that is not read: what was found, and what to do."""
    return ProblemsError([problem("E-DRAFT-FORMAT", name, found=found, remedy=remedy)])


def too_long(name: str, found: str, limit: str) -> ProblemsError:
    """The error for a file that is larger than any article."""
    return ProblemsError([problem("E-DRAFT-LONG", name, found=found, limit=limit)])
