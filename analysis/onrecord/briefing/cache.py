"""What earlier builds left on a shelf, and what it was made of: known by content, never by time.

A file a case, in a folder of the shelf that may be deleted at any time. It holds hashes, no documents: those are on the
shelf, and count only while they are, byte for byte, what was made. So nothing is wrong with what another build or a
killed one left; at worst something is made once more.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.briefing.making import path_sha256

FOLDER = ".cache"
ASKED = 8  # that many ways of asking for a case are remembered, the latest
SHELF = "shelf.json"
Hashes = dict[str, str]  # of paths


@dataclass(frozen=True)
class Stood:
    """What a build was asked for of a case, all made: `files` of its folder of reports, and what else was read."""

    key: str
    documents: int
    warnings: list[str]
    files: Hashes
    reads: Hashes

    def holds(self, key: str, reports: Path) -> bool:
        """Whether it would all be made the same again, and is there."""
        return self.key == key and as_hashed(self.reads) and as_hashed(self.files, reports)


@dataclass
class Remembered:
    """One case on the shelf: its documents, by their files' name, and how they were asked for."""

    documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: dict[str, Stood] = field(default_factory=dict)

    def standing(self, name: str, key: str, formats: Iterable[str], reports: Path) -> dict[str, Any] | None:
        """The document `name`, in those formats, where it would be made the same again and is there; else None."""
        found = self.documents.get(name)
        if not key or not found or found["key"] != key:
            return None
        wanted = {f"{name}.{one}" for one in formats}
        hashes = {file: entry["sha256"] for file, entry in found["files"].items() if file in wanted}
        return found if set(hashes) == wanted and as_hashed(hashes, reports) and as_hashed(found["reads"]) else None

    def ask(self, how: str, stood: Stood) -> None:
        """Remembers what was asked for, last of all; the oldest is forgotten."""
        self.asked.pop(how, None)
        self.asked[how] = stood
        self.asked = dict(list(self.asked.items())[-ASKED:])

    def as_json(self) -> bytes:
        asked = {how: vars(stood) for how, stood in self.asked.items()}
        return json.dumps({"documents": self.documents, "asked": asked}, ensure_ascii=False).encode()


def as_hashed(hashes: Mapping[str, str], folder: Path | None = None) -> bool:
    """Whether those paths, in `folder`, hold what they did."""
    try:
        return all(path_sha256(folder / path if folder else Path(path)) == sha256 for path, sha256 in hashes.items())
    except OSError:
        return False


def remembered(out: Path, case: str) -> Remembered:
    """What is known of a case on the shelf `out`: nothing where that cannot be read."""
    try:
        found = json.loads((out / FOLDER / f"{case}.json").read_bytes())
        asked = {how: Stood(**stood) for how, stood in found["asked"].items()}
        return Remembered({name: _document(**facts) for name, facts in found["documents"].items()}, asked)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Remembered()


def _document(key: str, reads: Hashes, files: dict[str, Any], problems: list[str]) -> dict[str, Any]:
    return {"key": key, "reads": {**reads}, "files": {**files}, "problems": [*problems]}


def shelf_hashes(out: Path) -> dict[str, Hashes]:
    """Of the pages of the shelf itself, and of the manifests that it is made from."""
    return {
        "pages": {path.name: path_sha256(path) for path in sorted(out.glob("*.html"))},
        "manifests": {path.parent.name: path_sha256(path) for path in sorted(out.glob("*/manifest.json"))},
    }


def shelf_stands(out: Path, program: str) -> bool:
    """Whether the shelf is as this program made it of the manifests that are there, and nothing is half-written."""
    if any(out.glob(".*.html.*")) or any((out / FOLDER).glob(".*")):
        return False
    try:
        found = json.loads((out / FOLDER / SHELF).read_bytes())
        return bool(found == {"program": program} | shelf_hashes(out) and found["pages"])
    except (OSError, ValueError):
        return False


def shelf_json(out: Path, program: str) -> bytes:
    """What `shelf_stands` looks for."""
    return json.dumps({"program": program} | shelf_hashes(out)).encode()


def forget_others(out: Path) -> None:
    """Takes away what is known of cases that are no longer on the shelf."""
    for path in (out / FOLDER).glob("*.json"):
        if path.name != SHELF and not (out / path.stem).is_dir():
            path.unlink(missing_ok=True)
