"""The build: every briefing of every case in every format, with their manifest and the shelf."""

from __future__ import annotations

import contextlib
import functools
import os
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from onrecord.briefing import processes
from onrecord.briefing.asking import read_given, read_values
from onrecord.briefing.catalogue import choose, find_notebooks
from onrecord.briefing.formats import all_names, read_formats
from onrecord.briefing.places import free, writable
from onrecord.briefing.planning import Job, plan
from onrecord.briefing.progress import Progress, numbered
from onrecord.briefing.shelf import write_shelf
from onrecord.briefing.shelving import Shelved, finish, opened, shelve
from onrecord.briefing.subjects import SUBJECTS
from onrecord.briefing.writing import alone_in
from onrecord.coding.cases import Checked, case_folders, checked, problems_of, seeds_folder, shown
from onrecord.coding.handed import Handed, to_hand_on
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


def build(
    names_of_cases: tuple[str, ...],
    *,
    names: tuple[str, ...] = (),
    given: tuple[str, ...] = (),
    formats: str = all_names(),
    jobs: int | None = None,
    out: Path | None = None,
) -> int:
    """Builds and says how it went; 0, or 1 where a briefing failed. Raises ProblemsError before anything runs."""
    started = time.monotonic()
    notebooks = find_notebooks()
    cases = _sound(names_of_cases, notebooks)
    chosen, endings, parameters = choose(names, notebooks), read_formats(formats), read_given(given)
    values = read_values(chosen, parameters, cases)
    out = free((out or notebooks.parent / "reports").resolve(), notebooks)
    writable([out, *(out / case.folder.name for case in cases)])
    with _ended_as_interrupted():
        processes.warm_up()
        asked = Asked(plan(chosen, values, cases, endings), not names and not set(parameters) & set(SUBJECTS))
        shelves = {case.folder.name: opened(case, out / case.folder.name) for case in cases}
        _make(asked.todo, shelves, jobs or _cores())
        with alone_in(out):
            for name, shelf in shelves.items():
                finish(shelf, asked.names(name))
            write_shelf(out)
    return _sum_up(list(shelves.values()), len(asked.todo), time.monotonic() - started, out)


def _sound(names: tuple[str, ...], notebooks: Path) -> list[Checked]:
    """Those cases, without an error in any; raises ProblemsError with all of them."""
    folders = case_folders(names)
    seeds = seeds_folder(notebooks)
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


def _make(todo: list[Job], shelves: dict[str, Shelved], at_once: int) -> None:
    """Every document, each put on its case's shelf as it is done."""

    @functools.lru_cache(maxsize=1)  # the documents of a case follow each other
    def hand_on(name: str) -> Handed:
        return to_hand_on(shelves[name].case.case, shelves[name].case.sha256)

    with Progress(len(todo)) as progress, contextlib.closing(processes.run(todo, at_once, hand_on)) as results:
        for job, result in results:
            shelve(shelves[job.case], job, result, progress)


def _sum_up(shelves: list[Shelved], documents: int, seconds: float, out: Path) -> int:
    failed = sum(len(shelf.failed) for shelf in shelves)
    warnings = sum(shelf.warnings for shelf in shelves)
    made, of = numbered(documents - failed, "briefing"), numbered(len(shelves), "case")
    ill = f", {failed} failed" if failed else ""
    say(f"{made} of {of} in {seconds:.1f} s, {numbered(warnings, 'warning')}{ill}: {shown(out / 'index.html')}")
    return 1 if failed else 0


@contextlib.contextmanager
def _ended_as_interrupted() -> Iterator[None]:
    """While it lasts, being told to end is the same as Ctrl-C."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    signals = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, _interrupt) for number in signals}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt
