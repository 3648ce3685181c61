"""F1: who affirms or rejects what. Propositions down, actors across; no mark where no position is coded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.figures.drawing import style
from onrecord.figures.drawing.beside import alternative, figure_note, position_fact
from onrecord.figures.drawing.choosing import Ids, chosen_rows
from onrecord.figures.drawing.columns import Columns, by_root, columns, most_columns
from onrecord.figures.drawing.figure import Figure, first_panels
from onrecord.figures.drawing.lettering import wrap
from onrecord.figures.drawing.looks import LINE, QUIET, QUIET_LINE, RULE_HAIR, Link
from onrecord.figures.drawing.pages import pages
from onrecord.figures.drawing.sheet import Panel, Sheet, height_of
from onrecord.figures.drawing.stance_marks import HIGH, draw_stance
from onrecord.figures.drawing.style import SIZE, SMALL, WIDTH
from onrecord.measures.coded_stances import coded_stances
from onrecord.measures.draft import is_draft
from onrecord.measures.frames import named_rows
from onrecord.wording.citations import cites
from onrecord.wording.english import all_english, english
from onrecord.wording.labels import several, slug_words, stance_label, voice_name
from onrecord.wording.naming import listed
from onrecord.wording.propositions import proposition_text
from onrecord.wording.table import Table

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case

NAME = "stance-matrix"
LABEL = 172.0  # width of the propositions, points
STEP = HIGH + 2  # from one position on a proposition to the actor's next
KEY = 42.0  # height of the legend
LEGEND = (
    "+ affirms, − rejects the proposition (not approval).",
    "A blank cell means that no position is coded; it does not mean neutral.",
    "A hollow, dashed mark is a position that others give to the actor; a dagger (†) one by a source who is not named "
    "or is heard through another. A line under names joins actors of one state or body.",
)
LEGEND_OF_A_DRAFT = (
    LEGEND[0],
    "A blank cell means that the draft has coded nothing there; the article may hold a position.",
    LEGEND[2].replace("is not named", "has no name in the draft"),
)


def stance_matrix(case: Case, actors: Ids = None, issues: Ids = None) -> Figure:
    """The coded positions, those of `actors` and on `issues` alone where these are given (ids)."""
    matrix = chosen_rows(chosen_rows(coded_stances(case), "actor", actors), "issue", issues)
    if matrix.empty:
        where = " for these actors and propositions" if actors is not None or issues is not None else ""
        coded = "The draft has coded no position" if is_draft(case) else "No position is coded"
        reason = f"{coded}{where}, so there is no matrix of who affirms or rejects what."
        return Figure(NAME, reason=reason)
    panels, beyond = first_panels(_panels(case, matrix))
    return Figure(
        NAME,
        caption=_caption(matrix, is_draft(case)),
        panels=panels,
        alt=alternative(_opening(matrix), [_fact(case, position) for position in named_rows(matrix)]),
        note=figure_note(case, f"n = {several(len(matrix), 'position')}", *_legend(case), beyond),
        table=_table(case, matrix),
        rows=tuple(row for rows in matrix["rows"] for row in rows),
    )


def _legend(case: Case) -> tuple[str, ...]:
    return LEGEND_OF_A_DRAFT if is_draft(case) else LEGEND


class _Line(NamedTuple):
    """A line of the matrix: a group's heading, or a proposition with its positions."""

    words: list[str]
    positions: list[Any]

    @property
    def height(self) -> float:
        if not self.positions:
            return height_of(self.words, SMALL) + 9
        most = max(len(self.of(position.actor)) for position in self.positions)
        return max(height_of(self.words), most * STEP - 2) + 7

    def of(self, actor: str) -> list[Any]:
        return [position for position in self.positions if position.actor == actor]


def _panels(case: Case, matrix: pd.DataFrame) -> Iterator[Panel]:
    """As many actors as stand side by side, and as many propositions as a page holds, a panel."""
    across = by_root(case, [actor for actor in case.actors.index if actor in set(matrix["actor"])])
    most = most_columns(WIDTH - LABEL)
    for start in range(0, len(across), most):
        heads = columns(case, across[start : start + most], LABEL, WIDTH - LABEL)
        lines = _lines(case, matrix[matrix["actor"].isin(heads.actors)])
        opens = [not line.positions for line in lines]
        for page in pages([line.height for line in lines], style.HEIGHT - heads.height - KEY, opens):
            yield _panel(case, heads, [lines[number] for number in page])


