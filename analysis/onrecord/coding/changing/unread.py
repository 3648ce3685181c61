"""The rows that a program or an AI made and that no person ever opened, so that a sign-off can say so."""

from __future__ import annotations

from onrecord.coding.changing import log
from onrecord.coding.reading import Coding
from onrecord.coding.storing.record import DraftRecord, record_if_any
from onrecord.coding.storing.sheet import Cells, filled
from onrecord.coding.tables import OWN_WORDS
from onrecord.coding.vocabularies import UNREVIEWED


def unread_rows(coding: Coding) -> list[str]:
    """The ids of the rows that nobody opened, in the order of the codebook's tables.

    Opened is a row that a decision in review.csv is on, and a drafted row that a person edited in its table: it is
    another than `draft.json` says, by more than a decision on some other row brought about. A row that only followed
    such a decision was not opened.
    """
    entries = log.read_log(coding.folder)
    decided, former = log.decided_rows(entries), log.first_seen(entries)
    record = record_if_any(coding.folder)
    return [
        cells["id"]
        for table, cells in coded_rows(coding)
        if _basis(coding, cells) in UNREVIEWED
        and (table, cells["id"]) not in decided
        and not (record and _by_hand(record, table, former.get((table, cells["id"]), cells), _basis(coding, cells)))
    ]


def coded_rows(coding: Coding) -> list[tuple[str, Cells]]:
    """(table, cells) of every row of the coding; the sentences and the analyst's own words are none."""
    coded = [name for name in coding.records if name not in ("sentences", OWN_WORDS)]
    return [(name, one.cells) for name in coded for one in coding.records[name]]


def _basis(coding: Coding, cells: Cells) -> str:
    return cells.get("coding_basis") or coding.described.coding_basis


def _by_hand(record: DraftRecord, table: str, cells: Cells, basis: str) -> bool:
    """Whether a person wrote the row, or some of it, over a draft; an AI that did says so in the basis."""
    drafted = record.get(table, {}).get(cells.get("id", ""), {})
    return basis == "extracted" and _plain(cells) != _plain(drafted)


def _plain(cells: Cells) -> Cells:
    """The cells, alike however a spreadsheet wrote them: TRUE is true."""
    return filled({column: cell.strip().casefold() for column, cell in cells.items()})
