"""F4: who vouches for what. A bar for the whole article, then each sentence with its counted statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from onrecord import design
from onrecord.figures.drawing import style
from onrecord.figures.drawing.beside import alternative, figure_note
from onrecord.figures.drawing.figure import Figure, first_panels
from onrecord.figures.drawing.lettering import width_of
from onrecord.figures.drawing.looks import LINE, NOTE, SMALL_MIDDLE, Letters, Link, Look
from onrecord.figures.drawing.sheet import Panel, Sheet
from onrecord.figures.drawing.style import FINE, HAIR, SIZE, SMALL, WIDTH
from onrecord.figures.drawing.voice_marks import draw_voice
from onrecord.measures.attribution import (
    ATTRIBUTIONS,
    attribution_by_sentence,
    attribution_counts,
)
from onrecord.measures.draft import is_draft
from onrecord.measures.frames import named_rows
from onrecord.wording.citations import cites
from onrecord.wording.drafted import without_figure
from onrecord.wording.english import english
from onrecord.wording.labels import k_of_n, several, speaker_label
from onrecord.wording.naming import capital, listed
from onrecord.wording.table import Table

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case

NAME = "attribution"
BAR, BAR_TOP = 20.0, 15.0  # height of the bar for the whole, and where it starts
BETWEEN = 12.0  # labels of the bar, points
STEP = 11.0  # statement to statement
PER_LINE = 20  # sentences side by side
WIDEST = 32.0  # of a sentence
FEW = 10  # below so many statements no percentage is given
QUIET_DASH = Look(edge=design.MUTED, width=FINE)
LEGEND = (
    "Above, all of them; below, one mark a statement over the number of its sentence: a square has a source, a "
    "circle is the publisher's own voice, a diamond has an implied holder whom nobody names."
)


def attribution(case: Case) -> Figure:
    """Counted statements by attribution, in all and in each sentence."""
    counts, sentences = attribution_counts(case), attribution_by_sentence(case)
    if is_draft(case):
        return Figure(NAME, reason=without_figure("who vouches for what"))
    if counts.empty:
        return Figure(NAME, reason="No counted statement is coded, so there is no figure of attribution.")
    panels, beyond = first_panels(_panels(case, counts, sentences))
    return Figure(
        NAME,
        caption=_caption(counts),
        panels=panels,
        alt=_alternative(counts, sentences),
        note=_note(case, int(counts["n"].sum()), sentences, beyond),
        table=_table(case, counts, sentences),
        rows=tuple(row for rows in counts["rows"] for row in rows),
    )


def _panels(case: Case, counts: pd.DataFrame, sentences: pd.DataFrame) -> Iterator[Panel]:
    """Lines of sentences page by page; the bar for the whole stands above the first."""
    lines = [sentences.iloc[at : at + PER_LINE] for at in range(0, len(sentences), PER_LINE)]
    most = max(1, int((style.HEIGHT - 70) // (STEP * _highest(sentences) + 32)))
    for at in range(0, len(lines), most):
        yield _panel(case, counts.iloc[:0] if at else counts, lines[at : at + most])


def _highest(sentences: pd.DataFrame) -> int:
    """The most statements that a sentence has, 1 at least."""
    return max(1, int(sentences[list(ATTRIBUTIONS)].sum(axis=1).max()))


def _panel(case: Case, counts: pd.DataFrame, lines: Sequence[pd.DataFrame]) -> Panel:
    sheet = Sheet()
    y = 2.0 if counts.empty else _whole(sheet, counts)
    step = min(WIDTH / max(len(line) for line in lines), WIDEST)
    for line in lines:
        y = _line(case, sheet, y, line, step)
    return sheet.panel(y + 2)


def _whole(sheet: Sheet, counts: pd.DataFrame) -> float:
    """The bar for all statements, each part with its count; labels above, kept apart; returns its bottom."""
    x, lefts = 0.0, _label_places(counts)
    for row, left in zip(named_rows(counts), lefts, strict=True):
        wide = WIDTH * row.n / row.of
        _part(sheet, x, wide, row)
        sheet.text(left, BAR_TOP - 5, _label(row), NOTE)
        x += wide
    return BAR_TOP + BAR + 8


def _part(sheet: Sheet, x: float, wide: float, row: Any) -> None:
    """A part of the bar with as much of its number as it holds."""
    link = Link(row.rows[0], f"{k_of_n(row)}, {english('attribution', row.attribution)}")
    sheet.rect((x, BAR_TOP), wide, BAR, Look(design.VOICE[row.attribution], design.INK, HAIR), link)
    inside = k_of_n(row) if width_of(k_of_n(row), bold=True) < wide - 8 else str(row.n)
    if width_of(inside, bold=True) < wide - 2:
        letters = Letters(SIZE, design.VOICE_INK[row.attribution], "center", bold=True)
        sheet.text(x + wide / 2, BAR_TOP + 13, inside, letters)


def _label(row: Any) -> str:
    return f"{english('attribution', row.attribution, 'label')} {row.n}"


def _label_places(counts: pd.DataFrame) -> list[float]:
    """Where each label of the bar starts: over its part, right of the one before, clear of those to come."""
    widths = [width_of(_label(row), SMALL) + BETWEEN for row in named_rows(counts)]
    places, free, x = [], 0.0, 0.0
    for number, row in enumerate(named_rows(counts)):
        taken = sum(widths[number:]) - BETWEEN
        places.append(max(min(x, WIDTH - taken), free))
        free = places[-1] + widths[number]
        x += WIDTH * row.n / row.of
    return places


def _line(case: Case, sheet: Sheet, y: float, line: pd.DataFrame, step: float) -> float:
    """Up to `PER_LINE` sentences side by side, marks piled on a base line; returns the bottom."""
    base = y + 6 + STEP * _highest(line)
    sheet.line((0, base), (step * len(line), base), look=LINE)
    for at, row in enumerate(named_rows(line)):
        middle = step * (at + 0.5)
        _pile(case, sheet, middle, base, row)
        _number(sheet, middle, base, row)
    return base + 24


def _pile(case: Case, sheet: Sheet, middle: float, base: float, row: Any) -> None:
    """The statements of a sentence, one above the other; a dash for none."""
    kinds = case.statements["attribution"].astype(str)
    for level, name in enumerate(sorted(row.rows, key=lambda name: ATTRIBUTIONS.index(kinds[name]))):
        speaker = speaker_label(case, name) or "nobody named"
        title = f"{row.sentence}: {english('attribution', kinds[name])}, {speaker}"
        draw_voice(sheet, middle, base - 6 - STEP * level, kinds[name], Link(name, title))
    if not row.rows:
        sheet.line((middle - 2.5, base - 4), (middle + 2.5, base - 4), look=QUIET_DASH)


def _number(sheet: Sheet, middle: float, base: float, row: Any) -> None:
    """The number of a sentence, underlined where it stands outside the body."""
    sheet.text(middle, base + 9, row.sentence, SMALL_MIDDLE)
    if row.role != "body":
        half = width_of(row.sentence, SMALL) / 2
        sheet.line((middle - half, base + 11.5), (middle + half, base + 11.5), look=QUIET_DASH)


def _note(case: Case, total: int, sentences: pd.DataFrame, beyond: str) -> str:
    few = "" if total >= FEW else " Below ten statements no percentage is given."
    n = f"n = {several(total, 'counted statement')} in {several(len(sentences), 'sentence')}"
    none = f"A dash is a sentence with no counted statement.{few}"
    return figure_note(case, n, LEGEND, none, _outside(sentences), beyond)


def _outside(sentences: pd.DataFrame) -> str:
    """Which numbers are underlined, as a sentence; "" for none."""
    others = [f"{row.sentence} {row.role}" for row in named_rows(sentences) if row.role != "body"]
    return f"Underlined numbers stand outside the body: {listed(others)}." if others else ""


def _caption(counts: pd.DataFrame) -> str:
    parts = [f"{row.n} {english('attribution', row.attribution, 'after a number')}" for row in named_rows(counts)]
    return f"Who vouches for what. Of {several(int(counts['of'].iloc[0]), 'counted statement')}: {listed(parts)}."


def _alternative(counts: pd.DataFrame, sentences: pd.DataFrame) -> str:
    facts = [f"{k_of_n(row)}: {english('attribution', row.attribution)}." for row in named_rows(counts)]
    facts += [f"{row.sentence}: {_numbers(row) or 'no counted statement'}." for row in named_rows(sentences)]
    return alternative("Bar of all counted statements by attribution, then marks by sentence.", facts)


def _numbers(row: Any) -> str:
    """ "1 source given and 2 publisher's own voice"."""
    return listed(
        [f"{getattr(row, kind)} {english('attribution', kind, 'label')}" for kind in ATTRIBUTIONS if getattr(row, kind)]
    )


def _table(case: Case, counts: pd.DataFrame, sentences: pd.DataFrame) -> Table:
    voices = [capital(english("attribution", kind, "label")) for kind in ATTRIBUTIONS]
    totals = dict(zip(counts["attribution"], counts["n"], strict=True))
    rows = [_cells(case, row) for row in named_rows(sentences) if row.rows]
    rows.append(("All, each statement once", "", *(str(totals.get(kind, 0)) for kind in ATTRIBUTIONS), ""))
    heads = ("Sentence", "Part of the article", *voices, "Where")
    return Table("Counted statements by sentence", heads, rows, voices)


def _cells(case: Case, row: Any) -> tuple[str, ...]:
    numbers = [str(getattr(row, kind)) for kind in ATTRIBUTIONS]
    return (row.sentence, row.role, *numbers, cites(case, row.rows))
