"""What a shelf holds of cases that are gone: taken away, as far as a build wrote it and nobody changed it since."""

from __future__ import annotations

from pathlib import Path

from onrecord.briefing import manifest
from onrecord.briefing.writing import sha256


def retire(out: Path, gone: list[str]) -> list[str]:
    """Takes those folders away, a person's files aside; what was done, in words."""
    return [_retired(out / name) for name in gone if manifest.read(out / name).get("case") == name]


def _retired(folder: Path) -> str:
    files = manifest.read(folder)["files"]
    for path in [one for one in sorted(folder.rglob("*")) if one.is_file() and not one.is_symlink()]:
        written = files.get(path.relative_to(folder).as_posix())
        if written and sha256(path.read_bytes()) == written["sha256"]:
            path.unlink()
    (folder / manifest.NAME).unlink()
    for one in (folder / "data", folder):
        if one.is_dir() and not any(one.iterdir()):
            one.rmdir()
    stays = "; files that no build wrote stay" if folder.exists() else ""
    return f"taken away: the briefings and data of {folder.name}, which is no case any more{stays}"
