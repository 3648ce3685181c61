"""The build: every briefing of every case, as HTML and PDF, with their manifest and the shelf."""

from __future__ import annotations

import contextlib
import os
import signal
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click

from onrecord.briefing import manifest, processes
from onrecord.briefing.cases import case_folders, problems_of, seeds_folder, shown
from onrecord.briefing.catalogue import SUBJECTS, choose, find_notebooks
from onrecord.briefing.planning import FORMATS, Job, checked, plan, read_formats, read_given
from onrecord.briefing.progress import Progress
from onrecord.briefing.shelf import write_shelf
from onrecord.briefing.worker import Failed, Made
from onrecord.briefing.writing import alone_in, naming, sha256, write
from onrecord.coding.case import Case, open_case
from onrecord.problems import ProblemsError, problem


@dataclass
class Shelved:
    """What a build leaves in one case's folder of reports, and what it counted on the way."""

    case: Case
    folder: Path
    hashes: dict[str, str]
    made: dict[str, dict] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    warnings: int = 0


def build(
    names_of_cases: tuple[str, ...],
    *,
    names: tuple[str, ...] = (),
    given: tuple[str, ...] = (),
    formats: str = ",".join(FORMATS),
    jobs: int | None = None,
    out: Path | None = None,
) -> int:
    """Builds and says how it went; 0, or 1 where a briefing failed. Raises ProblemsError before anything runs."""
    started = time.monotonic()
    notebooks = find_notebooks()
    folders = _folders(names_of_cases, notebooks)
    chosen = choose(names, notebooks)
    endings, parameters = read_formats(formats), read_given(given)
    values = checked(chosen, parameters, folders)
    out = _free((out or notebooks.parent / "reports").resolve(), notebooks)
    _writable([out, *(out / folder.name for folder in folders)])
    with _ended_as_interrupted():
        processes.warm_up()
        todo = plan(chosen, values, folders, endings)
        whole = not names and not set(parameters) & set(SUBJECTS)
        shelves = {folder.name: _open(folder, out / folder.name) for folder in folders}
        with Progress(len(todo)) as progress, contextlib.closing(processes.run(todo, jobs or _cores())) as results:
            for job, result in results:
                _shelve(shelves[job.case], job, result, progress)
        with alone_in(out):
            for shelf in shelves.values():
                _finish(shelf, {job.name for job in todo if job.case == shelf.case.id} if whole else None)
            write_shelf(out)
    return _sum_up(list(shelves.values()), len(todo), time.monotonic() - started, out)


def _folders(names: tuple[str, ...], notebooks: Path) -> list[Path]:
    """The folders of those cases, without an error in any; raises ProblemsError with all of them."""
    folders = case_folders(names)
    seeds = seeds_folder(notebooks)
    outside = [folder for folder in folders if folder.parent != seeds]
    if outside:
        remedy = f"the notebooks read {shown(seeds)}; move the case there"
        raise ProblemsError([problem("E-CASE", found=shown(folder), remedy=remedy) for folder in outside])
    problems = problems_of(folders)
    if any(one.level == "error" for one in problems):
        raise ProblemsError([one for one in problems if one.level != "warning"])
    return folders


def _free(out: Path, notebooks: Path) -> Path:
    """`out`, where that is no place of the project's own; raises ProblemsError."""
    taken = {"the project's own folder": out == notebooks.parent}
    taken |= {f"in {folder.name}/": out.is_relative_to(folder) for folder in (seeds_folder(notebooks), notebooks)}
    for place in (words for words, so in taken.items() if so):
        found, remedy = f"--out {shown(out)} is {place}", "give a folder of its own, such as reports"
        raise ProblemsError([problem("E-PARAM", found=found, remedy=remedy)])
    return out


def _writable(folders: list[Path]) -> None:
    """Tries to write a byte to each of those folders that is there, and to where others will be made.

    Raises ProblemsError, before anything runs.
    """
    problems = []
    for there in dict.fromkeys(next(path for path in (f, *f.parents) if path.exists()) for f in folders):
        try:
            with tempfile.TemporaryFile(dir=there, buffering=0) as file:
                file.write(b"1")
        except OSError as error:
            found = f"nothing can be written there: {error.strerror or error}"
            problems.append(problem("E-FILE", shown(there), found=found, remedy="give another folder with --out"))
    if problems:
        raise ProblemsError(problems)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _open(folder: Path, reports: Path) -> Shelved:
    case = open_case(folder)
    return Shelved(case, reports, manifest.inputs(case))


