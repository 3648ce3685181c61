"""F2: actors and the propositions that they affirm or reject in their own statements; silent actors stand apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from onrecord import design
from onrecord.figures.drawing import style
from onrecord.figures.drawing.columns import pages
from onrecord.figures.drawing.figure import Figure, alternative, chosen, note, panels
from onrecord.figures.drawing.lettering import wrap
from onrecord.figures.drawing.sheet import Sheet, block
from onrecord.figures.drawing.style import SIZE, SMALL, WIDTH
from onrecord.measures.not_heard import spoken_about_not_heard
from onrecord.measures.stance_matrix import stance_matrix
from onrecord.wording import codes as wording
from onrecord.wording.citations import cites
from onrecord.wording.table import Table

if TYPE_CHECKING:
    from onrecord.coding.case import Case

NAME = "positions-network"
ACTOR, ISSUE = 122.0, 262.0  # where the nodes of actors and the ends of the lines stand
NUMBER = 27.0  # width of the printed stance
SLOT = 12.0  # height of one line's end
NODE = 3.4
MOST_SILENT = 12  # silent actors that are drawn; the table has all
LINES = {1: (design.AFFIRMS, None), -1: (design.REJECTS, (4.0, 2.0)), 0: (design.INK, style.DOTS)}


class Issue(NamedTuple):
    """A proposition with the positions on it, each at the end of a line of its own."""

    text: list[str]
    positions: list
    names: float  # height in points that the names of its actors take, shared with their other propositions

    @property
    def height(self) -> float:
        return max(block(self.text) + 7, SLOT * len(self.positions) + 7, self.names)


def positions_network(
    case: Case, actors: str | Iterable[str] | None = None, issues: str | Iterable[str] | None = None
) -> Figure:
    """Self-stated positions, those of `actors` and on `issues` alone where these are given (ids)."""
    matrix = stance_matrix(case)
    matrix = matrix[~matrix["hollow"]]
    wanted = chosen(actors)
    for column, ids in (("actor", wanted), ("issue", chosen(issues))):
        matrix = matrix if ids is None else matrix[matrix[column].isin(ids)]
    if matrix.empty:
        where = " for these actors and propositions" if actors is not None or issues is not None else ""
        return Figure(
            NAME,
            reason=f"No actor states a position of its own{where}, so there is no network of actors and propositions.",
        )
    silent = spoken_about_not_heard(case)
    silent = silent if wanted is None else silent[silent["actor"].isin(wanted)]
    found = list(matrix.itertuples())
    rows = _ordered(case, found)
    strip = [_name(case, actor, 2) for actor in silent["actor"][:MOST_SILENT]]
    room = style.HEIGHT - 30 - sum(block(lines) + 4 for lines in strip)
    sheets = [[rows[n] for n in page] for page in pages([row.height for row in rows], room)]
    svgs, beyond = panels(_panel(case, part, silent if part is sheets[-1] else silent.iloc[:0]) for part in sheets)
    return Figure(
        NAME,
        f"Who takes a position on what. {wording.several(matrix['actor'].nunique(), 'actor')} "
        f"{'states' if matrix['actor'].nunique() == 1 else 'state'} {wording.several(len(matrix), 'position')} on "
        f"{wording.several(matrix['issue'].nunique(), 'proposition')}.",
        svgs,
        _alt(case, found, silent),
        note(
            case,
            f"n = {wording.several(len(matrix), 'position')}, only those that actors state themselves",
            "+ affirms, − rejects the proposition (not approval): a solid line affirms, a dashed one rejects, a dotted "
            "one is neutral or mixed; the thicker, the more statements it rests on. A dagger (†): source not named or "
            "second-hand. An open circle is an actor that is spoken about and does not speak.",
            beyond,
        ),
        _table(case, found, silent),
        tuple(row for frame in (matrix, silent) for ids in frame["rows"] for row in ids),
    )


def _ordered(case: Case, found: list) -> list[Issue]:
    """Propositions beside the actors that speak to them: by the mean place of those actors, then as coded."""
    actors = list(dict.fromkeys(p.actor for p in found))
    places = {
        issue: [actors.index(p.actor) for p in found if p.issue == issue]
        for issue in dict.fromkeys(p.issue for p in found)
    }
    order = sorted(places, key=lambda issue: sum(places[issue]) / len(places[issue]))
    room = WIDTH - ISSUE - NUMBER
    share = {actor: (block(_name(case, actor)) + 6) / sum(p.actor == actor for p in found) for actor in actors}
    return [
        Issue(wrap(wording.proposition(case, issue), room, SIZE, most=7), own, sum(share[p.actor] for p in own))
        for issue in order
        for own in [[p for p in found if p.issue == issue]]
    ]


def _panel(case: Case, rows: list[Issue], silent) -> str:
    sheet = Sheet()
    ends: dict[str, float] = {}
    y = 6.0
    for row in rows:
        middle = y + row.height / 2
        for number, position in enumerate(row.positions):
            ends[position.position] = middle + SLOT * (number - (len(row.positions) - 1) / 2)
        sheet.lines(ISSUE + NUMBER, middle - block(row.text) / 2, row.text, SIZE)
        y += row.height
    actors = _actors(case, [p for row in rows for p in row.positions], ends, y)
    for row in rows:
        for position in row.positions:
            _edge(case, sheet, position, actors[position.actor], ends[position.position])
    for actor, middle in actors.items():
        lines = _name(case, actor)
        sheet.circle(ACTOR, middle, NODE, fill=design.INK, edge=design.INK)
        sheet.lines(ACTOR - 8, middle - block(lines) / 2, lines, SIZE, align="right")
    return sheet.svg(_silent(case, sheet, y + 6, silent))


def _name(case: Case, actor: str, most: int = 5) -> list[str]:
    return wrap(wording.name(case, actor), ACTOR - 10, SIZE, most=most)


def _actors(case: Case, positions: list, ends: dict[str, float], bottom: float) -> dict[str, float]:
    """The height of each actor's node: near the middle of its lines, clear of its neighbours, above `bottom`."""
    wanted: dict[str, list[float]] = {}
    for position in positions:
        wanted.setdefault(position.actor, []).append(ends[position.position])
    means = {actor: sum(heights) / len(heights) for actor, heights in wanted.items()}
    half = {actor: block(_name(case, actor)) / 2 + 3 for actor in means}
    order = sorted(means, key=means.__getitem__)
    places, edge = {}, 2.0
    for actor in order:  # down, each below the one before
        places[actor] = max(means[actor], edge + half[actor])
        edge = places[actor] + half[actor]
    edge = bottom
    for actor in reversed(order):  # and up again where that went too far
        places[actor] = min(places[actor], edge - half[actor])
        edge = places[actor] - half[actor]
    return places


