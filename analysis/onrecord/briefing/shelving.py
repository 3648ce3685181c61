"""What a build leaves in a case's folder of reports: documents, evidence of what failed, the coding, the manifest."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.briefing import manifest
from onrecord.briefing.cache import FOLDER, Remembered, Stood, remembered
from onrecord.briefing.formats import FORMATS
from onrecord.briefing.making import path_sha256
from onrecord.briefing.planning import Job
from onrecord.briefing.progress import Progress
from onrecord.briefing.worker import Failed, Made
from onrecord.briefing.writing import clear_leftovers, folder_beside, naming, sha256, write
from onrecord.coding.cases import Checked
from onrecord.coding.folders import folder_sha256, shown
from onrecord.coding.reading import Coding
from onrecord.printing import numbered

Entries = dict[str, dict[str, Any]]


@dataclass
class Shelved:
    """One case's folder of reports, and what was counted on the way; `hashes` are of what the documents are made of."""

    case: Checked
    folder: Path
    hashes: dict[str, str]
    known: Remembered = field(default_factory=Remembered)
    made: Entries = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    standing: dict[str, dict[str, Any]] = field(default_factory=dict)  # documents left alone, as they are remembered
    new: dict[str, dict[str, Any]] = field(default_factory=dict)  # documents made, as they are to be remembered
    warnings: list[str] = field(default_factory=list)


def opened(case: Checked, reports: Path) -> Shelved:
    """The folder `reports` of a case of which nothing is made yet; what a killed build left half-written goes."""
    clear_leftovers(reports)
    return Shelved(case, reports, manifest.inputs(case.folder), remembered(reports.parent, reports.name))


def stands(shelf: Shelved, job: Job, key: str, progress: Progress) -> bool:
    """Whether a document is on the shelf as it would be made; then it is left alone, its warnings are said."""
    found = shelf.known.standing(job.name, key, job.formats, shelf.folder)
    if found is None:
        return False
    shelf.standing[job.name] = found
    shelf.made |= {name: entry for name, entry in found["files"].items() if name.rpartition(".")[2] in job.formats}
    _warn(shelf, found["problems"], progress)
    return True


def _warn(shelf: Shelved, problems: list[str], progress: Progress) -> None:
    progress.say(problems)
    shelf.warnings += problems


def shelve(shelf: Shelved, job: Job, key: str, result: Made | Failed, progress: Progress) -> None:
    """Writes a document's files, or takes away those of an earlier build and keeps the evidence.

    `key` is what it is remembered by, "" where it is not to be.
    """
    evidence = shelf.folder / "failed" / f"{job.name}.ipynb"
    evidence.unlink(missing_ok=True)
    if isinstance(result, Failed):
        progress.say(_keep_evidence(shelf, job, result, evidence))
        progress.step(job, "failed")
        return
    _keep(shelf, job, result)
    problems = [f"{one} ({job.name})" for one in result.problems]
    if key and result.reads is not None:
        files = {name: shelf.made[name] for name in (f"{job.name}.{ending}" for ending in result.files)}
        shelf.new[job.name] = {"key": key, "reads": result.reads, "files": files, "problems": problems}
    _warn(shelf, problems, progress)
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


def remember(shelf: Shelved, asked: str, key: str, jobs: list[Job]) -> None:
    """Saves what a later build need not make again, with what was asked for under `key`; nothing of an edited case."""
    if folder_sha256(shelf.case.folder) != shelf.case.sha256:
        return
    out, name = shelf.folder.parent, shelf.folder.name
    known = remembered(out, name)
    documents = known.documents | shelf.standing | shelf.new
    gone = {one for one, found in documents.items() if one in shelf.failed or not _is_on(shelf, found)}
    known.documents = {one: found for one, found in documents.items() if one not in gone}
    ours = shelf.standing | shelf.new
    if key and all(job.name in ours and job.name not in gone for job in jobs):
        reads = {path: sha256 for job in jobs for path, sha256 in ours[job.name]["reads"].items()}
        known.ask(asked, Stood(key, len(jobs), shelf.warnings, _files(shelf, jobs), reads))
    write(out / FOLDER / f"{name}.json", known.as_json())


def _is_on(shelf: Shelved, found: dict[str, Any]) -> bool:
    """Whether a file of a document is on the shelf."""
    return any((shelf.folder / name).is_file() for name in found["files"])


def _files(shelf: Shelved, jobs: list[Job]) -> dict[str, str]:
    """Of the documents of `jobs`, of the manifest and of the data: what they hold."""
    names = [f"{job.name}.{ending}" for job in jobs for ending in job.formats]
    data = [path.relative_to(shelf.folder).as_posix() for path in sorted((shelf.folder / "data").iterdir())]
    return {name: path_sha256(shelf.folder / name) for name in (*names, *data, manifest.NAME)}
