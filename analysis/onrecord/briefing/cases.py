"""Which cases there are, as a command names them, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

from onrecord.coding.case import case_names, find_case, find_seeds
from onrecord.coding.checks import check
from onrecord.coding.reading import Coding, read_coding
from onrecord.problem_report import under
from onrecord.problems import Problem, ProblemsError, problem


def seeds_folder(start: Path | None = None) -> Path:
    """The nearest ``seeds/`` at or above `start` (default: the working folder); raises ProblemsError."""
    seeds = find_seeds(start)
    if seeds is None:
        raise ProblemsError(
            [problem("E-FILE", found="there is no seeds/ folder here or above", remedy="go to the project's folder")]
        )
    return seeds


def case_folders(names: tuple[str, ...]) -> list[Path]:
    """The folders of the cases of those `names`, of all in ``seeds/`` where none is given; raises ProblemsError."""
    if not names:
        seeds = seeds_folder()
        names = tuple(case_names(seeds))
        if not names:
            remedy = "`onrecord new` makes one from an article"
            raise ProblemsError([problem("E-FILE", seeds.name, found="there is no case", remedy=remedy)])
        return [seeds / name for name in names]
    folders, problems = {}, []
    for name in names:
        try:
            folders[find_case(name)] = name
        except ProblemsError as error:
            problems += error.problems
    if problems:
        raise ProblemsError(problems)
    return list(folders)


def problems_of(folders: list[Path]) -> list[Problem]:
    """Everything that the checks say of those cases, each file named from the working folder."""
    return [problem for folder in folders for problem in under(shown(folder), check(read_coding(folder)))]


def subjects(coding: Coding) -> dict[str, dict[str, str]]:
    """Whom and what a briefing of the case can be about, each id with its words.

    Left out are the publisher, whose voice is the whole text's, and holders that the text does not name.
    """
    narrator = coding.article.publisher.actor if coding.article else ""
    actors = [row for _, row in coding.table("actors") if row.id != narrator and row.type != "unspecified"]
    return {
        "actor": {row.id: row.name for row in actors},
        "issue": {row.id: row.proposition for _, row in coding.table("issues")},
    }


def shown(path: Path) -> str:
    """`path` as a user would write it: from the working folder where it lies below that."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)
