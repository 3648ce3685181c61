"""F2: actors and the propositions that they affirm or reject in their own statements; silent actors stand apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord import design
from onrecord.figures.drawing import style
from onrecord.figures.drawing.beside import alternative, figure_note, position_fact
from onrecord.figures.drawing.choosing import Ids, chosen_rows
from onrecord.figures.drawing.figure import Figure, first_panels
from onrecord.figures.drawing.lettering import wrap
from onrecord.figures.drawing.looks import LINE, QUIET, RIGHT, SOLID, TEXT, Link, Look
from onrecord.figures.drawing.pages import pages
from onrecord.figures.drawing.sheet import Panel, Point, Sheet, height_of
from onrecord.figures.drawing.style import SIZE, SMALL, WIDTH
from onrecord.measures.coded_stances import coded_stances
from onrecord.measures.draft import is_draft
from onrecord.measures.frames import named_rows
from onrecord.measures.not_heard import spoken_about_not_heard
from onrecord.wording.citations import cites
from onrecord.wording.drafted import without_figure
from onrecord.wording.english import english
from onrecord.wording.labels import several, stance_label, voice_name
from onrecord.wording.propositions import proposition_text
from onrecord.wording.table import Table

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case

NAME = "positions-network"
ACTOR, ISSUE = 122.0, 262.0  # where the nodes of actors and the ends of the lines stand
NUMBER = 27.0  # width of the printed stance
SLOT = 12.0  # height of one line's end
NODE = 3.4
MOST_SILENT = 12  # silent actors that are drawn; the table has all
LINES = {1: (design.AFFIRMS, None), -1: (design.REJECTS, (4.0, 2.0)), 0: (design.INK, style.DOTS)}
OPEN = Look(design.PAPER, design.INK, 1.1)
LEGEND = (
    "+ affirms, − rejects the proposition (not approval): a solid line affirms, a dashed one rejects, a dotted "
    "one is neutral or mixed; the thicker, the more statements it rests on. A dagger (†): source not named or "
    "second-hand. An open circle is an actor that is spoken about and does not speak."
)


def positions_network(case: Case, actors: Ids = None, issues: Ids = None) -> Figure:
    """Self-stated positions, those of `actors` and on `issues` alone where these are given (ids)."""
    if is_draft(case):
        return Figure(NAME, reason=without_figure("who takes a position on what"))
    matrix = coded_stances(case)
    matrix = chosen_rows(chosen_rows(matrix[~matrix["hollow"]], "actor", actors), "issue", issues)
    if matrix.empty:
        where = " for these actors and propositions" if actors is not None or issues is not None else ""
        reason = f"No actor states a position of its own{where}, so there is no network of actors and propositions."
        return Figure(NAME, reason=reason)
    silent = chosen_rows(spoken_about_not_heard(case), "actor", actors)
    panels, beyond = first_panels(_panels(case, matrix, silent))
    n = f"n = {several(len(matrix), 'position')}, only those that actors state themselves"
    return Figure(
        NAME,
        caption=_caption(matrix),
        panels=panels,
        alt=_alternative(case, matrix, silent),
        note=figure_note(case, n, LEGEND, beyond),
        table=_table(case, matrix, silent),
        rows=tuple(row for frame in (matrix, silent) for ids in frame["rows"] for row in ids),
    )


class _Issue(NamedTuple):
    """A proposition with the positions on it, each at the end of a line of its own."""

    text: list[str]
    positions: list[Any]
    names: float  # height in points that the names of its actors take, shared with their other propositions

    @property
    def height(self) -> float:
        return max(height_of(self.text) + 7, SLOT * len(self.positions) + 7, self.names)

    def ends(self, middle: float) -> dict[str, float]:
        """Position -> the height of its line's end, around the middle of the proposition."""
        first = (len(self.positions) - 1) / 2
        return {
            position.position: middle + SLOT * (number - first) for number, position in enumerate(self.positions)
        }  # fmt: skip


