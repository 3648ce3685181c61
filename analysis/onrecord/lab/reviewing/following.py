"""What other rows follow a corrected statement: they rest on who said it, and of when it speaks."""

from __future__ import annotations

from onrecord.coding.changing.referring import counted_again, listed
from onrecord.coding.changing.sheet import Cells
from onrecord.lab.reviewing.proposal import Proposal


def follow(proposal: Proposal, row: str, before: Cells) -> None:
    """Let the rows that name the statement `row`, as it was `before`, go with what it is now."""
    now = proposal.row("statements", row)
    if now["speaker"] != before["speaker"]:
        _same_cue(proposal, row, now)
        _repeats(proposal, row)
        _reporters(proposal, row, before["speaker"], now["speaker"])
        _holders(proposal, row, before["speaker"], now)
    if now["time_referred"] != before["time_referred"]:
        for name, cells in list(proposal.rows("statements")):
            if cells.get("repeat_of") == row:
                proposal.put("correct", "statements", name, time_referred=now["time_referred"])


def _same_cue(proposal: Proposal, row: str, now: Cells) -> None:
    """Statements that share the cue have the same source (rule S2)."""
    for name, cells in list(proposal.rows("statements")):
        if cells.get("continues") == row and name != row:
            same = {c: now[c] for c in ("speaker", "speaker_kind", "attribution", "source_chain")}
            proposal.put("correct", "statements", name, **same)


def _repeats(proposal: Proposal, row: str) -> None:
    """A headline repeats the same speaker only (rule S9)."""
    for name, cells in list(proposal.rows("statements")):
        if cells.get("repeat_of") == row:
            proposal.put("correct", "statements", name, **counted_again(cells))


def _reporters(proposal: Proposal, row: str, old: str, new: str) -> None:
    """An event is reported by the speakers of its statements (rule E4)."""
    for name, cells in list(proposal.rows("events")):
        statements = listed(cells.get("statements", ""))
        if row not in statements:
            continue
        speakers = {(proposal.row("statements", s) or {}).get("speaker") for s in statements}
        reporters = [r for r in listed(cells["reported_by"]) if r != old or old in speakers]
        reporters += [new] if new not in reporters else []
        lone = {"confirmation": "none"} if len(reporters) < 2 else {}
        proposal.put("correct", "events", name, reported_by="|".join(reporters), **lone)


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
