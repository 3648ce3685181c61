"""Where cases are, and what a folder of one holds, told without reading it as a case."""

from __future__ import annotations

import hashlib
from pathlib import Path


def folder_sha256(folder: Path) -> str:
    """Hash of the names and bytes of everything in the folder of a case, but for locks and other hidden files.

    64 hexadecimal digits; a link counts as what it leads to. Raises OSError where a file cannot be read.
    """
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("[!.]*") if path.is_file()):
        data = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()} {len(data)}\n".encode("utf-8", "surrogateescape"))
        digest.update(data)
    return digest.hexdigest()


def find_seeds(start: Path | None = None) -> Path | None:
    """The nearest ``seeds/`` at or above `start` (default: the working folder), or None."""
    here = (start or Path.cwd()).resolve()
    return next((folder / "seeds" for folder in (here, *here.parents) if (folder / "seeds").is_dir()), None)


def case_names(seeds: Path | None) -> list[str]:
    """The names of the cases in `seeds`, sorted."""
    if seeds is None:
        return []
    return sorted(path.name for path in seeds.iterdir() if path.is_dir() and not path.name.startswith("."))


def shown(path: Path) -> str:
    """`path` as a user would write it: from the working folder where it lies below that."""
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else str(path)
