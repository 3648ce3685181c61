"""The hash by which a sign-off knows the coding that it was given for."""

from __future__ import annotations

import hashlib
from pathlib import Path

from onrecord.coding.tables import OWN_WORDS, TABLES


def coding_sha256(folder: Path) -> str:
    """Hash of the tables' names and bytes, in the codebook's order; review log and the analyst's own words aside."""
    digest = hashlib.sha256()
    for name in TABLES:
        path = folder / f"{name}.csv"
        if name != OWN_WORDS and path.is_file():
            data = path.read_bytes()
            digest.update(f"{name} {len(data)}\n".encode())
            digest.update(data)
    return digest.hexdigest()
