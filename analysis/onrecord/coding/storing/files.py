"""The files of a case that the program knows; all others in its folder are the analyst's own, and never touched."""

from __future__ import annotations

from pathlib import Path

from onrecord.coding.tables import TABLES

ARTICLE, DESCRIPTION, LOG, RECORD = "article.txt", "article.yml", "review.csv", "draft.json"
TABLE_FILES = tuple(f"{name}.csv" for name in TABLES)
KNOWN = (ARTICLE, DESCRIPTION, *TABLE_FILES, LOG, RECORD)
Files = dict[str, bytes]  # name -> what it holds


def files_of(folder: Path) -> Files:
    """What the known files of the case in `folder` hold, those that are there."""
    return {name: path.read_bytes() for name in KNOWN if (path := folder / name).is_file()}
