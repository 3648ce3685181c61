"""The draft as it was before anybody reviewed it, from the tables and the log (for agreement: ``CASE@draft``)."""

from __future__ import annotations

from pathlib import Path

from onrecord.coding.changing import log
from onrecord.coding.changing.log import Entry
from onrecord.coding.storing.recovering import recover
from onrecord.coding.storing.sheet import Cells, Sheet
from onrecord.coding.tables import TABLES


def rebuild_draft(folder: Path) -> dict[str, list[Cells]]:
    """Every table of the case with its rows as drafted, cells as text by column, in the order of the draft.

    Decisions are taken back from the last to the first; the files are not touched. Raises ProblemsError where the
    log or a table cannot be read.
    """
    return {name: list(sheet.rows.values()) for name, sheet in draft_sheets(folder).items()}


def draft_files(folder: Path) -> dict[str, bytes]:
    """The same as files, by name: what a folder needs beside article.txt and article.yml to be the drafted case."""
    return {f"{name}.csv": sheet.data() for name, sheet in draft_sheets(folder).items()}


def draft_sheets(folder: Path) -> dict[str, Sheet]:
    """The same as sheets."""
    recover(folder)
    paths = {name: folder / f"{name}.csv" for name in TABLES}
    sheets = {name: Sheet.of(path) for name, path in paths.items() if path.is_file()}
    for decision in reversed(log.standing(log.read_log(folder))):
        for entry in sorted(decision, key=lambda entry: entry.place or 0):
            _take_back(sheets, entry)
        for entry in decision:
            sheets[entry.table].narrow(_added(sheets[entry.table], entry))
    return sheets


def _take_back(sheets: dict[str, Sheet], entry: Entry) -> None:
    sheet = sheets[entry.table]
    if entry.before or entry.id in sheet.rows:
        sheet.put(entry.id, entry.before or None, entry.place)


def _added(sheet: Sheet, entry: Entry) -> set[str]:
    return set(sheet.header) - set(entry.before) if entry.before else {"coding_basis"}
