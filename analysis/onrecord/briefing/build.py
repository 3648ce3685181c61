"""The build: every briefing of every case in every format, with their manifest and the shelf."""

from __future__ import annotations

import contextlib
import functools
import os
import time
from dataclasses import dataclass
from pathlib import Path

from onrecord.briefing import processes
from onrecord.briefing.asking import read_given, read_values
from onrecord.briefing.cache import FOLDER, SHELF, Stood, forget_others, shelf_json
from onrecord.briefing.catalogue import choose
from onrecord.briefing.formats import read_formats
from onrecord.briefing.home import find_notebooks, home_of
from onrecord.briefing.interrupting import ended_as_interrupted
from onrecord.briefing.making import hashed, program_sha256
from onrecord.briefing.places import free, writable
from onrecord.briefing.planning import Job, plan
from onrecord.briefing.progress import Progress
from onrecord.briefing.request import Request, hashes_of, key_of, last_line
from onrecord.briefing.shelf import write_shelf
from onrecord.briefing.shelving import Shelved, finish, opened, remember, shelve, stands
from onrecord.briefing.subjects import SUBJECTS
from onrecord.briefing.writing import alone_in, clear_leftovers, write
from onrecord.coding.cases import Checked, case_folders, checked, problems_of, seeds_folder
from onrecord.coding.folders import shown
from onrecord.coding.handed import Handed, to_hand_on
from onrecord.house.style import house
from onrecord.printing import say
from onrecord.problems import ProblemsError, problem


@dataclass(frozen=True)
class Asked:
    """What a build has to make: the documents `todo`; `whole` where they are all that there is to make of its cases."""

    todo: list[Job]
    whole: bool

    def names(self, case: str) -> set[str] | None:
        """The documents of a case, where what is not among them is no longer made; else None."""
        return {job.name for job in self.todo if job.case == case} if self.whole else None


def rebuild(
    names_of_cases: tuple[str, ...],
    asked: Request,
    stood: list[Stood],
    jobs: int | None = None,
    out: Path | None = None,
    fresh: bool = False,
) -> int:
    """Builds those cases, and says how it went; `stood` are others that stand as they were.

    0, or 1 where a briefing failed. Raises ProblemsError before anything runs.
    """
    started = time.monotonic()
    notebooks = find_notebooks()
    house()  # what is wrong with the style is said before anything is made
    with ended_as_interrupted():
        cases = _sound(names_of_cases, notebooks)
        chosen, endings = choose(asked.names, notebooks), read_formats(asked.formats)
        parameters = read_given(asked.given)
        values = read_values(chosen, parameters, cases)
        out = free((out or home_of(notebooks) / "reports").resolve(), notebooks)
        writable([out, *(out / case.folder.name for case in cases)])
        processes.warm_up()
        whole = not asked.names and not set(parameters) & set(SUBJECTS)
        plan_ = Asked(plan(chosen, values, cases, endings), whole)
        shelves = {case.folder.name: opened(case, out / case.folder.name) for case in cases}
        keys = Keys(hashes_of(chosen), fresh)
        kept = _make(plan_.todo, shelves, keys, jobs or _cores())
        with alone_in(out):
            clear_leftovers(out)
            clear_leftovers(out / FOLDER)
            for name, shelf in shelves.items():
                finish(shelf, plan_.names(name))
                mine = [job for job in plan_.todo if job.case == name]
                if hashes_of(chosen) == keys.notebooks:  # else one was edited, and nobody knows what was run
                    remember(shelf, asked.key(), keys.of_case(asked, shelf.case), mine)
            write_shelf(out)
            write(out / FOLDER / SHELF, shelf_json(out, program_sha256()))
            forget_others(out)
    return _sum_up(list(shelves.values()), stood, (len(plan_.todo), kept), time.monotonic() - started, out)


@dataclass(frozen=True)
class Keys:
    """By what documents are remembered: `notebooks` are their hashes, "" of one that may give something else."""

    notebooks: dict[str, str]
    fresh: bool

    def of_case(self, asked: Request, case: Checked) -> str:
        """Of all that is asked for of a case."""
        return key_of(asked, self.notebooks, case.sha256)

    def of(self, job: Job, case: Checked) -> str:
        """Of one document; "" where it is made in every build."""
        notebook = self.notebooks[job.file]
        return hashed(program_sha256(), notebook, case.sha256, job.parameters, job.order, job.file) if notebook else ""


def _sound(names: tuple[str, ...], notebooks: Path) -> list[Checked]:
    """Those cases, without an error in any; raises ProblemsError with all of them."""
    folders = case_folders(names)
    seeds = seeds_folder(home_of(notebooks))
    outside = [folder for folder in folders if folder.parent != seeds]
    if outside:
        remedy = f"the notebooks read {shown(seeds)}; move the case there"
        raise ProblemsError([problem("E-CASE", found=shown(folder), remedy=remedy) for folder in outside])
    cases = checked(folders)
    problems = problems_of(cases)
    if any(one.level == "error" for one in problems):
        raise ProblemsError([one for one in problems if one.level != "warning"])
    return cases


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _make(todo: list[Job], shelves: dict[str, Shelved], keys: Keys, at_once: int) -> int:
    """Every document that is not there already, each put on its case's shelf as it is done; how many were there."""

    @functools.lru_cache(maxsize=1)  # the documents of a case follow each other
    def hand_on(name: str) -> Handed:
        return to_hand_on(shelves[name].case.case, shelves[name].case.sha256)

    key = {(job.case, job.name): keys.of(job, shelves[job.case].case) for job in todo}
    with Progress(len(todo)) as progress:
        new = [
            job for job in todo if keys.fresh or not stands(shelves[job.case], job, key[job.case, job.name], progress)
        ]
        progress.leave(len(todo) - len(new))
        with contextlib.closing(processes.run(new, at_once, hand_on)) as results:
            for job, result in results:
                shelve(shelves[job.case], job, key[job.case, job.name], result, progress)
    return len(todo) - len(new)


def _sum_up(shelves: list[Shelved], stood: list[Stood], made: tuple[int, int], seconds: float, out: Path) -> int:
    """Says how many of how many; `made`: the documents that were asked for here, and how many of them stood."""
    documents, kept = made
    failed = sum(len(shelf.failed) for shelf in shelves)
    warnings = sum(len(one.warnings) for one in stood) + sum(len(one.warnings) for one in shelves)
    say(*(one for shelf in stood for one in shelf.warnings), err=True)
    others = sum(one.documents for one in stood)
    count = documents + others, documents - kept - failed, kept + others, len(stood) + len(shelves)
    say(last_line(*count, seconds, warnings, failed, out))
    return 1 if failed else 0
