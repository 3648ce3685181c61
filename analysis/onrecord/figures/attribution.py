"""F4: who vouches for what. A bar for the whole article, then each sentence with its counted statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord import design
from onrecord.figures.drawing import style
from onrecord.figures.drawing.figure import Figure, alternative, note, panels
from onrecord.figures.drawing.lettering import width
from onrecord.figures.drawing.sheet import Sheet
from onrecord.figures.drawing.style import FINE, HAIR, SIZE, SMALL, WIDTH
from onrecord.measures.attribution import (
    ATTRIBUTIONS,
    attribution_by_sentence,
    attribution_counts,
    body_sentences_with_attributed,
)
from onrecord.measures.counted import drafted_narrator_rows
from onrecord.wording import codes as wording
from onrecord.wording.citations import cites
from onrecord.wording.naming import listed
from onrecord.wording.table import Table

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case

NAME = "attribution"
BAR = 20.0  # height of the bar for the whole
UNIT, STEP = 9.0, 11.0  # a statement, and statement to statement
PER_LINE = 20  # sentences side by side
LABELS = {"attributed": "source given", "narrator": "publisher's own voice", "unspecified": "nobody named"}
FILLS = {"attributed": design.ATTRIBUTED, "narrator": design.NARRATOR, "unspecified": design.UNSPECIFIED}
INKS = {"attributed": design.PAPER, "narrator": design.INK, "unspecified": design.INK}


def attribution(case: Case) -> Figure:
    """Counted statements by attribution, in all and in each sentence."""
    counts = attribution_counts(case)
    if counts.empty:
        return Figure(NAME, reason="No counted statement is coded, so there is no figure of attribution.")
    if drafted_narrator_rows(case):
        return Figure(NAME, reason=_drafted(case))
    sentences = attribution_by_sentence(case)
    kinds = case.statements["attribution"].astype(str)
    total = int(counts["of"].iloc[0])
    most = max(1, int((style.HEIGHT - 70) // _line_height(sentences)))
    lines = [sentences.iloc[at : at + PER_LINE] for at in range(0, len(sentences), PER_LINE)]
    parts = range(0, len(lines), most)
    svgs, beyond = panels(_panel(case, None if at else counts, lines[at : at + most], kinds) for at in parts)
    few = "" if total >= 10 else " Below ten statements no percentage is given."
    return Figure(
        NAME,
        _caption(counts),
        svgs,
        _alt(case, counts, sentences),
        note(
            case,
            f"n = {wording.several(total, 'counted statement')} in {wording.several(len(sentences), 'sentence')}",
            "Above, all of them; below, one mark a statement over the number of its sentence: a square has a source, a "
            "circle is the publisher's own voice, a diamond has an implied holder whom nobody names.",
            f"A dash is a sentence with no counted statement.{few}",
            _outside(sentences),
            beyond,
        ),
        _table(case, counts, sentences, kinds),
        tuple(row for rows in counts["rows"] for row in rows),
    )


def _drafted(case: Case) -> str:
    """Why there is no figure: a drafted narrator row a sentence would pass for what the publisher asserts."""
    rate = body_sentences_with_attributed(case)
    return (
        f"{rate.text} body sentences hold a statement with a source. The draft codes none in the others, which is not "
        "to say that nobody is quoted there or that the publisher vouches for them; the figure of attribution is left "
        "out until a person has reviewed these rows."
    )


def _panel(case: Case, counts: pd.DataFrame | None, lines: list[pd.DataFrame], kinds: pd.Series) -> str:
    sheet = Sheet()
    y = 2.0 if counts is None else _whole(sheet, counts)
    step = min(WIDTH / max(len(line) for line in lines), 32.0)
    for line in lines:
        y = _line(case, sheet, y, line, kinds, step)
    return sheet.svg(y + 2)


def _whole(sheet: Sheet, counts: pd.DataFrame) -> float:
    """The bar for all statements, each part with its count; labels above, kept apart; returns its bottom."""
    labels = [f"{LABELS[row.attribution]} {row.n}" for row in counts.itertuples()]
    later = [sum(width(label, SMALL) + 12 for label in labels[at:]) - 12 for at in range(len(labels))]
    label_at, x, top = 0.0, 0.0, 15.0
    for row, label, taken in zip(counts.itertuples(), labels, later, strict=True):
        part = WIDTH * row.n / row.of
        sheet.rect(
            x, top, part, BAR, fill=FILLS[row.attribution], edge=design.INK, width_=HAIR,
            row=row.rows[0], title=f"{_number(row)}, {wording.ATTRIBUTION[row.attribution]}",
        )  # fmt: skip
        inside = _number(row) if width(_number(row), bold=True) < part - 8 else str(row.n)
        if width(inside, bold=True) < part - 2:
            sheet.text(x + part / 2, top + 13, inside, SIZE, INKS[row.attribution], align="center", bold=True)
        left = max(min(x, WIDTH - taken), label_at)
        label_at = left + width(label, SMALL) + 12
        sheet.text(left, top - 5, label, SMALL)
        x += part
    return top + BAR + 8


def _number(row) -> str:
    return f"{row.n} of {row.of}" + (f" ({row.share:.0%})" if row.share == row.share else "")


def _line_height(sentences: pd.DataFrame) -> float:
    return STEP * max(sentences[list(ATTRIBUTIONS)].sum(axis=1).max(), 1) + 32


def _line(case: Case, sheet: Sheet, y: float, line: pd.DataFrame, kinds: pd.Series, step: float) -> float:
    """Up to `PER_LINE` sentences side by side, marks piled on a base line; returns the bottom."""
    highest = max(int(line[list(ATTRIBUTIONS)].sum(axis=1).max()), 1)
    base = y + 6 + STEP * highest
    sheet.line((0, base), (step * len(line), base), width=FINE)
    for at, row in enumerate(line.itertuples()):
        middle = step * (at + 0.5)
        piled = sorted(row.rows, key=lambda name: ATTRIBUTIONS.index(kinds[name]))
        for level, name in enumerate(piled):
            title = f"{row.sentence}: {wording.ATTRIBUTION[kinds[name]]}, {_speaker(case, name)}"
            mark(sheet, middle, base - 6 - STEP * level, kinds[name], name, title)
        if not piled:
            sheet.line((middle - 2.5, base - 4), (middle + 2.5, base - 4), color=design.MUTED)
        sheet.text(middle, base + 9, row.sentence, SMALL, align="center")
        if row.role != "body":
            half = width(row.sentence, SMALL) / 2
            sheet.line((middle - half, base + 11.5), (middle + half, base + 11.5), color=design.MUTED)
    return base + 24


def mark(sheet: Sheet, x: float, y: float, kind: str, row: str, title: str) -> None:
    """A statement: a square (attributed), a circle (narrator) or a diamond (unspecified) with its middle at (x, y)."""
    r = UNIT / 2
    look = {"fill": FILLS[kind], "edge": design.INK, "width_": HAIR, "row": row, "title": title}
    if kind == "attributed":
        sheet.rect(x - r + 0.4, y - r + 0.4, UNIT - 0.8, UNIT - 0.8, **look)
    elif kind == "narrator":
        sheet.circle(x, y, r - 0.2, **look)
    else:
        sheet.polygon([(x, y - r - 0.6), (x + r + 0.6, y), (x, y + r + 0.6), (x - r - 0.6, y)], **look)


def _speaker(case: Case, row: str) -> str:
    return wording.name(case, case.statements.at[row, "speaker"]) or "nobody named"


def _outside(sentences: pd.DataFrame) -> str:
    """Which numbers are underlined, as a sentence; "" for none."""
    others = [f"{row.sentence} {row.role}" for row in sentences.itertuples() if row.role != "body"]
    return f"Underlined numbers stand outside the body: {listed(others)}." if others else ""


def _caption(counts: pd.DataFrame) -> str:
    ends = {"attributed": "with a source", "narrator": "in the publisher's own voice", "unspecified": "of nobody named"}
    parts = listed([f"{row.n} {ends[row.attribution]}" for row in counts.itertuples()])
    return f"Who vouches for what. Of {wording.several(int(counts['of'].iloc[0]), 'counted statement')}: {parts}."


def _alt(case: Case, counts: pd.DataFrame, sentences: pd.DataFrame) -> str:
    whole = [f"{_number(row)}: {wording.ATTRIBUTION[row.attribution]}." for row in counts.itertuples()]
    each = []
    for row in sentences.itertuples():
        parts = [f"{getattr(row, kind)} {LABELS[kind]}" for kind in ATTRIBUTIONS if getattr(row, kind)]
        each.append(f"{row.sentence}: {listed(parts) or 'no counted statement'}.")
    return alternative("Bar of all counted statements by attribution, then marks by sentence.", whole + each)


def _table(case: Case, counts: pd.DataFrame, sentences: pd.DataFrame, kinds: pd.Series) -> str:
    rows = []
    for row in sentences[sentences["rows"].map(len) > 0].itertuples():
        numbers = [str(getattr(row, kind)) for kind in ATTRIBUTIONS]
        rows.append((row.sentence, case.sentences.at[row.sentence, "role"], *numbers, cites(case, row.rows)))
    found = {row.attribution: str(row.n) for row in counts.itertuples()}
    rows.append(("All, each statement once", "", *(found.get(kind, "0") for kind in ATTRIBUTIONS), ""))
    heads = ("Sentence", "Part of the article", *(LABELS[kind].capitalize() for kind in ATTRIBUTIONS), "Where")
    return Table("Counted statements by sentence", heads, rows, frozenset(heads[2:5]))._repr_html_()
