"""F3: who is tied to whom, and on whose word. One row a relation, one upright line an actor; every label is legible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord import design
from onrecord.coding.vocabularies import UNDIRECTED
from onrecord.figures.drawing import style
from onrecord.figures.drawing.beside import alternative, figure_note
from onrecord.figures.drawing.choosing import Ids, chosen
from onrecord.figures.drawing.columns import Columns, by_root, columns, most_columns
from onrecord.figures.drawing.figure import Figure, first_panels
from onrecord.figures.drawing.lettering import wrap
from onrecord.figures.drawing.looks import QUIET, RULE, RULE_HAIR, SOLID, Link, Look
from onrecord.figures.drawing.pages import pages
from onrecord.figures.drawing.sheet import Panel, Sheet, height_of
from onrecord.figures.drawing.style import SIZE, SMALL, WIDTH
from onrecord.measures.frames import named_rows
from onrecord.wording.citations import cites
from onrecord.wording.english import all_english, english
from onrecord.wording.labels import sentence_label, several, voice_name
from onrecord.wording.naming import capital, listed
from onrecord.wording.table import Table

if TYPE_CHECKING:
    from onrecord.coding.case import Case

NAME = "relations"
LABEL = 220.0  # width of the words at the left
STROKE = 1.3
LEGEND = (
    "An arrow runs from the actor to the one it is about; a line with two dots has no direction. Solid: stated "
    "by a party or narrated by the publisher. Dashed: alleged by an adverse party, no fact. Dotted: planned."
)


def relations(case: Case, actors: Ids = None) -> Figure:
    """The relations of the case; those that touch or are asserted by `actors` (ids) alone where they are given."""
    ties = list(_ties(case, chosen(actors)))
    if not ties:
        where = " for these actors" if actors is not None else ""
        return Figure(NAME, reason=f"No relation is coded{where}, so there is no figure of who is tied to whom.")
    panels, beyond = first_panels(panel for part in _parts(ties) for panel in _panels(case, part))
    return Figure(
        NAME,
        caption=_caption(ties),
        panels=panels,
        alt=alternative("Relations between actors, one a row.", [tie.fact for tie in ties]),
        note=figure_note(case, f"n = {several(len(ties), 'relation')}", LEGEND, beyond),
        table=_table(case, ties),
        rows=tuple(tie.row for tie in ties),
    )


class _Tie(NamedTuple):
    """A relation: both ends (ids), the words for it, whose word it is, how it is drawn."""

    row: str
    source: str
    target: str
    text: str
    word: str
    sentence: str
    basis: str
    undirected: bool
    planned: bool

    @property
    def ends(self) -> tuple[str, str]:
        return self.source, self.target

    @property
    def alleged(self) -> bool:
        return self.basis == "alleged"

    @property
    def lines(self) -> tuple[list[str], list[str]]:
        return wrap(self.text, LABEL - 8, SIZE, most=5), wrap(f"{self.word}; {self.sentence}", LABEL - 8, SMALL, most=4)

    @property
    def height(self) -> float:
        text, small = self.lines
        return height_of(text) + height_of(small, SMALL) + 6.5

    @property
    def fact(self) -> str:
        return f"{capital(self.text)}, {self.word} ({self.sentence})."


def _ties(case: Case, actors: frozenset[str] | None) -> Iterator[_Tie]:
    for row in named_rows(case.relations):
        if actors is None or actors & {row.source, row.target, row.asserted_by}:
            yield _tie(case, row)


def _tie(case: Case, row: Any) -> _Tie:
    between = english("relation_type", row.type, "between names")
    planned = case.events["status"].get(row.event) == "planned"
    return _Tie(
        row.Index,
        row.source,
        row.target,
        text=f"{voice_name(case, row.source)}{between} {voice_name(case, row.target)}",
        word=_word(case, row) + ("; planned" if planned else ""),
        sentence=sentence_label(case, row.Index),
        basis=row.basis,
        undirected=row.type in UNDIRECTED,
        planned=planned,
    )


def _word(case: Case, row: Any) -> str:
    """ "narrated by Al Jazeera"."""
    return f"{english('relation_basis', row.basis, 'by whom')} {voice_name(case, row.asserted_by)}"


def _parts(ties: Sequence[_Tie]) -> Iterator[list[_Tie]]:
    """Ties in order, in parts whose actors fit side by side."""
    most = most_columns(WIDTH - LABEL)
    part: list[_Tie] = []
    for tie in ties:
        if len({end for one in [*part, tie] for end in one.ends}) > most:
            yield part
            part = []
        part.append(tie)
    yield part


def _panels(case: Case, ties: Sequence[_Tie]) -> Iterator[Panel]:
    ends = {end for tie in ties for end in tie.ends}
    across = by_root(case, [actor for actor in case.actors.index if actor in ends])
    heads = columns(case, across, LABEL, WIDTH - LABEL)
    for page in pages([tie.height for tie in ties], style.HEIGHT - heads.height - 6):
        yield _panel(heads, [ties[number] for number in page])


def _panel(heads: Columns, ties: Sequence[_Tie]) -> Panel:
    sheet = Sheet()
    y = top = heads.draw(sheet, 0)
    bottom = top + sum(tie.height for tie in ties)
    for number in range(len(heads.actors)):
        sheet.line((heads.middle(number), top + 2), (heads.middle(number), bottom), look=RULE)
    for tie in ties:
        _words(sheet, y, tie)
        start, end = (heads.middle(heads.actors.index(actor)) for actor in tie.ends)
        _Arrow(tie, start, end, y + tie.height / 2 + 1).draw(sheet)
        y += tie.height
    return sheet.panel(bottom + 4)


def _words(sheet: Sheet, y: float, tie: _Tie) -> None:
    text, small = tie.lines
    sheet.line((0, y), (LABEL - 8, y), look=RULE_HAIR)
    below = sheet.lines(0, y + 3, text)
    sheet.lines(0, below + 1.5, small, QUIET)


@dataclass(frozen=True)
class _Arrow:
    """A tie as it is drawn, from `start` to `end` (x) at the height `y`."""

    tie: _Tie
    start: float
    end: float
    y: float

    @property
    def link(self) -> Link:
        return Link(self.tie.row, self.tie.fact)

    @property
    def away(self) -> int:
        return 1 if self.end > self.start else -1

    @property
    def dash(self) -> tuple[float, float] | None:
        return style.DASH if self.tie.alleged else style.DOTS if self.tie.planned else None

    def draw(self, sheet: Sheet) -> None:
        self._dot(sheet, self.start)
        if self.start == self.end:
            self._ring(sheet)
        elif self.tie.undirected:
            self._shaft(sheet, self.end)
            self._dot(sheet, self.end)
        else:
            self._shaft(sheet, self.end - 5 * self.away)
            self._head(sheet)

    def _dot(self, sheet: Sheet, x: float) -> None:
        sheet.circle((x, self.y), 2.6, SOLID, self.link)

    def _ring(self, sheet: Sheet) -> None:
        """An actor tied to itself: a ring around its dot."""
        look = Look(edge=design.INK, dash=style.DASH if self.tie.alleged else None)
        sheet.circle((self.start, self.y), 5.5, look, self.link)

    def _shaft(self, sheet: Sheet, end: float) -> None:
        look = Look(edge=design.INK, width=STROKE, dash=self.dash)
        sheet.line((self.start, self.y), (end, self.y), look=look, link=self.link)

    def _head(self, sheet: Sheet) -> None:
        back = self.end - 7 * self.away
        corners = [(self.end, self.y), (back, self.y - 3.6), (back, self.y + 3.6)]
        sheet.polygon(corners, Look(design.PAPER if self.tie.alleged else design.INK, design.INK), self.link)


def _caption(ties: Sequence[_Tie]) -> str:
    numbers = {basis: sum(tie.basis == basis for tie in ties) for basis in all_english("relation_basis", "by whom")}
    parts = [
        f"{number} {'is' if number == 1 else 'are'} {english('relation_basis', basis, 'after a number')}"
        for basis, number in numbers.items()
        if number
    ]
    return f"Who is tied to whom, and on whose word. Of {several(len(ties), 'relation')}, {listed(parts)}."


def _table(case: Case, ties: Sequence[_Tie]) -> Table:
    rows = [(capital(tie.text), tie.word, cites(case, [tie.row])) for tie in ties]
    return Table("Relations", ("Relation", "On whose word", "Where"), rows)