def _panels(case: Case, matrix: pd.DataFrame, silent: pd.DataFrame) -> Iterator[Panel]:
    """Propositions page by page; the silent actors stand under the last of them."""
    issues = _ordered(case, list(named_rows(matrix)))
    strip = [_name(case, actor, 2) for actor in silent["actor"][:MOST_SILENT]]
    room = style.HEIGHT - 30 - sum(height_of(lines) + 4 for lines in strip)
    for page in pages([issue.height for issue in issues], room):
        last = page.stop == len(issues)
        yield _panel(case, [issues[number] for number in page], silent if last else silent.iloc[:0])


def _ordered(case: Case, positions: Sequence[Any]) -> list[_Issue]:
    """Propositions beside the actors that speak to them: by the mean place of those actors, then as coded."""
    actors = list(dict.fromkeys(position.actor for position in positions))
    by_issue: dict[str, list[Any]] = {}
    for position in positions:
        by_issue.setdefault(position.issue, []).append(position)
    order = sorted(by_issue, key=lambda issue: _mean([actors.index(one.actor) for one in by_issue[issue]]))
    share = {actor: _share(case, actor, positions) for actor in actors}
    return [
        _Issue(_proposition(case, issue), by_issue[issue], sum(share[one.actor] for one in by_issue[issue]))
        for issue in order
    ]


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)


def _share(case: Case, actor: str, positions: Sequence[Any]) -> float:
    """The height that an actor's name takes, shared out over its positions."""
    return (height_of(_name(case, actor)) + 6) / sum(position.actor == actor for position in positions)


def _proposition(case: Case, issue: str) -> list[str]:
    return wrap(proposition_text(case, issue), WIDTH - ISSUE - NUMBER, SIZE, most=7)


def _name(case: Case, actor: str, most: int = 5) -> list[str]:
    return wrap(voice_name(case, actor), ACTOR - 10, SIZE, most=most)


def _panel(case: Case, issues: Sequence[_Issue], silent: pd.DataFrame) -> Panel:
    sheet = Sheet()
    ends, bottom = _propositions(sheet, issues)
    positions = [position for issue in issues for position in issue.positions]
    actors = _places(case, positions, ends, bottom)
    for position in positions:
        _edge(case, sheet, position, actors[position.actor], ends[position.position])
    for actor, middle in actors.items():
        _actor(sheet, _name(case, actor), middle)
    return sheet.panel(_silent(case, sheet, bottom + 6, silent))


def _propositions(sheet: Sheet, issues: Sequence[_Issue]) -> tuple[dict[str, float], float]:
    """Their words at the right; returns the height of each position's end, and the bottom."""
    ends: dict[str, float] = {}
    y = 6.0
    for issue in issues:
        middle = y + issue.height / 2
        ends |= issue.ends(middle)
        sheet.lines(ISSUE + NUMBER, middle - height_of(issue.text) / 2, issue.text)
        y += issue.height
    return ends, y


def _actor(sheet: Sheet, name: list[str], middle: float) -> None:
    sheet.circle((ACTOR, middle), NODE, SOLID)
    sheet.lines(ACTOR - 8, middle - height_of(name) / 2, name, RIGHT)


def _places(case: Case, positions: Sequence[Any], ends: dict[str, float], bottom: float) -> dict[str, float]:
    """The height of each actor's node: near the middle of its lines, clear of its neighbours, above `bottom`."""
    wanted: dict[str, list[float]] = {}
    for position in positions:
        wanted.setdefault(position.actor, []).append(ends[position.position])
    half = {actor: height_of(_name(case, actor)) / 2 + 3 for actor in wanted}
    order = sorted(wanted, key=lambda actor: _mean(wanted[actor]))
    return _parted({actor: _mean(wanted[actor]) for actor in order}, half, bottom)


def _parted(places: dict[str, float], half: dict[str, float], bottom: float) -> dict[str, float]:
    """Places in order, moved until no two are nearer than half their heights."""
    edge = 2.0
    for actor in places:  # down, each below the one before
        places[actor] = max(places[actor], edge + half[actor])
        edge = places[actor] + half[actor]
    edge = bottom
    for actor in reversed(places):  # and up again where that went too far
        places[actor] = min(places[actor], edge - half[actor])
        edge = places[actor] - half[actor]
    return places


