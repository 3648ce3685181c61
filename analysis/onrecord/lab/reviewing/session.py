"""A reviewer at work on one case: every decision is checked, saved at once and logged under their name."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from onrecord.coding import fields as f
from onrecord.coding.changing import log
from onrecord.coding.changing.edits import Change
from onrecord.coding.changing.log import Entry
from onrecord.coding.changing.saving import changed_meanwhile, save
from onrecord.coding.checks import check
from onrecord.coding.reading import Coding, read_coding
from onrecord.coding.storing.files import ARTICLE, DESCRIPTION, TABLE_FILES
from onrecord.coding.storing.recovering import recover
from onrecord.coding.storing.sheet import Cells, same
from onrecord.coding.tables import fields_with
from onrecord.lab.reviewing import decisions, queue
from onrecord.lab.reviewing.naming import new_id, next_number
from onrecord.lab.reviewing.proposal import Proposal, Standing, standing
from onrecord.lab.reviewing.queue import RowKey
from onrecord.problems import ProblemsError, problem

CODED = (ARTICLE, DESCRIPTION, *TABLE_FILES)
Stamps = tuple[tuple[int, int, int], ...]


class Snapshot(NamedTuple):
    """The case as it stood on disk when it was read."""

    coding: Coding
    found: list[Standing]


class Review:
    """Decisions of `reviewer` on the case in `folder`; a decision that a crash cut short is finished first.

    `shown` is the row as the reviewer saw it. Where the file holds another by now, the decision is not saved and
    ProblemsError says so; the same for a decision that would leave the case with an error that it did not have.
    """

    def __init__(self, folder: Path, reviewer: str):
        if not reviewer.strip():
            remedy = "give your name: it stands in the log beside every decision"
            raise ProblemsError([problem("E-PARAM", found="nobody reviews", remedy=remedy)])
        self.folder, self.reviewer = folder, reviewer.strip()
        self.recovered = recover(folder)
        self._read: tuple[Stamps, Snapshot] | None = None

    def snapshot(self) -> Snapshot:
        """The case as it stands on disk now; read again only where a file changed."""
        recover(self.folder)
        seen = self._stamps()
        if self._read is None or self._read[0] != seen:
            coding = read_coding(self.folder)
            self._read = seen, Snapshot(coding, standing(coding, check(coding)))
        return self._read[1]

    def _stamps(self) -> Stamps:
        """What tells whether a file was changed."""
        found = (path.stat() for name in CODED if (path := self.folder / name).exists())
        return tuple((one.st_mtime_ns, one.st_size, one.st_ino) for one in found)

    def queue(self, order: str = "doubt") -> list[RowKey]:
        """The open rows in the order of review (`doubt`: least sure first; `text`)."""
        return queue.queue(self.snapshot().coding, order)

    def left(self) -> dict[str, tuple[int, int]]:
        """Table -> rows that no person has reviewed, rows in all."""
        return queue.left(self.snapshot().coding)

    def row(self, key: RowKey) -> Cells:
        """The row as it stands on disk; raises ProblemsError where it is gone."""
        rows = queue.rows(self.snapshot().coding)
        if key not in rows:
            raise changed_meanwhile(*key)
        return rows[key]

    def accept(self, key: RowKey, shown: Cells) -> str:
        """The row is right as it stands."""
        return self.decide(decisions.accept(self.folder, *key), key, shown)

    def correct(self, key: RowKey, cells: Cells, shown: Cells) -> str:
        """The row is right with these cells."""
        return self.decide(decisions.correct(self.folder, *key, cells), key, shown)

    def reject(self, key: RowKey, shown: Cells) -> str:
        """The row goes, with what cannot stand without it."""
        return self.decide(decisions.reject(self.folder, *key), key, shown)

    def merge(self, key: RowKey, into: str, shown: Cells) -> str:
        """The actor or issue is the same as `into`."""
        return self.decide(decisions.merge(self.folder, *key, into), key, shown)

    def add(self, table: str, cells: Cells) -> RowKey:
        """A row that the draft missed; returns its key."""
        row = cells.get("id") or self.new_id(table, cells)
        self.decide(decisions.add(self.folder, table, row, cells))
        return RowKey(table, row)

    def decide(self, proposal: Proposal, key: RowKey | None = None, shown: Cells | None = None) -> str:
        """Save what `proposal` gathered; returns the decision's time."""
        if key and not same(proposal.before(*key), shown):
            raise changed_meanwhile(*key)
        if proposal.blocked:
            raise ProblemsError([found.problem for found in proposal.blocked])
        return save(self.folder, self.reviewer, proposal.changes)

    @property
    def last(self) -> list[Entry]:
        """The lines of the decision that an undo would take back; [] where none stands."""
        return (log.standing(log.read_log(self.folder)) or [[]])[-1]

    def undo(self) -> list[Change]:
        """Take back the last decision that stands, of this session or an earlier one; returns what changed."""
        recover(self.folder)
        changes = decisions.undo(self.folder)
        if changes:
            save(self.folder, self.reviewer, changes)
        return changes

    def new_id(self, table: str, cells: Cells) -> str:
        """An id that the case has not: the next number, or a name's or proposition's first words."""
        coding, key = self.snapshot().coding, fields_with(table, f.Key)["id"]
        taken = set().union(*coding.ids.values()) | {entry.id for entry in log.read_log(self.folder)}
        if table in ("actors", "issues"):
            return new_id(key.prefix, cells.get("name") or cells.get("proposition") or table, taken)
        return next_number(key.prefix, taken)
