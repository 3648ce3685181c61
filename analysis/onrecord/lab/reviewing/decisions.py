"""What a person may decide about a row: each function gathers all that the decision changes, and saves nothing.

The result's ``blocked`` holds the errors that the decision would bring and that nothing else in it mends; such a
decision is not to be saved.
"""

from __future__ import annotations

from pathlib import Path

from onrecord.coding.changing import log
from onrecord.coding.changing.edits import Change
from onrecord.coding.changing.log import Entry
from onrecord.coding.changing.mending import reject as take_away
from onrecord.coding.changing.merging import merge_into
from onrecord.coding.changing.referring import list_values
from onrecord.coding.changing.saving import changed_meanwhile
from onrecord.coding.storing.sheet import Cells, Sheet
from onrecord.coding.tables import columns
from onrecord.lab.reviewing.following import follow
from onrecord.lab.reviewing.proposal import Proposal, Standing
from onrecord.problems import ProblemsError, problem

REVIEWED = "analyst_coded"
RESTING = ("positions", "relations", "tensions", "mentions", "notes")  # they rest on others, and go where those do
CARRIED_BY = {"positions": "evidence", "relations": "statements"}  # the column that names what they rest on
MERGED = ("actors", "issues")


def accept(folder: Path, table: str, row: str) -> Proposal:
    """The row stands as it is, and a person stands behind it."""
    proposal = Proposal(folder)
    proposal.before(table, row)
    proposal.put("accept", table, row, coding_basis=REVIEWED)
    return proposal


def correct(folder: Path, table: str, row: str, cells: Cells) -> Proposal:
    """Some cells of the row become others; what rests on them follows."""
    proposal = Proposal(folder)
    before = proposal.before(table, row)
    cells = {column: cell for column, cell in cells.items() if column != "id" and cell != before.get(column, "")}
    proposal.put("correct" if cells else "accept", table, row, **cells | {"coding_basis": REVIEWED})
    if table == "statements" and cells:
        follow(proposal, row, before)
    return _settled(proposal, (table, row))


def reject(folder: Path, table: str, row: str) -> Proposal:
    """The row goes, and with it what cannot stand without it."""
    proposal = Proposal(folder)
    _not_the_narrator(proposal, table, row)
    take_away(proposal, "reject", table, row)
    return _settled(proposal, (table, row))


def merge(folder: Path, table: str, row: str, into: str) -> Proposal:
    """The actor or issue `row` is the same as `into`, which takes its place everywhere."""
    if table not in MERGED or row == into:
        found = f"{row} cannot be merged with {into}"
        raise ProblemsError([problem("E-PARAM", found=found, remedy="merge an actor or issue with another one")])
    proposal = Proposal(folder)
    _not_the_narrator(proposal, table, row)
    merge_into(proposal, table, row, into)
    return _settled(proposal, (table, row))


def add(folder: Path, table: str, row: str, cells: Cells) -> Proposal:
    """A row that the draft missed."""
    proposal = Proposal(folder)
    if proposal.row(table, row) is not None:
        found = f"the id {row} is taken"
        raise ProblemsError([problem("E-PARAM", found=found, remedy="give the new row another")])
    header = Sheet.of(folder / f"{table}.csv").header
    given = {c: cells.get(c, "") for c in columns(table) if c in header or cells.get(c)}
    proposal.put("add", table, row, **given | {"id": row, "coding_basis": REVIEWED})
    return _settled(proposal, (table, row))


def undo(folder: Path) -> list[Change]:
    """What takes back the last decision that stands; [] where none does.

    Raises ProblemsError where a row of it was taken away, or put back, by other hands since.
    """
    decisions = log.standing(log.read_log(folder))
    if not decisions:
        return []
    now = Proposal(folder)
    return [_taken_back(now, entry) for entry in decisions[-1]]


def _taken_back(now: Proposal, entry: Entry) -> Change:
    row = now.row(entry.table, entry.id)
    taken_away = entry.place is not None
    if (row is None) != taken_away:
        raise changed_meanwhile(entry.table, entry.id)
    return Change(entry.table, entry.id, "undo", row, entry.before or None, entry.place)


def _settled(proposal: Proposal, decided: tuple[str, str]) -> Proposal:
    """Rows that rest on others go where these no longer carry them; errors that remain block the decision."""
    while True:
        errors = proposal.errors()
        fallen = {(f.table, f.id) for f in errors if f.table in RESTING and f.id} - {decided}
        if not fallen:
            proposal.blocked = errors
            return proposal
        for table, row in sorted(fallen):
            if proposal.row(table, row) is not None and not _rests_on_less(proposal, table, row, decided[1], errors):
                take_away(proposal, "reject", table, row)


def _rests_on_less(proposal: Proposal, table: str, row: str, decided: str, errors: list[Standing]) -> bool:
    """Take the statement decided upon out of what the row rests on, if the row rests on others too."""
    column = CARRIED_BY.get(table, "")
    names = list_values(proposal.cells(table, row).get(column, ""))
    left = [name for name in names if name != decided]
    about = {f.problem.field for f in errors if (f.table, f.id) == (table, row)}
    if about != {column} or left == names or not (left or table == "relations"):
        return False
    proposal.put("correct", table, row, **{column: "|".join(left)})
    return True


def _not_the_narrator(proposal: Proposal, table: str, row: str) -> None:
    article = proposal.tried().coding.article
    if table == "actors" and article and row == article.publisher.actor:
        found = f"{row} is the publisher, the voice of every unattributed assertion"
        raise ProblemsError([problem("E-PARAM", found=found, remedy="it stays; correct it instead")])
