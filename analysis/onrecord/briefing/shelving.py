"""What a build leaves in a case's folder of reports: documents, evidence of what failed, the coding, the manifest."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.briefing import manifest
from onrecord.briefing.formats import FORMATS
from onrecord.briefing.planning import Job
from onrecord.briefing.progress import Progress, numbered
from onrecord.briefing.worker import Failed, Made
from onrecord.briefing.writing import clear_leftovers, folder_beside, naming, sha256, write
from onrecord.coding.cases import Checked, shown
from onrecord.coding.reading import Coding

Entries = dict[str, dict[str, Any]]


@dataclass
class Shelved:
    """One case's folder of reports, and what was counted on the way; `hashes` are of what the documents are made of."""

    case: Checked
    folder: Path
    hashes: dict[str, str]
    made: Entries = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    warnings: int = 0


def opened(case: Checked, reports: Path) -> Shelved:
    """The folder `reports` of a case of which nothing is made yet; what a killed build left half-written goes."""
    clear_leftovers(reports)
    return Shelved(case, reports, manifest.inputs(case.folder))


def shelve(shelf: Shelved, job: Job, result: Made | Failed, progress: Progress) -> None:
    """Writes a document's files, or takes away those of an earlier build and keeps the evidence."""
    evidence = shelf.folder / "failed" / f"{job.name}.ipynb"
    evidence.unlink(missing_ok=True)
    if isinstance(result, Failed):
        progress.say(_keep_evidence(shelf, job, result, evidence))
        progress.step(job, "failed")
        return
    _keep(shelf, job, result)
    progress.say([f"{one} ({job.name})" for one in result.problems])
    progress.step(job, numbered(len(result.files), "file"))


def _keep_evidence(shelf: Shelved, job: Job, failed: Failed, evidence: Path) -> list[str]:
    """The lines that say what happened."""
    shelf.failed.append(job.name)
    for ending in FORMATS if not failed.keeps else ():
        _remove(shelf, f"{job.name}.{ending}")
    lines = [f"{job.case} {job.name} failed", *failed.reason]
    if failed.notebook is not None:
        write(evidence, failed.notebook)
        lines.append(f"  executed notebook: {shown(evidence)}")
    return lines


def _keep(shelf: Shelved, job: Job, made: Made) -> None:
    for ending, data in made.files.items():
        name = f"{job.name}.{ending}"
        write(shelf.folder / name, data)
        shelf.made[name] = manifest.entry(job, made, data, shelf.hashes)
    _remove_outdated(shelf, job, made)
    shelf.warnings += len(made.problems)


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


def finish(shelf: Shelved, names: set[str] | None) -> None:
    """Data and manifest; after a whole build (`names` its documents) also away with what nothing makes any more.

    The manifest is read only now: another build may have saved its own since this one began.
    """
    files: Entries = manifest.read(shelf.folder)["files"]
    files |= {name: entry for name, entry in shelf.made.items() if _is_there(shelf.folder / name, entry)}
    documents = [name for name in files if "/" not in name]
    for name in documents:
        if names is not None and Path(name).stem not in names:
            _remove(shelf, name)
    kept = {name: files[name] for name in documents if (shelf.folder / name).is_file()}
    manifest.save(shelf.folder, shelf.case.case, shelf.hashes, kept | _data_entries(shelf))


def _is_there(path: Path, entry: dict[str, Any]) -> bool:
    """Whether the file is the one that this build wrote, and not a later build's or gone."""
    return path.is_file() and sha256(path.read_bytes()) == entry["sha256"]


def _data_entries(shelf: Shelved) -> Entries:
    """Writes the coding as data; what the manifest says of each of the files."""
    paths = sorted(write_data(shelf).iterdir())
    return {f"data/{path.name}": {"sha256": sha256(path.read_bytes()), **shelf.hashes} for path in paths}


def write_data(shelf: Shelved) -> Path:
    """The folder with the coding as a data package: all of it is new, or, should that fail, all of it as it was."""
    from onrecord.coding import datapackage

    data = shelf.folder / "data"
    data.parent.mkdir(parents=True, exist_ok=True)
    with folder_beside(data) as beside, naming(data):
        new, old = beside / "new", beside / "old"
        datapackage.write_datapackage(shelf.case.folder, new, _as_it_stands(shelf))
        if data.exists():
            data.replace(old)
        new.replace(data)
    return data


def _as_it_stands(shelf: Shelved) -> Coding | None:
    """The coding as its files are now; None where they were edited since the build read them."""
    return shelf.case.coding if manifest.inputs(shelf.case.folder) == shelf.hashes else None