def _shelve(shelf: Shelved, job: Job, result: Made | Failed, progress: Progress) -> None:
    """Writes a document's files, or takes away those of an earlier build and keeps the evidence."""
    evidence = shelf.folder / "failed" / f"{job.name}.ipynb"
    if isinstance(result, Failed):
        shelf.failed.append(job.name)
        for ending in FORMATS:
            _remove(shelf, f"{job.name}.{ending}")
        evidence.unlink(missing_ok=True)
        lines = [f"{job.case} {job.name} failed", *result.reason]
        if result.notebook is not None:
            write(evidence, result.notebook)
            lines.append(f"  executed notebook: {shown(evidence)}")
        progress.say(lines)
        progress.step(job, "failed")
        return
    evidence.unlink(missing_ok=True)
    for ending, data in result.files.items():
        name = f"{job.name}.{ending}"
        write(shelf.folder / name, data)
        shelf.made[name] = manifest.entry(job, result, data, shelf.hashes)
    _remove_outdated(shelf, job, result)
    shelf.warnings += len(result.problems)
    progress.say([f"{one} ({job.name})" for one in result.problems])
    progress.step(job, _number(len(result.files), "file"))


def _remove_outdated(shelf: Shelved, job: Job, made: Made) -> None:
    """A format that was not asked for stays only if it is of the same making."""
    fresh = manifest.entry(job, made, b"", shelf.hashes) | {"sha256": ""}
    shelved = manifest.read(shelf.folder)["files"]
    for name in (f"{job.name}.{ending}" for ending in FORMATS if ending not in made.files):
        if name in shelved and shelved[name] | {"sha256": ""} != fresh:
            _remove(shelf, name)


def _remove(shelf: Shelved, name: str) -> None:
    (shelf.folder / name).unlink(missing_ok=True)
    shelf.made.pop(name, None)


def _finish(shelf: Shelved, names: set[str] | None) -> None:
    """Data and manifest; after a whole build (`names` its documents) also away with what nothing makes any more.

    The manifest is read only now: another build may have saved its own since this one began.
    """
    files = manifest.read(shelf.folder)["files"]
    files |= {name: entry for name, entry in shelf.made.items() if _is_there(shelf.folder / name, entry)}
    if names is not None:
        for name in [file for file in files if "/" not in file and Path(file).stem not in names]:
            _remove(shelf, name)
    data = _write_data(shelf)
    files = {name: entry for name, entry in files.items() if "/" not in name and (shelf.folder / name).is_file()}
    for path in sorted(data.iterdir()):
        files[f"data/{path.name}"] = {"sha256": sha256(path.read_bytes()), **shelf.hashes}
    manifest.save(shelf.folder, shelf.case, files)


def _write_data(shelf: Shelved) -> Path:
    """The folder with the coding as a data package: all of it is new, or, should that fail, all of it as it was."""
    from onrecord.coding.datapackage import write_datapackage

    data = shelf.folder / "data"
    data.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".data.", dir=shelf.folder) as beside, naming(data):
        new, old = Path(beside) / "new", Path(beside) / "old"
        write_datapackage(shelf.case.folder, new)
        if data.exists():
            data.replace(old)
        new.replace(data)
    return data


def _is_there(path: Path, entry: dict) -> bool:
    """Whether the file is the one that this build wrote, and not a later build's or gone."""
    return path.is_file() and sha256(path.read_bytes()) == entry["sha256"]


def _sum_up(shelves: list[Shelved], documents: int, seconds: float, out: Path) -> int:
    failed = sum(len(shelf.failed) for shelf in shelves)
    warnings = sum(shelf.warnings for shelf in shelves)
    click.echo(
        f"{_number(documents - failed, 'briefing')} of {_number(len(shelves), 'case')} in {seconds:.1f} s, "
        f"{_number(warnings, 'warning')}{f', {failed} failed' if failed else ''}: {shown(out / 'index.html')}"
    )
    return 1 if failed else 0


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


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
