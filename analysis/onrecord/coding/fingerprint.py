"""The hash by which a sign-off knows the coding that it was given for."""

from __future__ import annotations

import hashlib
from pathlib import Path

from onrecord.coding.tables import OWN_WORDS, TABLES


def coding_sha256(folder: Path) -> str:
    """Hash of the tables' names and bytes, in the codebook's order; review log and the analyst's own words aside.

    64 hexadecimal digits; a table without a file counts for nothing. Raises OSError where a file cannot be read.
    """
    digest = hashlib.sha256()
    paths = [folder / f"{name}.csv" for name in TABLES if name != OWN_WORDS]
    for path in filter(Path.is_file, paths):
        data = path.read_bytes()
        digest.update(f"{path.stem} {len(data)}\n".encode())
        digest.update(data)
    return digest.hexdigest()
