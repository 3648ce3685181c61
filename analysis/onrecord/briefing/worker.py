"""What a build does in a process of its own: run one notebook, make its document, set page and PDF."""

from __future__ import annotations

import os
import traceback
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.briefing.formats import FORMATS
from onrecord.briefing.planning import Job
from onrecord.problems import Problem, ProblemsError


@dataclass(frozen=True)
class Made:
    """A document in its formats, with the banner's facts and what it was made of."""

    files: dict[str, bytes]
    facts: dict[str, str]
    notebook_sha256: str
    parameters: dict[str, Any]
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class Failed:
    """Why there is no document: lines for the terminal, and the executed notebook where there is one."""

    reason: list[str]
    notebook: bytes | None = None


def make(job: Job, scratch: Path) -> Made | Failed:
    """Makes the document of `job`; raises nothing. `scratch` is a folder for what is not kept."""
    os.environ["IPYTHONDIR"] = str(scratch / "ipython")  # the user's own profile and history stay out of it
    evidence = scratch / f"{job.case}-{job.name}.ipynb"
    try:
        return _make(job, evidence)
    except ProblemsError as error:
        reason = [str(problem) for problem in error.problems]
    except Exception:
        reason = [f"{job.file}: onrecord itself failed; please report this:", traceback.format_exc()]
    return Failed(reason, _read(evidence))


def _make(job: Job, evidence: Path) -> Made | Failed:
    from onrecord.briefing.document import Document
    from onrecord.briefing.execution import execute

    notebook, failed = execute(job.notebook, job.parameters, evidence)
    if failed:
        source = [f"  | {line}" for line in failed.source.splitlines()]
        said = f"{job.file}: cell {failed.number} failed:"
        return Failed([said, *source, f"  {failed.name}: {failed.value}"], _read(evidence))
    document = Document.from_notebook(notebook, job.file, job.notebook)
    files = {name: FORMATS[name].set(document) for name in job.formats}
    return Made(files, document.facts, document.notebook_sha256, document.parameters, document.problems)


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
