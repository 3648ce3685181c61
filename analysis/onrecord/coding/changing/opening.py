"""A coding by name: a case, or the unreviewed draft that a case came from (``CASE@draft``)."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from onrecord.coding.case import Case, find_case, open_case
from onrecord.coding.changing import log
from onrecord.coding.changing.rebuilding import draft_files
from onrecord.coding.storing.files import ARTICLE, DESCRIPTION, LOG
from onrecord.problems import ProblemsError, problem

DRAFT = "@draft"


def open_coding(name: str) -> Case:
    """The case `name`, or its draft as it was before anybody reviewed it; `id` is the name given.

    A draft holds in `decided` which of its rows the review decided.

    Raises ProblemsError where there is no such case, or where nothing of it was reviewed.
    """
    if not name.endswith(DRAFT):
        return open_case(name)
    folder = find_case(name.removesuffix(DRAFT))
    if not (folder / LOG).is_file():
        found = f"{folder.name} has no review.csv, so it is its own draft"
        raise ProblemsError([problem("E-CASE", found=name, remedy=f"{found}; name it without {DRAFT}")])
    with tempfile.TemporaryDirectory() as beside:
        case = open_case(_draft(folder, Path(beside)))
        _ = case.spans, case.coding_sha256  # read while the files are there
    case.id, case.folder = name, folder
    case.decided = frozenset(log.decided_rows(log.read_log(folder)))
    return case


def _draft(folder: Path, beside: Path) -> Path:
    """The drafted case, made in `beside`."""
    draft = beside / folder.name
    draft.mkdir()
    for kept in (ARTICLE, DESCRIPTION):
        shutil.copy(folder / kept, draft)
    for file, data in draft_files(folder).items():
        (draft / file).write_bytes(data)
    return draft
