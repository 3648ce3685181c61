"""What refers to a row, and what becomes of it when that row goes or becomes another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.coding import fields as f
from onrecord.coding.changing.sheet import Cells
from onrecord.coding.checks.relations_say_who_asserts_them import UNDIRECTED
from onrecord.coding.tables import TABLES, fields_with
from onrecord.lab.reviewing.proposal import Proposal


class Reference(NamedTuple):
    """A cell that names a row."""

    table: str
    id: str
    column: str
    many: bool  # whether it is a list


def references(proposal: Proposal, table: str, row: str) -> Iterator[Reference]:
    """Every cell that names the row `row` of `table`, as the decision leaves the case so far."""
    for other in TABLES:
        lists = fields_with(other, f.ListOf)
        columns = {c for c, kind in fields_with(other, f.Reference).items() if table in kind.tables}
        columns |= {"ref"} if other == "notes" else set()
        for name, cells in proposal.rows(other):
            for column in columns & cells.keys():
                many = column in lists
                if row in (listed(cells[column]) if many else [cells[column]]):
                    yield Reference(other, name, column, many)


def listed(cell: str) -> list[str]:
    """The values of a list cell."""
    return [part.strip() for part in cell.split("|")] if cell.strip() else []


def take_away(proposal: Proposal, action: str, table: str, row: str) -> None:
    """Remove a row and what cannot stand without it; whatever else names it no longer does.

    A list loses the id, an optional cell is emptied, and a row whose cell must name somebody goes as well. A child
    gets the parent's parent, a statement that shared the cue gets the cue, a headline that repeated it is counted.
    """
    gone = proposal.row(table, row)
    proposal.remove(action, table, row)
    for found in list(references(proposal, table, row)):
        cells = proposal.row(found.table, found.id)
        if cells is None:  # gone with another of its references
            continue
        kept = _without(cells, found, row, gone)
        if kept is None:
            take_away(proposal, "reject", found.table, found.id)
        else:
            proposal.put("correct", found.table, found.id, **kept)


def _without(cells: Cells, found: Reference, row: str, gone: Cells) -> Cells | None:
    """The cells that change where `found` no longer names `row`; None where the row cannot do without."""
    if found.many:
        left = [name for name in listed(cells[found.column]) if name != row]
        if not left and (_required(found) or found.column in ("evidence", "left", "right")):
            return None if found.table != "judgements" else {found.column: ""}
        return {found.column: "|".join(left)} | _alone(cells, found.column, left)
    special = {
        ("actors", "parent"): {"parent": gone.get("parent", "")},
        ("statements", "target"): {"target": "", "target_valence": ""},
        ("statements", "date"): {"date": "", "time_said": "not_stated"},
        ("statements", "continues"): _cue_of(cells, gone),
        ("statements", "repeat_of"): counted_again(cells),
        ("events", "date"): {"date": "", "date_relation": ""},
    }
    if (found.table, found.column) in special:
        return special[found.table, found.column]
    return None if _required(found) else {found.column: ""}


def _required(found: Reference) -> bool:
    """Whether the cell must name a row: it has no default, and empty is not allowed."""
    info = TABLES[found.table].model_fields[found.column]
    return info.is_required() and type(None) not in getattr(info.annotation, "__args__", ())


def _cue_of(cells: Cells, gone: Cells) -> Cells:
    """A statement takes over the cue that it shared with the one that goes (rule S2)."""
    taken = {"continues": gone.get("continues", "")}
    if not taken["continues"]:
        taken |= {c: cells.get(c) or gone.get(c, "") for c in ("speaker_text", "cue_text")}
        taken["cue_class"] = cells.get("cue_class") if cells.get("cue_text") else gone.get("cue_class", "")
    return taken


def counted_again(cells: Cells) -> Cells:
    """A headline or standfirst that repeats nothing is counted (rule S9)."""
    flags = listed(cells.get("flags", ""))
    if cells.get("attribution") == "attributed" and "standfirst_only" not in flags:
        flags.append("standfirst_only")
    return {"repeat_of": "", "counted": "true", "flags": "|".join(flags)}


def _alone(cells: Cells, column: str, left: list[str]) -> Cells:
    """An event with a single reporter is confirmed by nobody (rule E3)."""
    return {"confirmation": "none"} if column == "reported_by" and len(set(left)) < 2 else {}


def merge_into(proposal: Proposal, table: str, row: str, into: str) -> None:
    """Remove the row `row`; whatever names it names `into` instead, which takes over its aliases."""
    gone, kept = proposal.before(table, row), proposal.before(table, into)
    proposal.remove("merge", table, row)
    if "aliases" in kept:
        names = [*listed(kept["aliases"]), gone["name"], *listed(gone.get("aliases", ""))]
        aliases = [name for name in dict.fromkeys(names) if name != kept["name"]]
        proposal.put("merge", table, into, aliases="|".join(aliases))
    if kept.get("parent") == row:
        proposal.put("merge", table, into, parent=gone.get("parent", ""))
    for found in list(references(proposal, table, row)):
        cells = proposal.row(found.table, found.id)
        if cells is None:
            continue
        names = listed(cells[found.column]) if found.many else [cells[found.column]]
        changed = {found.column: "|".join(dict.fromkeys(into if name == row else name for name in names))}
        proposal.put("merge", found.table, found.id, **changed | _settled(cells | changed, found))
        if found.table == "relations" and _tied_to_itself(proposal.row("relations", found.id)):
            take_away(proposal, "merge", "relations", found.id)
    _join_positions(proposal)


def _settled(cells: Cells, found: Reference) -> Cells:
    """What else changes in a row that now names `into`: no statement is aimed at its speaker, pairs keep order."""
    if found.table == "statements" and cells.get("target") == cells.get("speaker"):
        return {"target": "", "target_valence": ""}
    if found.table == "events" and found.column == "reported_by":
        return _alone(cells, "reported_by", listed(cells["reported_by"]))
    if found.table == "relations" and cells["type"] in UNDIRECTED and cells["source"] > cells["target"]:
        return {"source": cells["target"], "target": cells["source"]}
    return {}


def _tied_to_itself(cells: Cells | None) -> bool:
    return cells is not None and cells["source"] == cells["target"]


def _join_positions(proposal: Proposal) -> None:
    """Positions that are one by now, with the same stance, become one with the evidence of all (rule P6)."""
    first: dict[tuple[str, ...], str] = {}
    for row, cells in list(proposal.rows("positions")):
        held = tuple(cells[column] for column in ("actor", "issue", "basis", "stance"))
        if held not in first:
            first[held] = row
            continue
        if not {("positions", row), ("positions", first[held])} & proposal.touched:
            continue  # both stood so before the merge
        evidence = [*listed(proposal.row("positions", first[held])["evidence"]), *listed(cells["evidence"])]
        proposal.put("merge", "positions", first[held], evidence="|".join(dict.fromkeys(evidence)))
        _become(proposal, "positions", row, first[held])


def _become(proposal: Proposal, table: str, row: str, into: str) -> None:
    """Let the row `row` be gone, and what names it name `into`."""
    proposal.remove("merge", table, row)
    for found in list(references(proposal, table, row)):
        names = [into if name == row else name for name in listed(proposal.row(found.table, found.id)[found.column])]
        proposal.put("merge", found.table, found.id, **{found.column: "|".join(dict.fromkeys(names))})
