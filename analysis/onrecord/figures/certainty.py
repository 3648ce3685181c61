"""F6: how firmly sources and publisher commit themselves, with the words that hedge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord import design
from onrecord.figures.drawing import style
from onrecord.figures.drawing.beside import alternative, figure_note
from onrecord.figures.drawing.figure import Figure
from onrecord.figures.drawing.lettering import wrap
from onrecord.figures.drawing.looks import BOLD, LINE, NOTE, QUIET_LINE, Letters, Link
from onrecord.figures.drawing.pages import pages
from onrecord.figures.drawing.sheet import Panel, Sheet, height_of
from onrecord.figures.drawing.style import SIZE, SMALL, WIDTH
from onrecord.figures.drawing.voice_marks import draw_voice
from onrecord.measures.attribution import ATTRIBUTIONS
from onrecord.measures.certainty import certainty_by_attribution
from onrecord.measures.draft import is_draft
from onrecord.measures.frames import named_rows
from onrecord.wording.citations import cites
from onrecord.wording.drafted import without_figure
from onrecord.wording.english import all_english, english
from onrecord.wording.labels import sentence_label, several, speaker_label
from onrecord.wording.naming import capital
from onrecord.wording.table import Table

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case

NAME = "certainty"
LABEL = 118.0  # width of the steps' names
COLUMN = (WIDTH - LABEL) / len(ATTRIBUTIONS)
PITCH = 11.0
PER_LINE = int((COLUMN - 32) // PITCH)
MOST_LINES = 14  # of marks, and of hedges, in a cell
MOST_MARKS = PER_LINE * MOST_LINES
NONE = Letters(color=design.MUTED)
NOT_TRUTH = "This is how firmly a source speaks, not whether what it says is true."
LEGEND = (
    "One mark a statement: a square has a source, a circle is the publisher's own voice, a diamond has an "
    "implied holder. Words in quotation marks are the hedges as the article writes them; 0: none was found."
)


def certainty(case: Case) -> Figure:
    """Counted statements by certainty (down) and attribution (across)."""
    counts = certainty_by_attribution(case)
    if is_draft(case):
        return Figure(NAME, reason=without_figure("how firmly it is said"))
    if counts.empty:
        return Figure(NAME, reason="No counted statement is coded, so there is no ladder of certainty.")
    capped = f"No cell has more than {MOST_MARKS} marks; its number counts all."
    n = f"n = {several(int(counts['n'].sum()), 'counted statement')}"
    return Figure(
        NAME,
        caption=_caption(counts),
        panels=tuple(_panels(case, counts)),
        alt=_alternative(case, counts),
        note=figure_note(case, n, LEGEND, capped if (counts["n"] > MOST_MARKS).any() else ""),
        table=_table(case, counts),
        rows=tuple(row for rows in counts["rows"] for row in rows),
    )


class _Cell(NamedTuple):
    """A step of the ladder in one column: its statements and the hedges in them, a line a text."""

    certainty: str
    attribution: str
    rows: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()

    @property
    def marks(self) -> tuple[str, ...]:
        """The statements that have a mark; beyond them the number tells."""
        return self.rows[:MOST_MARKS]

    @property
    def high(self) -> float:
        """Height of the marks."""
        return PITCH * -(-len(self.marks) // PER_LINE)

    @property
    def height(self) -> float:
        return self.high + height_of(self.hedges, SMALL) + (3 if self.hedges else 0)


class _Step(NamedTuple):
    """A step of the ladder with its cells, one a column."""

    words: list[str]
    cells: list[_Cell]

    @property
    def height(self) -> float:
        return max(height_of(self.words), 14.0, *(cell.height for cell in self.cells)) + 12


def _panels(case: Case, counts: pd.DataFrame) -> Iterator[Panel]:
    steps = _steps(case, counts)
    totals = [int(counts["n"][counts["attribution"] == kind].sum()) for kind in ATTRIBUTIONS]
    for page in pages([step.height for step in steps], style.HEIGHT - 26):
        yield _panel(case, [steps[number] for number in page], totals)


def _steps(case: Case, counts: pd.DataFrame) -> list[_Step]:
    cells = {(row.certainty, row.attribution): _cell(case, row) for row in named_rows(counts)}
    return [
        _Step(
            wrap(words, LABEL - 12, SIZE),
            [cells.get((certainty, kind), _Cell(certainty, kind)) for kind in ATTRIBUTIONS],
        )
        for certainty, words in all_english("certainty").items()
    ]


def _cell(case: Case, row: Any) -> _Cell:
    lines = [line for text in _hedges(case, row.rows) for line in wrap(text, COLUMN - 14, SMALL, most=3)]
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], "and more, in the table"]
    return _Cell(row.certainty, row.attribution, row.rows, tuple(lines))


def _hedges(case: Case, rows: Sequence[str]) -> list[str]:
    """The hedges of each statement with its sentence: ``“could” (S02)``."""
    hedges = {row: case.statements.at[row, "hedge_text"] for row in rows}
    return [
        f"{', '.join(f'“{_unnumbered(word)}”' for word in words)} ({sentence_label(case, row)})"
        for row, words in hedges.items()
        if words
    ]


def _unnumbered(word: str) -> str:
    """A hedge without the number that says which of several in its sentence it is: ``could#2``."""
    head, _, tail = word.rpartition("#")
    return head if head and tail.isdigit() else word