def _edge(case: Case, sheet: Sheet, position: Any, start: float, end: float) -> None:
    row = position.evidence[0]
    sheet.line(*_curve(start, end), look=_look(position), link=Link(row, _fact(case, position)))
    sheet.text(ISSUE + 3, end + 2.7, stance_label(position.stance, position.dagger), TEXT, Link(row))


def _look(position: Any) -> Look:
    """Colour and dash by the sign of the stance, width by the number of statements."""
    stance = int(position.stance)
    color, dash = LINES[(stance > 0) - (stance < 0)]
    return Look(edge=color, width=min(0.9 + 0.9 * (len(position.evidence) - 1), 4.5), dash=dash)


def _curve(start: float, end: float, steps: int = 24) -> list[Point]:
    """Points from an actor to a proposition along a curve that leaves and arrives level."""
    ease = [(t / steps) for t in range(steps + 1)]
    return [(ACTOR + (ISSUE - ACTOR) * t, start + (end - start) * (3 * t * t - 2 * t * t * t)) for t in ease]


def _silent(case: Case, sheet: Sheet, y: float, silent: pd.DataFrame) -> float:
    """Actors that are spoken about and do not speak, as open nodes in a strip; returns its bottom."""
    if silent.empty:
        return y
    sheet.line((0, y), (WIDTH, y), look=LINE)
    sheet.lines(ACTOR + 10, y + 4, wrap("spoken about, not heard", ISSUE - ACTOR, SMALL), QUIET)
    y += 5
    for row in named_rows(silent.iloc[:MOST_SILENT]):
        y = _open_node(case, sheet, y, row) + 4
    if len(silent) > MOST_SILENT:
        sheet.text(ACTOR + 10, y + 4, f"and {len(silent) - MOST_SILENT} more", QUIET)
    return y + 8


def _open_node(case: Case, sheet: Sheet, y: float, row: Any) -> float:
    lines = _name(case, row.actor, 2)
    link = Link(row.rows[0], f"{voice_name(case, row.actor)} does not speak")
    sheet.circle((ACTOR, y + height_of(lines) / 2), NODE, OPEN, link)
    return sheet.lines(ACTOR - 8, y, lines, RIGHT)


def _fact(case: Case, position: Any) -> str:
    return position_fact(case, position, several(len(position.evidence), "statement"))


def _caption(matrix: pd.DataFrame) -> str:
    actors = matrix["actor"].nunique()
    held = f"{several(len(matrix), 'position')} on {several(matrix['issue'].nunique(), 'proposition')}"
    return f"Who takes a position on what. {several(actors, 'actor')} {'states' if actors == 1 else 'state'} {held}."


def _alternative(case: Case, matrix: pd.DataFrame, silent: pd.DataFrame) -> str:
    facts = [_fact(case, position) for position in named_rows(matrix)]
    facts += [f"Spoken about, not heard: {voice_name(case, actor)}." for actor in silent["actor"]]
    return alternative("Lines from actors to the propositions on which they state a position.", facts)


def _table(case: Case, matrix: pd.DataFrame, silent: pd.DataFrame) -> Table:
    heads = ("Actor", "Proposition", "Stance", "In words", "Statements", "Where")
    rows = [_cells(case, position) for position in named_rows(matrix)]
    rows += [
        (voice_name(case, row.actor), "spoken about, not heard", "", "", "0", cites(case, row.rows))
        for row in named_rows(silent)
    ]
    return Table("Positions that actors state", heads, rows, ("Stance", "Statements"))


def _cells(case: Case, position: Any) -> tuple[str, ...]:
    return (
        voice_name(case, position.actor),
        proposition_text(case, position.issue),
        stance_label(position.stance, position.dagger),
        english("stance", position.stance),
        str(len(position.evidence)),
        cites(case, [position.position]),
    )