def _lines(case: Case, matrix: pd.DataFrame) -> list[_Line]:
    lines: list[_Line] = []
    group, grouped = None, matrix["group"].nunique() > 1
    for issue, positions in matrix.groupby("issue", sort=False):
        own = list(named_rows(positions))
        if grouped and own[0].group != group:
            group = own[0].group
            lines.append(_Line(wrap(slug_words(group) or "Other", WIDTH - 10, SMALL, most=2), []))
        lines.append(_Line(wrap(proposition_text(case, str(issue)), LABEL - 10, SIZE, most=9), own))
    return lines


def _panel(case: Case, heads: Columns, lines: Sequence[_Line]) -> Panel:
    sheet = Sheet()
    y = heads.draw(sheet, 0)
    for number, line in enumerate(lines):
        if number and line.positions and lines[number - 1].positions:
            sheet.across(y - 0.5, RULE_HAIR)
        if line.positions:
            _proposition(case, sheet, heads, y, line)
        else:
            _group(sheet, y, line)
        y += line.height
    sheet.across(y, LINE)
    _key(sheet, y + 8)
    return sheet.panel(y + KEY)


def _group(sheet: Sheet, y: float, line: _Line) -> None:
    under = y + line.height - 1
    sheet.lines(0, y + 6, line.words, QUIET)
    sheet.across(under, QUIET_LINE)


def _proposition(case: Case, sheet: Sheet, heads: Columns, y: float, line: _Line) -> None:
    sheet.lines(0, y + 3.5, line.words)
    for column, actor in enumerate(heads.actors):
        own = line.of(actor)
        top = y + (line.height - 1 - len(own) * STEP + 2) / 2
        for place, position in enumerate(own):
            link = Link(position.evidence[0], _fact(case, position))
            at = top + place * STEP
            draw_stance(sheet, heads.middle(column), at, int(position.stance), position.hollow, position.dagger, link)


def _key(sheet: Sheet, top: float) -> None:
    """What the numbers mean, in words, under the matrix."""
    keys = [(int(stance), False, words) for stance, words in all_english("stance").items()]
    keys.append((2, True, "given to the actor by others"))
    room = WIDTH / len(keys)
    for number, (stance, hollow, words) in enumerate(keys):
        x = number * room
        draw_stance(sheet, x + 9.5 + 0.5, top, stance, hollow)
        sheet.lines(x + 23, top - 1.5, wrap(words, room - 25, SMALL), QUIET)


def _fact(case: Case, position: Any) -> str:
    """The position as a sentence: who, sign and number, the proposition, on whose word, where."""
    return position_fact(case, position, english("basis", position.basis))


def _opening(matrix: pd.DataFrame) -> str:
    propositions = several(matrix["issue"].nunique(), "proposition")
    actors = several(matrix["actor"].nunique(), "actor")
    return f"Matrix of {propositions} by {actors}, from −2 (rejects) to +2 (affirms)."


def _caption(matrix: pd.DataFrame, draft: bool) -> str:
    """How many positions affirm and reject; of a draft not how many of the propositions are shared."""
    numbers = listed(list(_by_sign(matrix["stance"])))
    if draft:
        return f"Who affirms or rejects what, as far as the draft has coded it: {numbers}."
    return f"Who affirms or rejects what. Of {several(len(matrix), 'position')}, {numbers}{_shared(matrix)}."


def _by_sign(stances: pd.Series) -> Iterator[str]:
    signs = (
        (stances > 0, "affirms", "affirm"),
        (stances < 0, "rejects", "reject"),
        (stances == 0, "is neutral or mixed", "are neutral or mixed"),
    )
    for which, one, many in signs:
        if number := int(which.sum()):
            yield f"{number} {one if number == 1 else many}"


def _shared(matrix: pd.DataFrame) -> str:
    """On how many propositions more than one actor has a position; "" for a single proposition."""
    holders = matrix.groupby("issue")["actor"].nunique()
    number = int((holders > 1).sum())
    draw = "draws" if number == 1 else "draw"
    return f"; {number} of {len(holders)} propositions {draw} more than one actor" if len(holders) > 1 else ""


def _table(case: Case, matrix: pd.DataFrame) -> Table:
    heads = ("Proposition", "Actor", "Stance", "In words", "Where")
    rows = [_cells(case, position) for position in named_rows(matrix)]
    return Table("Positions", heads, rows, ("Stance",))


def _cells(case: Case, position: Any) -> tuple[str, ...]:
    return (
        proposition_text(case, position.issue),
        voice_name(case, position.actor),
        stance_label(position.stance, position.dagger),
        f"{english('stance', position.stance)}; {english('basis', position.basis)}",
        cites(case, [position.position]),
    )