def _panel(case: Case, steps: Sequence[_Step], totals: Sequence[int]) -> Panel:
    sheet, y = Sheet(), 20.0
    _heads(sheet, totals)
    for step in steps:
        _step(case, sheet, y, step)
        y += step.height
    sheet.across(y, LINE)
    return sheet.panel(y + 3)


def _heads(sheet: Sheet, totals: Sequence[int]) -> None:
    for column, (kind, total) in enumerate(zip(ATTRIBUTIONS, totals, strict=True)):
        head = capital(english("attribution", kind, "label"))
        sheet.text(LABEL + COLUMN * column, 11, f"{head}: {total}", NOTE)


def _step(case: Case, sheet: Sheet, y: float, step: _Step) -> None:
    sheet.across(y, QUIET_LINE)
    sheet.lines(0, y + 6, step.words)
    for column, cell in enumerate(step.cells):
        _draw(case, sheet, LABEL + COLUMN * column, y + 6, cell)


def _draw(case: Case, sheet: Sheet, x: float, y: float, cell: _Cell) -> None:
    """The number of a cell, its marks and under them its hedges."""
    sheet.text(x, y + style.ASCENT * SIZE, str(len(cell.rows)), BOLD if cell.rows else NONE)
    for number, row in enumerate(cell.marks):
        down, across = divmod(number, PER_LINE)
        link = Link(row, _title(case, row, cell.certainty))
        draw_voice(sheet, x + 29 + PITCH * across, y + 4 + PITCH * down, cell.attribution, link)
    sheet.lines(x, y + cell.high + 2, cell.hedges, NOTE)


def _title(case: Case, row: str, certainty: str) -> str:
    return f"{speaker_label(case, row)}, {sentence_label(case, row)}: {english('certainty', certainty)}"


def _caption(counts: pd.DataFrame) -> str:
    firm = int(counts["n"][counts["certainty"] == "CT"].sum())
    total = several(int(counts["n"].sum()), "counted statement")
    return f"How firmly it is said. Fully committed: {firm} of {total}. {NOT_TRUTH}"


def _by_step(counts: pd.DataFrame) -> list[Any]:
    """The rows of the measure in the order of the ladder."""
    order = list(all_english("certainty"))
    return sorted(named_rows(counts), key=lambda row: order.index(row.certainty))


def _alternative(case: Case, counts: pd.DataFrame) -> str:
    facts = [
        f"{english('certainty', row.certainty)}, {english('attribution', row.attribution)}: "
        f"{', '.join([str(row.n), *_hedges(case, row.rows)])}."
        for row in _by_step(counts)
    ]
    opening = "Ladder of certainty, from full commitment to none, by who speaks. What is not named is 0."
    return alternative(opening, facts)


def _table(case: Case, counts: pd.DataFrame) -> Table:
    heads = ("Certainty", "Who speaks", "Statements", "Hedges", "Where")
    rows = [_cells(case, row) for row in _by_step(counts)]
    return Table("Counted statements by certainty", heads, rows, ("Statements",))


def _cells(case: Case, row: Any) -> tuple[str, ...]:
    hedges = "; ".join(_hedges(case, row.rows)) or "none"
    said = english("certainty", row.certainty), english("attribution", row.attribution)
    return (*said, str(row.n), hedges, cites(case, row.rows))
