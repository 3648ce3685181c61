"""F8: the article as a ribbon, to scale: what a source says, what the publisher says, what is quoted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from onrecord import design
from onrecord.figures.drawing import style
from onrecord.figures.drawing.figure import Figure, alternative, note
from onrecord.figures.drawing.lettering import width
from onrecord.figures.drawing.sheet import Sheet
from onrecord.figures.drawing.style import FINE, HAIR, SMALL, WIDTH
from onrecord.measures.counted import counted
from onrecord.measures.quote_share import quote_share
from onrecord.measures.verbatim_quotes import verbatim_quotes
from onrecord.wording import codes as wording
from onrecord.wording.citations import cites
from onrecord.wording.table import Table

if TYPE_CHECKING:
    from onrecord.coding.case import Case

NAME = "ribbon"
BAND, LINE = 15.0, 40.0  # height of the ribbon, and line to line
LEAST = 600  # code points a line of ribbon holds at least
MOST_LINES = int((style.HEIGHT - 34) // LINE)
KEYS = (
    ("attributed", "a source's words or meaning"), ("narrator", "publisher's own voice"),
    ("unspecified", "nobody named"), ("quoted", "quoted word for word"),
)  # fmt: skip


class Stretch(NamedTuple):
    """A stretch of the text, code points from `start` to `end`, that a statement covers (`kind`) or quotes."""

    row: str
    kind: str
    start: int
    end: int


def ribbon(case: Case) -> Figure:
    """The text of the article from its first to its last code point, with the counted statements on it."""
    if counted(case).empty:
        return Figure(NAME, reason="No counted statement is coded, so there is nothing to show along the article.")
    stretches = [*_contents(case), *_quotes(case)]
    length = len(case.article.text)
    per_line = max(LEAST, -(-length // MOST_LINES))
    quoted = quote_share(case)
    share = f" ({quoted.value:.0%})" if quoted.value is not None else ""
    return Figure(
        NAME,
        f"The article from beginning to end. Of {quoted.n:,} characters of its body, {quoted.k:,}{share} are quoted "
        "word for word.",
        (_panel(case, stretches, length, per_line),),
        _alt(case, stretches, length),
        note(
            case,
            f"n = {wording.several(len(counted(case)), 'counted statement')} in {length:,} characters",
            "To scale, each line continues the one above. A full band is what a source says, half a band the "
            "publisher's own voice, a dashed outline an implied holder; a bar under the band is quoted word for word; "
            "a thin line is text in no counted statement, such as who said it. Numbers stand where sentences begin.",
        ),
        _table(case, stretches),
        tuple(dict.fromkeys(stretch.row for stretch in stretches)),
    )


def _contents(case: Case) -> list[Stretch]:
    rows = counted(case)
    spans = case.spans[(case.spans["field"] == "content") & case.spans["owner"].isin(rows.index)]
    found = [Stretch(s.owner, str(rows.at[s.owner, "attribution"]), s.start, s.end) for s in spans.itertuples()]
    return sorted(found, key=lambda stretch: stretch.start)


def _quotes(case: Case) -> list[Stretch]:
    return [
        Stretch(row.statement, "quoted", start, end)
        for row in verbatim_quotes(case).itertuples()
        for start, end in row.ranges
    ]


def _panel(case: Case, stretches: list[Stretch], length: int, per_line: int) -> str:
    sheet = Sheet()
    top = _key(sheet)
    scale = WIDTH / per_line
    lines = -(-length // per_line)
    for line in range(lines):
        end = min(length - line * per_line, per_line) * scale
        y = top + LINE * line + BAND / 2
        sheet.line((0, y), (end, y), color=design.MUTED, width=HAIR)
    for stretch in stretches:
        for line, left, right in _cut(stretch.start, stretch.end, per_line):
            _draw(case, sheet, left * scale, top + LINE * line, (right - left) * scale, stretch)
    _numbers(case, sheet, top, scale, per_line)
    return sheet.svg(top + LINE * lines - 8)


def _cut(start: int, end: int, per_line: int) -> Iterator[tuple[int, int, int]]:
    """(line, from, to) of a stretch that may run over several lines of ribbon."""
    for line in range(start // per_line, max(end - 1, start) // per_line + 1):
        yield line, max(start - line * per_line, 0), min(end - line * per_line, per_line)


def _draw(case: Case, sheet: Sheet, x: float, y: float, wide: float, stretch: Stretch) -> None:
    title = _fact(case, stretch)
    if stretch.kind == "quoted":
        sheet.rect(x, y + BAND + 2, wide, 3.4, fill=design.INK, row=stretch.row, title=title)
    else:
        _band(sheet, stretch.kind, x, y, wide, stretch.row, title)


def _band(sheet: Sheet, kind: str, x: float, y: float, wide: float, row: str | None = None, title: str = "") -> None:
    if kind == "attributed":
        sheet.rect(x, y, wide, BAND, fill=design.ATTRIBUTED, edge=design.PAPER, width_=0.4, row=row, title=title)
    elif kind == "narrator":
        sheet.rect(
            x, y + BAND / 4, wide, BAND / 2, fill=design.NARRATOR, edge=design.PAPER, width_=0.4, row=row, title=title
        )
    else:
        sheet.rect(
            x + 0.4, y + 0.8, max(wide - 0.8, 0.4), BAND - 1.6, fill=design.PAPER, edge=design.INK, width_=FINE,
            dash=(2.2, 1.5), row=row, title=title,
        )  # fmt: skip


def _key(sheet: Sheet) -> float:
    """What the forms mean, in one line; returns its bottom."""
    x = 0.0
    for kind, words in KEYS:
        if kind == "quoted":
            sheet.rect(x, 8.5, 18, 3.4, fill=design.INK)
        else:
            _band(sheet, kind, x, 2, 18)
        sheet.text(x + 22, 12, words, SMALL)
        x += 22 + width(words, SMALL) + 13
    return 26.0


def _numbers(case: Case, sheet: Sheet, top: float, scale: float, per_line: int) -> None:
    """A tick and a number where each sentence begins; a number that would touch the one before it is left out."""
    free: dict[int, float] = {}
    for row in case.sentences.itertuples():
        line, x = row.start // per_line, (row.start % per_line) * scale
        y = top + LINE * line + BAND
        label = row.Index
        fits = x + 2 >= free.get(line, 0.0) and x + 2 + width(label, SMALL) <= WIDTH
        tick = y + (9 if fits else 1)
        sheet.line((x + 0.3, top + LINE * line - 2), (x + 0.3, tick), color=design.MUTED, width=HAIR)
        if fits:
            sheet.text(x + 2, y + 13.4, label, SMALL, design.MUTED)
            free[line] = x + 2 + width(label, SMALL) + 3


def _fact(case: Case, stretch: Stretch) -> str:
    who = wording.name(case, case.statements.at[stretch.row, "speaker"])
    kind = "quoted word for word" if stretch.kind == "quoted" else wording.ATTRIBUTION[stretch.kind]
    where = wording.sentence(case, stretch.row)
    return f"{where}: {who}, {kind}, {wording.several(stretch.end - stretch.start, 'character')}."


def _alt(case: Case, stretches: list[Stretch], length: int) -> str:
    order = sorted(stretches, key=lambda stretch: stretch.start)
    opening = f"Ribbon of the article, {length:,} characters, with what is said by whom along it."
    return alternative(opening, [_fact(case, stretch) for stretch in order])


def _table(case: Case, stretches: list[Stretch]) -> str:
    rows = []
    for row in dict.fromkeys(stretch.row for stretch in sorted(stretches, key=lambda stretch: stretch.start)):
        own = [s for s in stretches if s.row == row]
        said = sum(s.end - s.start for s in own if s.kind != "quoted")
        quoted = sum(s.end - s.start for s in own if s.kind == "quoted")
        kind = wording.ATTRIBUTION[str(case.statements.at[row, "attribution"])]
        speaker = wording.name(case, case.statements.at[row, "speaker"])
        rows.append((speaker, kind, f"{said:,}", f"{quoted:,}", cites(case, [row])))
    heads = ("Voice", "Whose word", "Characters", "Quoted", "Where")
    return Table("Statements along the article", heads, rows, frozenset({"Characters", "Quoted"}))._repr_html_()
