"""What a build is asked for, by what it is remembered, and how its outcome is said."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from onrecord.briefing.catalogue import Briefing
from onrecord.briefing.formats import all_names
from onrecord.briefing.making import hashed, notebook_sha256_of, program_sha256
from onrecord.briefing.subjects import SUBJECTS
from onrecord.coding.folders import shown
from onrecord.printing import numbered


@dataclass(frozen=True)
class Request:
    """What a build is asked for, as words."""

    names: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    formats: str = all_names()

    def key(self) -> str:
        """The same for the same words."""
        return hashed(self.names, self.given, self.formats)

    def concerns_one_case(self, briefings: list[Briefing]) -> bool:
        """Whether no case has a say in what is made of another: no subject is given, no other coding is needed."""
        return not any(one.partition("=")[0] in SUBJECTS for one in self.given) and not any(b.needs for b in briefings)


def key_of(asked: Request, notebooks: dict[str, str], case_sha256: str) -> str:
    """Of all that a case's documents are made of; "" where a notebook among them is none to be kept."""
    return hashed(asked.key(), program_sha256(), notebooks, case_sha256) if all(notebooks.values()) else ""


def hashes_of(briefings: list[Briefing]) -> dict[str, str]:
    """Of each notebook with what it imports beside it."""
    return {briefing.file: notebook_sha256_of(briefing.path) for briefing in briefings}


def last_line(
    documents: int, made: int, stood: int, cases: int, seconds: float, warnings: int, failed: int, shelf: Path
) -> str:
    """The last line of a build."""
    parts = [f"{numbered(documents - failed, 'briefing')} of {numbered(cases, 'case')} in {seconds:.1f} s"]
    parts += [f"{made} made, {stood} as {'it was' if stood == 1 else 'they were'}"] if stood else []
    parts += [numbered(warnings, "warning"), *([f"{failed} failed"] if failed else [])]
    return f"{', '.join(parts)}: {shown(shelf / 'index.html')}"
