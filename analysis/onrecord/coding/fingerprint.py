"""Two hashes: of a coding, and of all that a sign-off is given for."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from onrecord.coding.tables import OWN_WORDS, TABLES
from onrecord.source.article import Article

_NOT_SIGNED = {"text", "reviewed_sha256"}  # the text is there by its own hash


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


def signed_sha256(coding: str, article: Article) -> str:
    """Hash of what a sign-off is given for: `coding`, the hash of the tables, and all that article.yml says.

    The name, the day and the number of unread rows are among it. What is read counts, not how it is written: a comment,
    the order of the keys, or a key that says what holds without it change nothing. 64 hexadecimal digits.
    """
    said = article.model_dump(mode="json", exclude=_NOT_SIGNED, exclude_defaults=True)
    return hashlib.sha256(json.dumps([coding, said], sort_keys=True).encode()).hexdigest()
