"""F1: who affirms or rejects what. Propositions down, actors across; no mark where no position is coded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from onrecord import design
from onrecord.figures.drawing import style
from onrecord.figures.drawing.columns import Columns, by_root, columns, most_columns, pages
from onrecord.figures.drawing.figure import Figure, alternative, chosen, note, panels
from onrecord.figures.drawing.lettering import wrap
from onrecord.figures.drawing.sheet import Sheet, block
from onrecord.figures.drawing.style import FINE, HAIR, SIZE, SMALL, WIDTH
from onrecord.measures import stance_matrix as measure
from onrecord.wording import codes as wording
from onrecord.wording.citations import cites
from onrecord.wording.naming import listed
from onrecord.wording.table import Table

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case

NAME = "stance-matrix"
LABEL = 172.0  # width of the propositions, points
CELL = 15.0  # height of a mark
KEY = 42.0  # height of the legend
LEGEND = (
    "+ affirms, − rejects the proposition (not approval).",
    "A blank cell means that no position is coded; it does not mean neutral.",
    "A hollow, dashed mark is a position that others give to the actor; a dagger (†) one by a source who is not named "
    "or is heard through another. A line under names joins actors of one state or body.",
)


class Row(NamedTuple):
    """A line of the matrix: a group's heading, or a proposition with its positions."""

    text: str
    positions: list
    lines: list[str]

    @property
    def height(self) -> float:
        if not self.positions:
            return block(self.lines, SMALL) + 9
        most = max(sum(p.actor == q.actor for q in self.positions) for p in self.positions)
        return max(block(self.lines), most * (CELL + 2) - 2) + 7


def stance_matrix(
    case: Case, actors: str | Iterable[str] | None = None, issues: str | Iterable[str] | None = None
) -> Figure:
    """The coded positions, those of `actors` and on `issues` alone where these are given (ids)."""
    matrix = measure.stance_matrix(case)
    for column, ids in (("actor", chosen(actors)), ("issue", chosen(issues))):
        matrix = matrix if ids is None else matrix[matrix[column].isin(ids)]
    if matrix.empty:
        return Figure(NAME, reason=_reason(case, actors, issues))
    found = list(matrix.itertuples())
    across = by_root(case, list(dict.fromkeys(case.actors.index[case.actors.index.isin(matrix["actor"])])))
    most = most_columns(WIDTH - LABEL)
    shares = [across[start : start + most] for start in range(0, len(across), most)]
    svgs, beyond = panels(
        svg for share in shares for svg in _panels(case, share, [p for p in found if p.actor in share])
    )
    return Figure(
        NAME,
        _caption(case, matrix),
        svgs,
        alternative(_opening(matrix), [_fact(case, p) for p in found]),
        note(case, f"n = {wording.several(len(matrix), 'position')}", *LEGEND, beyond),
        _table(case, found),
        tuple(row for p in found for row in p.rows),
    )


def _panels(case: Case, across: list[str], found: list) -> Iterator[str]:
    """One SVG for as many propositions as a page holds."""
    heads = columns(case, across, LABEL, WIDTH - LABEL)
    rows = _rows(case, found)
    heights, group_heads = [row.height for row in rows], [not row.positions for row in rows]
    for page in pages(heights, style.HEIGHT - heads.height - KEY, group_heads):
        yield _panel(case, heads, [rows[n] for n in page])


def _rows(case: Case, found: list) -> list[Row]:
    rows, group = [], None
    grouped = len({p.group for p in found if isinstance(p.group, str)}) > 1
    for issue in dict.fromkeys(p.issue for p in found):
        own = [p for p in found if p.issue == issue]
        if grouped and own[0].group != group:
            group = own[0].group
            rows.append(Row("group", [], wrap(wording.heading(group) or "Other", WIDTH - 10, SMALL, most=2)))
        text = wording.proposition(case, issue)
        rows.append(Row(text, own, wrap(text, LABEL - 10, SIZE, most=9)))
    return rows


def _panel(case: Case, heads: Columns, rows: list[Row]) -> str:
    sheet = Sheet()
    y = heads.draw(sheet, 0)
    for number, row in enumerate(rows):
        if not row.positions:
            sheet.lines(0, y + 6, row.lines, SMALL, color=design.MUTED)
            sheet.line((0, y + row.height - 1), (WIDTH, y + row.height - 1), color=design.MUTED, width=HAIR)
        else:
            sheet.lines(0, y + 3.5, row.lines, SIZE)
            for column, actor in enumerate(heads.actors):
                own = [p for p in row.positions if p.actor == actor]
                top = y + (row.height - 1 - len(own) * (CELL + 2) + 2) / 2
                for place, position in enumerate(own):
                    _mark(case, sheet, heads.middle(column), top + place * (CELL + 2), position)
            if number < len(rows) - 1 and rows[number + 1].positions:
                sheet.line((0, y + row.height - 0.5), (WIDTH, y + row.height - 0.5), color=design.RULE, width=HAIR)
        y += row.height
    sheet.line((0, y), (WIDTH, y), color=design.INK, width=FINE)
    _key(sheet, y + 8)
    return sheet.svg(y + KEY)


