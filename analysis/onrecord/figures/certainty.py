"""F6: how firmly sources and publisher commit themselves, with the words that hedge."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord import design
from onrecord.figures.attribution import ATTRIBUTIONS, mark
from onrecord.figures.drawing import style
from onrecord.figures.drawing.columns import pages
from onrecord.figures.drawing.figure import Figure, alternative, note
from onrecord.figures.drawing.lettering import wrap
from onrecord.figures.drawing.sheet import Sheet, block
from onrecord.figures.drawing.style import FINE, HAIR, SIZE, SMALL, WIDTH
from onrecord.measures.certainty import certainty_by_attribution
from onrecord.wording import codes as wording
from onrecord.wording.citations import cites
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
HEADS = {"attributed": "Source given", "narrator": "Publisher's own voice", "unspecified": "Nobody named"}


class Cell(NamedTuple):
    """A step of the ladder in one column: its statements and the hedges in them, a line a text."""

    rows: tuple[str, ...]
    hedges: list[str]

    @property
    def marks(self) -> tuple[str, ...]:
        """The statements that have a mark; beyond them the number tells."""
        return self.rows[: PER_LINE * MOST_LINES]

    @property
    def height(self) -> float:
        return PITCH * -(-len(self.marks) // PER_LINE) + block(self.hedges, SMALL) + (3 if self.hedges else 0)


def certainty(case: Case) -> Figure:
    """Counted statements by certainty (down) and attribution (across)."""
    counts = certainty_by_attribution(case)
    if counts.empty:
        return Figure(NAME, reason="No counted statement is coded, so there is no ladder of certainty.")
    cells = {(row.certainty, row.attribution): _cell(case, row) for row in counts.itertuples()}
    steps = list(wording.CERTAINTY)
    heights = [_height(step, cells) for step in steps]
    total = int(counts["n"].sum())
    sheets = pages(heights, style.HEIGHT - 26)
    return Figure(
        NAME,
        _caption(counts),
        tuple(_panel(case, [steps[n] for n in page], cells, heights) for page in sheets),
        _alt(case, counts),
        note(
            case,
            f"n = {wording.several(total, 'counted statement')}",
            "One mark a statement: a square has a source, a circle is the publisher's own voice, a diamond has an "
            "implied holder. Words in quotation marks are the hedges as the article writes them; 0: none was found.",
            _capped(cells),
        ),
        _table(case, counts),
        tuple(row for rows in counts["rows"] for row in rows),
    )


def _cell(case: Case, row) -> Cell:
    lines = [line for text in _hedges(case, row.rows) for line in wrap(text, COLUMN - 14, SMALL, most=3)]
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], "and more, in the table"]
    return Cell(row.rows, lines)


def _hedges(case: Case, rows: tuple[str, ...]) -> list[str]:
    """The hedges of each statement with its sentence: ``“could” (S02)``."""
    found = []
    for row in rows:
        words = case.statements.at[row, "hedge_text"]
        if words:
            quoted = ", ".join(f"“{word.rpartition('#')[0] if _numbered(word) else word}”" for word in words)
            found.append(f"{quoted} ({wording.sentence(case, row)})")
    return found


def _numbered(word: str) -> bool:
    head, mark_, tail = word.rpartition("#")
    return bool(head and mark_ and tail.isdigit())


def _height(step: str, cells: dict[tuple[str, str], Cell]) -> float:
    label = block(wrap(wording.CERTAINTY[step], LABEL - 12, SIZE))
    found = [cells[step, kind].height for kind in ATTRIBUTIONS if (step, kind) in cells]
    return max([label, 14.0, *found]) + 12


def _panel(case: Case, steps: list[str], cells: dict[tuple[str, str], Cell], heights: list[float]) -> str:
    sheet, y = Sheet(), 20.0
    for column, kind in enumerate(ATTRIBUTIONS):
        total = sum(len(cell.rows) for (_, owner), cell in cells.items() if owner == kind)
        sheet.text(LABEL + COLUMN * column, 11, f"{HEADS[kind]}: {total}", SMALL)
    for step in steps:
        height = heights[list(wording.CERTAINTY).index(step)]
        sheet.line((0, y), (WIDTH, y), color=design.MUTED, width=HAIR)
        sheet.lines(0, y + 6, wrap(wording.CERTAINTY[step], LABEL - 12, SIZE), SIZE)
        for column, kind in enumerate(ATTRIBUTIONS):
            _draw(case, sheet, LABEL + COLUMN * column, y + 6, kind, step, cells.get((step, kind)))
        y += height
    sheet.line((0, y), (WIDTH, y), width=FINE)
    return sheet.svg(y + 3)


def _draw(case: Case, sheet: Sheet, x: float, y: float, kind: str, step: str, cell: Cell | None) -> None:
    base = y + style.ASCENT * SIZE
    if cell is None:
        sheet.text(x, base, "0", SIZE, design.MUTED)
        return
    sheet.text(x, base, str(len(cell.rows)), SIZE, bold=True)
    for number, row in enumerate(cell.marks):
        who = wording.name(case, case.statements.at[row, "speaker"])
        title = f"{who}, {wording.sentence(case, row)}: {wording.CERTAINTY[step]}"
        mark(sheet, x + 29 + PITCH * (number % PER_LINE), y + 4 + PITCH * (number // PER_LINE), kind, row, title)
    below = y + PITCH * -(-len(cell.marks) // PER_LINE) + 2
    sheet.lines(x, below, cell.hedges, SMALL)


def _capped(cells: dict[tuple[str, str], Cell]) -> str:
    """Says so where a cell has fewer marks than statements."""
    most = PER_LINE * MOST_LINES
    fuller = any(len(cell.rows) > most for cell in cells.values())
    return f"No cell has more than {most} marks; its number counts all." if fuller else ""


def _caption(counts: pd.DataFrame) -> str:
    total = wording.several(int(counts["n"].sum()), "counted statement")
    firm = int(counts["n"][counts["certainty"] == "CT"].sum())
    return (
        f"How firmly it is said. Fully committed: {firm} of {total}. This is how firmly a source speaks, not whether "
        "what it says is true."
    )


def _alt(case: Case, counts: pd.DataFrame) -> str:
    facts = []
    for step, words in wording.CERTAINTY.items():
        for row in counts[counts["certainty"] == step].itertuples():
            hedges = ", ".join(["", *_hedges(case, row.rows)])
            facts.append(f"{words}, {wording.ATTRIBUTION[row.attribution]}: {row.n}{hedges}.")
    return alternative(
        "Ladder of certainty, from full commitment to none, by who speaks. What is not named is 0.", facts
    )


def _table(case: Case, counts: pd.DataFrame) -> str:
    rows = [
        (
            words,
            wording.ATTRIBUTION[row.attribution],
            str(row.n),
            "; ".join(_hedges(case, row.rows)) or "none",
            cites(case, row.rows),
        )
        for step, words in wording.CERTAINTY.items()
        for row in counts[counts["certainty"] == step].itertuples()
    ]
    heads = ("Certainty", "Who speaks", "Statements", "Hedges", "Where")
    return Table("Counted statements by certainty", heads, rows, frozenset({"Statements"}))._repr_html_()
