"""An actor or issue is the same as another, which takes its place everywhere."""

from __future__ import annotations

from onrecord.coding.changing.edits import Edits
from onrecord.coding.changing.mending import confirmed, reject
from onrecord.coding.changing.referring import Referring, list_values, name_instead
from onrecord.coding.checks.relations_say_who_asserts_them import UNDIRECTED
from onrecord.coding.storing.sheet import Cells

HELD = ("actor", "issue", "basis", "stance")  # positions that are alike in these are one (rule P6)


def merge_into(edits: Edits, table: str, row: str, into: str) -> None:
    """Remove the row `row`; whatever names it names `into` instead, which takes over its aliases."""
    gone, kept = edits.before(table, row), edits.before(table, into)
    edits.remove("merge", table, row)
    if "aliases" in kept:
        edits.put("merge", table, into, aliases="|".join(_aliases(kept, gone)))
    if kept.get("parent") == row:
        edits.put("merge", table, into, parent=gone.get("parent", ""))
    name_instead(edits, "merge", table, row, into, also=_settled)
    _untie(edits)
    _join_positions(edits)


def _aliases(kept: Cells, gone: Cells) -> list[str]:
    names = [*list_values(kept["aliases"]), gone["name"], *list_values(gone.get("aliases", ""))]
    return [name for name in dict.fromkeys(names) if name != kept["name"]]


def _settled(found: Referring, cells: Cells) -> Cells:
    """What else changes in a row that now names `into`: no statement is aimed at its speaker, pairs keep order."""
    if found.table == "statements" and cells.get("target") == cells.get("speaker"):
        return {"target": "", "target_valence": ""}
    if found.table == "events":
        return confirmed(found, cells, list_values(cells.get("reported_by", "")))
    if found.table == "relations" and cells["type"] in UNDIRECTED and cells["source"] > cells["target"]:
        return {"source": cells["target"], "target": cells["source"]}
    return {}


def _untie(edits: Edits) -> None:
    """A relation that the merger ties to itself goes."""
    for row, cells in list(edits.rows("relations")):
        if ("relations", row) in edits.touched and cells["source"] == cells["target"]:
            reject(edits, "merge", "relations", row)


def _join_positions(edits: Edits) -> None:
    """Positions that are one by now, with the same stance, become one with the evidence of all (rule P6)."""
    first: dict[tuple[str, ...], str] = {}
    for row, cells in list(edits.rows("positions")):
        one = first.setdefault(tuple(cells[column] for column in HELD), row)
        stood = not {("positions", row), ("positions", one)} & edits.touched  # both, before the merger
        if one != row and not stood:
            _join(edits, row, one)


def _join(edits: Edits, row: str, one: str) -> None:
    """Let the position `row` be part of `one`."""
    evidence = [name for position in (one, row) for name in list_values(edits.cells("positions", position)["evidence"])]
    edits.put("merge", "positions", one, evidence="|".join(dict.fromkeys(evidence)))
    edits.remove("merge", "positions", row)
    name_instead(edits, "merge", "positions", row, one)