def _mark(case: Case, sheet: Sheet, middle: float, top: float, position) -> None:
    stance = int(position.stance)
    box(sheet, middle, top, stance, position.hollow, position.dagger, position.evidence[0], _fact(case, position))


def box(
    sheet: Sheet,
    middle: float,
    top: float,
    stance: int,
    hollow: bool,
    dagger: bool,
    row: str | None = None,
    title: str = "",
) -> None:
    """A position as a box of 19 by 15 points with its sign and number; dashed and empty where others assert it."""
    fill = design.PAPER if hollow else design.STANCE[stance]
    sheet.rect(
        middle - 9.5, top, 19, CELL, fill=fill, edge=design.INK, width_=HAIR if not hollow else FINE,
        dash=(2.2, 1.5) if hollow else None, row=row, title=title,
    )  # fmt: skip
    ink = design.INK if hollow else design.STANCE_INK[stance]
    text = wording.signed(stance) + ("†" if dagger else "")
    sheet.text(middle, top + 10.4, text, SMALL, ink, align="center", row=row)


def _key(sheet: Sheet, top: float) -> None:
    """What the numbers mean, in words, under the matrix."""
    keys = [(s, False, words) for s, words in wording.STANCE.items()] + [(2, True, "given to the actor by others")]
    room = WIDTH / len(keys)
    for number, (stance, hollow, words) in enumerate(keys):
        x = number * room
        box(sheet, x + 9.5 + 0.5, top, stance, hollow, False)
        sheet.lines(x + 23, top - 1.5, wrap(words, room - 25, SMALL), SMALL, color=design.MUTED)


def _fact(case: Case, position) -> str:
    """The position as a sentence: who, sign and number, the proposition, on whose word, where."""
    stance = int(position.stance)
    whose = wording.BASIS[position.basis]
    manner = ", source not named or second-hand" if position.dagger else ""
    where = wording.sentences(case, position.evidence)
    who, what = wording.name(case, position.actor), wording.proposition(case, position.issue).rstrip(". ")
    return f"{who}: {wording.signed(stance)} on “{what}”, {whose}{manner} ({where})."


def _opening(matrix: pd.DataFrame) -> str:
    propositions = wording.several(matrix["issue"].nunique(), "proposition")
    actors = wording.several(matrix["actor"].nunique(), "actor")
    return f"Matrix of {propositions} by {actors}, from −2 (rejects) to +2 (affirms)."


def _caption(case: Case, matrix: pd.DataFrame) -> str:
    signs = [
        (matrix["stance"] > 0, "affirms", "affirm"),
        (matrix["stance"] < 0, "rejects", "reject"),
        (matrix["stance"] == 0, "is neutral or mixed", "are neutral or mixed"),
    ]
    counts = [f"{which.sum()} {one if which.sum() == 1 else several}" for which, one, several in signs if which.any()]
    holders = matrix.groupby("issue")["actor"].nunique()
    several = int((holders > 1).sum())
    draw = "draws" if several == 1 else "draw"
    shared = f"; {several} of {len(holders)} propositions {draw} more than one actor" if len(holders) > 1 else ""
    return f"Who affirms or rejects what. Of {wording.several(len(matrix), 'position')}, {listed(counts)}{shared}."


def _reason(case: Case, actors: object, issues: object) -> str:
    where = " for these actors and propositions" if actors is not None or issues is not None else ""
    return f"No position is coded{where}, so there is no matrix of who affirms or rejects what."


def _table(case: Case, found: list) -> str:
    rows = [
        (
            wording.proposition(case, p.issue),
            wording.name(case, p.actor),
            wording.signed(int(p.stance)) + ("†" if p.dagger else ""),
            f"{wording.STANCE[int(p.stance)]}; {wording.BASIS[p.basis]}",
            cites(case, [p.position]),
        )
        for p in found
    ]
    columns_ = ("Proposition", "Actor", "Stance", "In words", "Where")
    return Table("Positions", columns_, rows, frozenset({"Stance"}))._repr_html_()
