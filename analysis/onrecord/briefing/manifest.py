"""The manifest of a case's folder of reports: each file, its sha256, and what it was made of. No clock."""

from __future__ import annotations

import functools
import json
import sys
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from onrecord.briefing.planning import Job
from onrecord.briefing.worker import Made
from onrecord.briefing.writing import sha256, write
from onrecord.coding.case import Case
from onrecord.coding.fingerprint import coding_sha256
from onrecord.coding.tables import OWN_WORDS
from onrecord.wording.coding_basis import unread_part
from onrecord.wording.english import all_english

NAME = "manifest.json"
MADE_WITH = ("onrecord", "pandas", "matplotlib", "papermill", "typst")


def read(folder: Path) -> dict[str, Any]:
    """The manifest in `folder`; an empty one where there is none, or one of another program or version."""
    try:
        found = json.loads((folder / NAME).read_bytes())
        return found if _is_ours(found) else {"files": {}}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {"files": {}}


_SAID = {"case": str, "headline": str, "publisher": str, "as_of": str, "as_of_basis": str, "unreviewed_rows": int}
_OF_A_DOCUMENT = {"title": str, "order": list, "sha256": str}  # of a document; of the data there is less


def _is_ours(found: dict[str, Any]) -> bool:
    """Whether a manifest says all that the shelf reads of one."""
    documents = [entry for name, entry in found["files"].items() if "/" not in name]
    return (
        _holds(found, _SAID)
        and found["as_of_basis"] in all_english("as_of", "shelf")
        and all(isinstance(count, int) for count in found["coding_basis"].values())
        and all(_holds(entry, _OF_A_DOCUMENT) and [int, int] == [*map(type, entry["order"])] for entry in documents)
    )


def _holds(found: dict[str, Any], kinds: Mapping[str, type]) -> bool:
    return all(isinstance(found[name], kind) for name, kind in kinds.items())


def save(folder: Path, case: Case, hashes: dict[str, str], files: dict[str, dict[str, Any]]) -> None:
    """Writes the manifest of `case`: what the shelf says of it, its `inputs`, and its `files` by name."""
    article = case.article
    as_of, basis = article.as_of
    facts = {
        "case": case.id,
        "headline": article.headline,
        "publisher": article.publisher.name,
        "as_of": as_of.isoformat(),
        "as_of_basis": basis,
        "coding_basis": case.basis_counts,
        "unreviewed_rows": case.unreviewed,
        **({"unread": unread_part(case)} if case.signed_unread else {}),
        **hashes,
        "files": dict(sorted(files.items())),
    }
    write(folder / NAME, (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode())


def inputs(folder: Path) -> dict[str, str]:
    """The hashes of what every document of the case in `folder` is made of, the analyst's own words among it."""
    own = folder / f"{OWN_WORDS}.csv"
    hashes = {
        "article_sha256": sha256((folder / "article.txt").read_bytes()),
        "article_yml_sha256": sha256((folder / "article.yml").read_bytes()),
        "coding_sha256": coding_sha256(folder),
    }
    return hashes | ({f"{OWN_WORDS}_sha256": sha256(own.read_bytes())} if own.is_file() else {})


def entry(job: Job, made: Made, data: bytes, hashes: dict[str, str]) -> dict[str, Any]:
    """What the manifest says of one file of a document."""
    return {
        "sha256": sha256(data),
        "briefing": job.briefing,
        "order": list(job.order),
        "title": made.facts["title"],
        "subject": made.facts.get("subject", ""),
        "reviewed": made.facts.get("reviewed") == "true",
        "notebook": job.file,
        "notebook_sha256": made.notebook_sha256,
        **hashes,
        **_as_read(made.facts),
        "parameters": made.parameters,
        "versions": versions(),
    }


def _as_read(facts: dict[str, str]) -> dict[str, str]:
    """The hashes that the briefing itself read, should the case have been edited while it was built."""
    names = ("article_sha256", "coding_sha256")
    return {name: facts[name.replace("_", "-")] for name in names if facts.get(name.replace("_", "-"))}


@functools.cache
def versions() -> dict[str, str]:
    """Of Python, to the minor number, and of what decides a document's bytes."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {"python": python} | {name: version(name) for name in MADE_WITH}
