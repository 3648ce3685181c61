"""What other rows follow a corrected statement: they rest on who said it, and of when it speaks."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.coding.changing.mending import counted_again
from onrecord.coding.changing.referring import list_values
from onrecord.coding.storing.sheet import Cells
from onrecord.lab.reviewing.proposal import Proposal

SOURCE = ("speaker", "speaker_kind", "attribution", "source_chain")


def follow(proposal: Proposal, row: str, before: Cells) -> None:
    """Let the rows that name the statement `row`, as it was `before`, go with what it is now."""
    now = proposal.cells("statements", row)
    if now["speaker"] != before["speaker"]:
        _same_cue(proposal, row, now)
        _repeats(proposal, row)
        _reporters(proposal, row, before["speaker"], now["speaker"])
        _holders(proposal, row, before["speaker"], now)
    if now["time_referred"] != before["time_referred"]:
        for name, _ in _with(proposal, "repeat_of", row):
            proposal.put("correct", "statements", name, time_referred=now["time_referred"])


def _with(proposal: Proposal, column: str, row: str) -> Iterator[tuple[str, Cells]]:
    """The statements whose `column` names the statement `row`, themselves aside."""
    for name, cells in list(proposal.rows("statements")):
        if cells.get(column) == row != name:
            yield name, cells


def _same_cue(proposal: Proposal, row: str, now: Cells) -> None:
    """Statements that share the cue have the same source (rule S2)."""
    for name, _ in _with(proposal, "continues", row):
        proposal.put("correct", "statements", name, **{column: now[column] for column in SOURCE})


def _repeats(proposal: Proposal, row: str) -> None:
    """A headline repeats the same speaker only (rule S9)."""
    for name, cells in _with(proposal, "repeat_of", row):
        proposal.put("correct", "statements", name, **counted_again(cells))


def _reporters(proposal: Proposal, row: str, old: str, new: str) -> None:
    """An event is reported by the speakers of its statements (rule E4)."""
    for name, cells in list(proposal.rows("events")):
        statements = list_values(cells.get("statements", ""))
        if row in statements:
            speakers = {proposal.cells("statements", one).get("speaker") for one in statements}
            kept = [one for one in list_values(cells["reported_by"]) if one != old or old in speakers]
            reporters = list(dict.fromkeys([*kept, new]))
            alone = {"confirmation": "none"} if len(reporters) < 2 else {}
            proposal.put("correct", "events", name, reported_by="|".join(reporters), **alone)


def _holders(proposal: Proposal, row: str, old: str, now: Cells) -> None:
    """A position or relation that rests on this statement alone is the new speaker's (rules P1, R1)."""
    if now["attribution"] != "attributed":
        return
    for name, cells in list(proposal.rows("positions")):
        if (cells["basis"], cells["actor"], cells.get("evidence")) == ("self_stated", old, row):
            proposal.put("correct", "positions", name, actor=now["speaker"])
    for name, cells in list(proposal.rows("relations")):
        if (cells["basis"], cells["asserted_by"], cells.get("statements")) == ("stated", old, row):
            proposal.put("correct", "relations", name, asserted_by=now["speaker"])
