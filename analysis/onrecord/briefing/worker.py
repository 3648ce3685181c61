"""What a build does in a process of its own: run one notebook, make its document, set page and PDF."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import traceback
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from onrecord.briefing.formats import FORMATS
from onrecord.briefing.planning import Job
from onrecord.briefing.reads import Reads
from onrecord.problems import Problem, ProblemsError, problem, refused

MEMORY = "memory may be short: --jobs 1 runs one process at a time"
SHORT_OF_MEMORY = ("Cannot allocate memory", "failed to map segment")  # in what the system says when it loads a library


@dataclass(frozen=True)
class Made:
    """A document in its formats, with the banner's facts and what it was made of."""

    files: dict[str, bytes]
    facts: dict[str, str]
    notebook_sha256: str
    parameters: dict[str, Any]
    problems: list[Problem] = field(default_factory=list)
    reads: dict[str, str] | None = None  # what else was read, by its hash; None: it may be another the next time


@dataclass(frozen=True)
class Failed:
    """Why there is no document: lines for the terminal, and the executed notebook where there is one.

    `keeps`: the machine's fault, not the notebook's, so the document of an earlier build stays.
    """

    reason: list[str]
    notebook: bytes | None = None
    keeps: bool = False


def make(job: Job, scratch: Path, reads: Reads | None = None) -> Made | Failed:
    """Makes the document of `job`; raises nothing. `scratch` is a folder for what is not kept, `reads` is watching."""
    os.environ["IPYTHONDIR"] = str(scratch / "ipython")  # the user's own profile and history stay out of it
    evidence = scratch / f"{job.case}-{job.name}.ipynb"
    try:
        made = _make(job, evidence)
        return replace(made, reads=reads.found()) if reads and isinstance(made, Made) else made
    except ProblemsError as error:
        return Failed([str(one) for one in error.problems], _read(evidence))
    except Exception as error:
        if said := _of_the_machine(error):
            return Failed([said], keeps=True)
        reason = [f"{job.file}: onrecord itself failed; please report this:", traceback.format_exc()]
    return Failed(reason, _read(evidence))


def _of_the_machine(error: BaseException) -> str:
    """What is said of an error for which neither notebook nor program can do anything, "" of another."""
    if _short_of_memory(type(error).__name__, str(error)):
        return str(problem("E-FILE", found="there is not enough memory", remedy=MEMORY))
    return str(refused(error)) if isinstance(error, OSError) and error.errno in OF_THE_MACHINE else ""


def _short_of_memory(name: str, words: str) -> bool:
    """Whether an error of that name (MemoryError, numpy's _ArrayMemoryError, …) and words says so."""
    return name.endswith("MemoryError") or any(said in words for said in SHORT_OF_MEMORY)


OF_THE_MACHINE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EMFILE, errno.ENFILE, errno.ENOMEM, errno.EIO}


def _make(job: Job, evidence: Path) -> Made | Failed:
    from onrecord.briefing.document import Document
    from onrecord.briefing.execution import execute

    notebook, failed = execute(job.notebook, job.parameters, evidence)
    if failed:
        source = [f"  | {line}" for line in failed.source.splitlines()]
        said = f"{job.file}: cell {failed.number} failed:"
        short = _short_of_memory(failed.name, failed.value)
        keeps = short or any(failed.value.startswith(f"[Errno {n}]") for n in OF_THE_MACHINE)
        remedy = [f"  {MEMORY}"] if short else []
        return Failed([said, *source, f"  {failed.name}: {failed.value}", *remedy], _read(evidence), keeps)
    document = Document.from_notebook(notebook, job.file, job.notebook)
    if wrong := _not_as_asked(job, document.facts):
        raise ProblemsError(wrong)
    files = {name: FORMATS[name].set(document) for name in job.formats}
    return Made(files, document.facts, document.notebook_sha256, document.parameters, document.problems)


PRINTED = {"case": "", "marking": "", "as_of": "", "analyst": ""}  # parameters -> where the banner is silent


def _not_as_asked(job: Job, facts: dict[str, str]) -> list[Problem]:
    """The parameters that the document prints with another value than it was asked for."""
    asked = {name: str(value) for name, value in job.parameters.items() if name in PRINTED and value != ""}
    shown = {name: facts.get(name.replace("_", "-")) or PRINTED[name] for name in asked}
    return [
        problem("E-PARAM", job.file, None, name, found=_differs(shown[name], value), remedy=_HANDED_ON)
        for name, value in asked.items()
        if shown[name] != value
    ]


_HANDED_ON = "hand the parameter on to the banner, and set it nowhere but in the parameters cell"


def _differs(shown: str, asked: str) -> str:
    return f"the document says {shown!r}, asked for was {asked!r}"


def _read(path: Path) -> bytes | None:
    """The executed notebook, where it is there and whole."""
    with contextlib.suppress(OSError, ValueError):
        data = path.read_bytes()
        json.loads(data)
        return data
    return None