def _edge(case: Case, sheet: Sheet, position, start: float, end: float) -> None:
    stance = int(position.stance)
    color, dash = LINES[(stance > 0) - (stance < 0)]
    width = min(0.9 + 0.9 * (len(position.evidence) - 1), 4.5)
    row = position.evidence[0]
    sheet.line(*_curve(start, end), color=color, width=width, dash=dash, row=row, title=_fact(case, position))
    text = wording.signed(stance) + ("†" if position.dagger else "")
    sheet.text(ISSUE + 3, end + 2.7, text, SIZE, row=row)


def _curve(start: float, end: float, steps: int = 24) -> Sequence[tuple[float, float]]:
    """Points from an actor to a proposition along a curve that leaves and arrives level."""
    ease = [(t / steps) for t in range(steps + 1)]
    return [(ACTOR + (ISSUE - ACTOR) * t, start + (end - start) * (3 * t * t - 2 * t * t * t)) for t in ease]


def _silent(case: Case, sheet: Sheet, y: float, silent) -> float:
    """Actors that are spoken about and do not speak, as open nodes in a strip; returns its bottom."""
    if silent.empty:
        return y
    sheet.line((0, y), (WIDTH, y), color=design.INK)
    sheet.lines(ACTOR + 10, y + 4, wrap("spoken about, not heard", ISSUE - ACTOR, SMALL), SMALL, color=design.MUTED)
    shown = silent.iloc[:MOST_SILENT]
    y += 5
    for row in shown.itertuples():
        lines = _name(case, row.actor, 2)
        middle = y + block(lines) / 2
        sheet.circle(
            ACTOR, middle, NODE, fill=design.PAPER, edge=design.INK, width_=1.1,
            row=row.rows[0], title=f"{wording.name(case, row.actor)} does not speak",
        )  # fmt: skip
        y = sheet.lines(ACTOR - 8, y, lines, SIZE, align="right") + 4
    if len(silent) > len(shown):
        sheet.text(ACTOR + 10, y + 4, f"and {len(silent) - len(shown)} more", SMALL, design.MUTED)
    return y + 8


def _fact(case: Case, position) -> str:
    stance = int(position.stance)
    what = wording.proposition(case, position.issue).rstrip(". ")
    times = wording.several(len(position.evidence), "statement")
    manner = ", source not named or second-hand" if position.dagger else ""
    where = wording.sentences(case, position.evidence)
    return f"{wording.name(case, position.actor)}: {wording.signed(stance)} on “{what}”, {times}{manner} ({where})."


def _alt(case: Case, found: list, silent) -> str:
    quiet = [f"Spoken about, not heard: {wording.name(case, actor)}." for actor in silent["actor"]]
    return alternative(
        "Lines from actors to the propositions on which they state a position.", [_fact(case, p) for p in found] + quiet
    )


def _table(case: Case, found: list, silent) -> str:
    rows = [
        (
            wording.name(case, p.actor),
            wording.proposition(case, p.issue),
            wording.signed(int(p.stance)) + ("†" if p.dagger else ""),
            wording.STANCE[int(p.stance)],
            str(len(p.evidence)),
            cites(case, [p.position]),
        )
        for p in found
    ]
    rows += [
        (wording.name(case, row.actor), "spoken about, not heard", "", "", "0", cites(case, row.rows))
        for row in silent.itertuples()
    ]
    heads = ("Actor", "Proposition", "Stance", "In words", "Statements", "Where")
    return Table("Positions that actors state", heads, rows, frozenset({"Stance", "Statements"}))._repr_html_()
