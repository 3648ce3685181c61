"""Which cases there are, as a command names them, and each as read and checked: once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from onrecord.coding.case import Case, find_case
from onrecord.coding.checks import check
from onrecord.coding.folders import case_names, find_seeds, folder_sha256, shown
from onrecord.coding.reading import Coding, read_coding
from onrecord.coding.storing.recovering import tidy
from onrecord.problem_report import under
from onrecord.problems import Problem, ProblemsError, problem


@dataclass
class Checked:
    """A case as read, and everything that the checks say of it."""

    coding: Coding
    problems: list[Problem]
    sha256: str = ""  # of the folder before it was read

    @property
    def folder(self) -> Path:
        return self.coding.folder

    @cached_property
    def case(self) -> Case:
        """The case of that coding; to be asked for only where no problem is an error."""
        return Case(self.coding, self.problems)


def seeds_folder(start: Path | None = None) -> Path:
    """The nearest ``seeds/`` at or above `start` (default: the working folder); raises ProblemsError."""
    seeds = find_seeds(start)
    if seeds is None:
        raise ProblemsError(
            [problem("E-FILE", found="there is no seeds/ folder here or above", remedy="go to the project's folder")]
        )
    return seeds


def seeds_or_new() -> Path:
    """The nearest ``seeds/``, for a first case one here, in the folder of a project that has notebooks where one is."""
    here = Path.cwd().resolve()
    home = next((folder for folder in (here, *here.parents) if (folder / "notebooks").is_dir()), here)
    return find_seeds() or home / "seeds"


def case_folders(names: tuple[str, ...]) -> list[Path]:
    """The folders of the cases of those `names`, of all in ``seeds/`` where none is given; raises ProblemsError.

    What a killed process left beside them goes.
    """
    if seeds := find_seeds():
        tidy(seeds)
    return _named(names) if names else _all(seeds_folder())


def _all(seeds: Path) -> list[Path]:
    names = case_names(seeds)
    if not names:
        remedy = "`onrecord new` makes one from an article"
        raise ProblemsError([problem("E-FILE", seeds.name, found="there is no case", remedy=remedy)])
    return [seeds / name for name in names]


def _named(names: tuple[str, ...]) -> list[Path]:
    """Each folder once, in the order of the names; every name that is none is a problem."""
    folders: dict[Path, None] = {}
    problems: list[Problem] = []
    for name in names:
        try:
            folders[find_case(name)] = None
        except ProblemsError as error:
            problems += error.problems
    if problems:
        raise ProblemsError(problems)
    return list(folders)


def checked(folders: Iterable[Path]) -> list[Checked]:
    """The cases in those folders; nothing is raised for what is wrong with them."""
    return [_checked(folder) for folder in folders]


def _checked(folder: Path) -> Checked:
    sha256 = folder_sha256(folder)
    coding = read_coding(folder)
    return Checked(coding, check(coding), sha256)


def problems_of(cases: Iterable[Checked]) -> list[Problem]:
    """Everything that the checks say of those cases, each file named from the working folder."""
    return [one for case in cases for one in under(shown(case.folder), case.problems)]
