"""What becomes of a row, by the rules of the codebook, when a row that it names goes."""

from __future__ import annotations

from onrecord.coding.changing.edits import Edits
from onrecord.coding.changing.referring import Referring, list_values, take_row_away
from onrecord.coding.storing.sheet import Cells

RESTS_ON = {("positions", "evidence"), ("tensions", "left"), ("tensions", "right")}  # lists that carry their row


def reject(edits: Edits, action: str, table: str, row: str) -> None:
    """Remove a row and what cannot stand without it; whatever else names it no longer does.

    A list loses the id, an optional cell is emptied, and a row whose cell must name somebody goes as well. A child
    gets the parent's parent, a statement that shared the cue gets the cue, a headline that repeated it is counted.
    """
    take_row_away(edits, action, table, row, mended)


def mended(found: Referring, cells: Cells, row: str, gone: Cells) -> Cells | None:
    """The cells that change where `found` no longer names `row`; None where its row cannot do without."""
    if found.naming.between:
        return _shortened(found, cells, [name for name in list_values(cells[found.column]) if name != row])
    if (found.table, found.column) in MENDED:
        return MENDED[found.table, found.column](cells, gone)
    return None if found.naming.required else {found.column: ""}


def _shortened(found: Referring, cells: Cells, left: list[str]) -> Cells | None:
    carries = found.naming.required or (found.table, found.column) in RESTS_ON
    if carries and not left:
        return None
    return {found.column: found.naming.cell(left)} | confirmed(found, cells, left)


def confirmed(found: Referring, cells: Cells, reporters: list[str]) -> Cells:
    """An event with a single reporter is confirmed by nobody (rule E3)."""
    alone = found.column == "reported_by" and len(set(reporters)) < 2
    return {"confirmation": "none"} if alone else {}


def counted_again(cells: Cells) -> Cells:
    """A headline or standfirst that repeats nothing is counted (rule S9)."""
    return {"repeat_of": "", "counted": "true", "flags": "|".join(_flags_of_one_alone(cells))}


def _flags_of_one_alone(cells: Cells) -> list[str]:
    """Its flags: what is attributed says that only the standfirst has it."""
    flags = list_values(cells.get("flags", ""))
    lacks = cells.get("attribution") == "attributed" and "standfirst_only" not in flags
    return [*flags, "standfirst_only"] if lacks else flags


def _cue_of(cells: Cells, gone: Cells) -> Cells:
    """A statement takes over the cue that it shared with the one that goes (rule S2)."""
    shared = gone.get("continues", "")
    if shared:
        return {"continues": shared}
    words = {column: cells.get(column) or gone.get(column, "") for column in ("speaker_text", "cue_text")}
    return words | {"continues": "", "cue_class": (cells if cells.get("cue_text") else gone).get("cue_class", "")}


MENDED = {
    ("actors", "parent"): lambda _, gone: {"parent": gone.get("parent", "")},
    ("statements", "target"): lambda *_: {"target": "", "target_valence": ""},
    ("statements", "date"): lambda *_: {"date": "", "time_said": "not_stated"},
    ("statements", "continues"): _cue_of,
    ("statements", "repeat_of"): lambda cells, _: counted_again(cells),
    ("events", "date"): lambda *_: {"date": "", "date_relation": ""},
}
