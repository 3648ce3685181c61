"""F3: who is tied to whom, and on whose word. One row a relation, one upright line an actor; every label is legible."""

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
from onrecord.measures.relations import relations_by_basis
from onrecord.wording import codes as wording
from onrecord.wording.citations import cites
from onrecord.wording.naming import capital, listed
from onrecord.wording.table import Table

if TYPE_CHECKING:
    from onrecord.coding.case import Case

NAME = "relations"
LABEL = 220.0  # width of the words at the left
STROKE = 1.3
BASIS = {"stated": "stated by", "narrated": "narrated by", "alleged": "alleged by"}


class Tie(NamedTuple):
    """A relation: both ends (ids), the words for it, whose word it is, how it is drawn."""

    row: str
    source: str
    target: str
    text: str
    word: str
    sentence: str
    undirected: bool
    alleged: bool
    planned: bool

    @property
    def lines(self) -> tuple[list[str], list[str]]:
        return wrap(self.text, LABEL - 8, SIZE, most=5), wrap(f"{self.word}; {self.sentence}", LABEL - 8, SMALL, most=4)

    @property
    def height(self) -> float:
        text, small = self.lines
        return block(text) + block(small, SMALL) + 6.5

    @property
    def fact(self) -> str:
        return f"{capital(self.text)}, {self.word} ({self.sentence})."


def relations(case: Case, actors: str | Iterable[str] | None = None) -> Figure:
    """The relations of the case; those that touch or are asserted by `actors` (ids) alone where they are given."""
    ties = list(_ties(case, chosen(actors)))
    if not ties:
        where = " for these actors" if actors is not None else ""
        return Figure(NAME, reason=f"No relation is coded{where}, so there is no figure of who is tied to whom.")
    svgs, beyond = panels(svg for part in _parts(ties) for svg in _panels(case, part))
    return Figure(
        NAME,
        _caption(case, ties),
        svgs,
        alternative("Relations between actors, one a row.", [tie.fact for tie in ties]),
        note(
            case,
            f"n = {wording.several(len(ties), 'relation')}",
            "An arrow runs from the actor to the one it is about; a line with two dots has no direction. Solid: stated "
            "by a party or narrated by the publisher. Dashed: alleged by an adverse party, no fact. Dotted: planned.",
            beyond,
        ),
        _table(case, ties),
        tuple(tie.row for tie in ties),
    )


def _ties(case: Case, actors: frozenset[str] | None) -> Iterator[Tie]:
    for row in case.relations.itertuples():
        if actors is not None and not actors & {row.source, row.target, row.asserted_by}:
            continue
        planned = case.events["status"].get(row.event) == "planned"
        link = wording.RELATION.get(row.type, f" {row.type.replace('_', ' ')}")
        text = f"{wording.name(case, row.source)}{link} {wording.name(case, row.target)}"
        word = f"{BASIS[row.basis]} {wording.name(case, row.asserted_by)}{'; planned' if planned else ''}"
        where = wording.sentence(case, row.Index)
        undirected = row.type in wording.UNDIRECTED
        yield Tie(row.Index, row.source, row.target, text, word, where, undirected, row.basis == "alleged", planned)


def _parts(ties: list[Tie]) -> Iterator[list[Tie]]:
    """Ties in order, in parts whose actors fit side by side."""
    most = most_columns(WIDTH - LABEL)
    part: list[Tie] = []
    for tie in ties:
        if len({end for one in [*part, tie] for end in (one.source, one.target)}) > most:
            yield part
            part = []
        part.append(tie)
    yield part


def _panels(case: Case, ties: list[Tie]) -> Iterator[str]:
    ends = {end for tie in ties for end in (tie.source, tie.target)}
    across = by_root(case, [actor for actor in case.actors.index if actor in ends])
    heads = columns(case, across, LABEL, WIDTH - LABEL)
    heights = [tie.height for tie in ties]
    for page in pages(heights, style.HEIGHT - heads.height - 6):
        yield _panel(heads, [ties[n] for n in page])


def _panel(heads: Columns, ties: list[Tie]) -> str:
    sheet = Sheet()
    top = heads.draw(sheet, 0)
    bottom = top + sum(tie.height for tie in ties)
    for number in range(len(heads.actors)):
        sheet.line((heads.middle(number), top + 2), (heads.middle(number), bottom), color=design.RULE, width=FINE)
    y = top
    for tie in ties:
        sheet.line((0, y), (LABEL - 8, y), color=design.RULE, width=HAIR)
        text, small = tie.lines
        below = sheet.lines(0, y + 3, text, SIZE)
        sheet.lines(0, below + 1.5, small, SMALL, color=design.MUTED)
        _arrow(sheet, heads, y + tie.height / 2 + 1, tie)
        y += tie.height
    return sheet.svg(bottom + 4)


def _arrow(sheet: Sheet, heads: Columns, y: float, tie: Tie) -> None:
    start, end = (heads.middle(heads.actors.index(actor)) for actor in (tie.source, tie.target))
    link = {"row": tie.row, "title": tie.fact}
    sheet.circle(start, y, 2.6, fill=design.INK, edge=design.INK, **link)
    if start == end:  # an actor tied to itself: a ring around its dot
        sheet.circle(start, y, 5.5, edge=design.INK, dash=style.DASH if tie.alleged else None, **link)
        return
    away = 1 if end > start else -1
    dash = style.DASH if tie.alleged else style.DOTS if tie.planned else None
    sheet.line((start, y), (end - (0 if tie.undirected else 5 * away), y), width=STROKE, dash=dash, **link)
    if tie.undirected:
        sheet.circle(end, y, 2.6, fill=design.INK, edge=design.INK, **link)
    else:
        head = [(end, y), (end - 7 * away, y - 3.6), (end - 7 * away, y + 3.6)]
        sheet.polygon(head, fill=design.PAPER if tie.alleged else design.INK, edge=design.INK, **link)


def _caption(case: Case, ties: list[Tie]) -> str:
    order = {row.basis: BASIS[row.basis].removesuffix(" by") for row in relations_by_basis(case).itertuples()}
    counts = {basis: sum(tie.word.startswith(words) for tie in ties) for basis, words in order.items()}
    said = {"stated": "stated by a party", "narrated": "narrated by the publisher", "alleged": "alleged"}
    parts = [f"{number} {'is' if number == 1 else 'are'} {said[basis]}" for basis, number in counts.items() if number]
    return f"Who is tied to whom, and on whose word. Of {wording.several(len(ties), 'relation')}, {listed(parts)}."


def _table(case: Case, ties: list[Tie]) -> str:
    rows = [(capital(tie.text), tie.word, cites(case, [tie.row])) for tie in ties]
    return Table("Relations", ("Relation", "On whose word", "Where"), rows)._repr_html_()
