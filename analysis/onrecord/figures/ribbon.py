"""F8: the article as a ribbon, to scale: what a source says, what the publisher says, what is quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from onrecord import design
from onrecord.figures.drawing import style
from onrecord.figures.drawing.beside import alternative, figure_note
from onrecord.figures.drawing.figure import Figure
from onrecord.figures.drawing.lettering import width_of
from onrecord.figures.drawing.looks import BLACK, NOTE, QUIET, QUIET_LINE, Link, Look
from onrecord.figures.drawing.sheet import Panel, Sheet
from onrecord.figures.drawing.style import FINE, SMALL, WIDTH
from onrecord.measures.counted import counted
from onrecord.measures.draft import is_draft
from onrecord.measures.frames import named_rows
from onrecord.measures.quote_share import quote_share
from onrecord.measures.verbatim_quotes import verbatim_quotes
from onrecord.wording.citations import cites
from onrecord.wording.drafted import without_figure
from onrecord.wording.english import all_english, english
from onrecord.wording.labels import sentence_label, several, speaker_label
from onrecord.wording.table import Table

if TYPE_CHECKING:
    from onrecord.coding.case import Case

NAME = "ribbon"
BAND, LINE = 15.0, 40.0  # height of the ribbon, and line to line
KEY, KEY_HEIGHT = 18.0, 26.0  # width of a form in the legend, and the height of that
LEAST = 600  # code points a line of ribbon holds at least
MOST_LINES = int((style.HEIGHT - 34) // LINE)
QUOTED = "quoted word for word"
SOURCE = Look(design.ATTRIBUTED, design.PAPER, 0.4)
PUBLISHER = Look(design.NARRATOR, design.PAPER, 0.4)
NOBODY = Look(design.PAPER, design.INK, FINE, (2.2, 1.5))
LEGEND = (
    "To scale, each line continues the one above. A full band is what a source says, half a band the "
    "publisher's own voice, a dashed outline an implied holder; a bar under the band is quoted word for word; "
    "a thin line is text in no counted statement, such as who said it. Numbers stand where sentences begin."
)


def ribbon(case: Case) -> Figure:
    """The text of the article from its first to its last code point, with the counted statements on it."""
    if is_draft(case):
        return Figure(NAME, reason=without_figure("the article from beginning to end"))
    if counted(case).empty:
        return Figure(NAME, reason="No counted statement is coded, so there is nothing to show along the article.")
    stretches = [*_contents(case), *_quotes(case)]
    length = len(case.article.text)
    n = f"n = {several(len(counted(case)), 'counted statement')} in {length:,} characters"
    opening = f"Ribbon of the article, {length:,} characters, with what is said by whom along it."
    return Figure(
        NAME,
        caption=_caption(case),
        panels=(_panel(case, stretches, _Scale(length)),),
        alt=alternative(opening, [_fact(case, stretch) for stretch in _in_order(stretches)]),
        note=figure_note(case, n, LEGEND),
        table=_table(case, stretches),
        rows=tuple(dict.fromkeys(stretch.row for stretch in stretches)),
    )


class _Stretch(NamedTuple):
    """A stretch of the text, code points from `start` to `end`, that a statement covers (`voice`) or quotes (none)."""

    row: str
    voice: str
    start: int
    end: int

    @property
    def length(self) -> int:
        return self.end - self.start


@dataclass(frozen=True)
class _Scale:
    """From code points of an article of that `length` to places on the lines of the ribbon."""

    length: int

    @property
    def per_line(self) -> int:
        return max(LEAST, -(-self.length // MOST_LINES))

    @property
    def lines(self) -> int:
        return -(-self.length // self.per_line)

    def x(self, points: int) -> float:
        return points * (WIDTH / self.per_line)

    def top(self, line: int) -> float:
        return KEY_HEIGHT + LINE * line

    def pieces(self, start: int, end: int) -> Iterator[tuple[float, float, float]]:
        """(left, top, width) of a stretch that may run over several lines of ribbon."""
        for line in range(start // self.per_line, max(end - 1, start) // self.per_line + 1):
            left = max(start - line * self.per_line, 0)
            right = min(end - line * self.per_line, self.per_line)
            yield self.x(left), self.top(line), self.x(right - left)


def _contents(case: Case) -> list[_Stretch]:
    rows = counted(case)
    spans = case.spans[(case.spans["field"] == "content") & case.spans["owner"].isin(rows.index)]
    return _in_order(
        [_Stretch(s.owner, str(rows.at[s.owner, "attribution"]), s.start, s.end) for s in named_rows(spans)]
    )  # fmt: skip


def _quotes(case: Case) -> Iterator[_Stretch]:
    for row in named_rows(verbatim_quotes(case)):
        for start, end in row.ranges:
            yield _Stretch(row.statement, "", start, end)


def _in_order(stretches: Sequence[_Stretch]) -> list[_Stretch]:
    return sorted(stretches, key=lambda stretch: stretch.start)


def _panel(case: Case, stretches: Sequence[_Stretch], scale: _Scale) -> Panel:
    sheet = Sheet()
    _key(sheet)
    _thin_lines(sheet, scale)
    for stretch in stretches:
        _stretch(case, sheet, stretch, scale)
    _numbers(case, sheet, scale)
    return sheet.panel(scale.top(scale.lines) - 8)


def _thin_lines(sheet: Sheet, scale: _Scale) -> None:
    """The whole text, under what is said."""
    for line in range(scale.lines):
        end = scale.x(min(scale.length - line * scale.per_line, scale.per_line))
        y = scale.top(line) + BAND / 2
        sheet.line((0, y), (end, y), look=QUIET_LINE)


def _stretch(case: Case, sheet: Sheet, stretch: _Stretch, scale: _Scale) -> None:
    link = Link(stretch.row, _fact(case, stretch))
    for x, y, wide in scale.pieces(stretch.start, stretch.end):
        _band(sheet, stretch.voice, x, y, wide, link)


def _band(sheet: Sheet, voice: str, x: float, y: float, wide: float, link: Link | None = None) -> None:
    """A stretch in the form of its voice; without one, the bar of a quotation under the band."""
    if voice == "attributed":
        sheet.rect((x, y), wide, BAND, SOURCE, link)
    elif voice == "narrator":
        sheet.rect((x, y + BAND / 4), wide, BAND / 2, PUBLISHER, link)
    elif voice:
        sheet.rect((x + 0.4, y + 0.8), max(wide - 0.8, 0.4), BAND - 1.6, NOBODY, link)
    else:
        sheet.rect((x, y + BAND + 2), wide, 3.4, BLACK, link)


def _key(sheet: Sheet) -> None:
    """What the forms mean, in one line."""
    x = 0.0
    for voice, words in [*all_english("attribution", "ribbon").items(), ("", QUOTED)]:
        _band(sheet, voice, x, 2 if voice else 8.5 - BAND - 2, KEY)
        sheet.text(x + KEY + 4, 12, words, NOTE)
        x += KEY + 4 + width_of(words, SMALL) + 13


def _numbers(case: Case, sheet: Sheet, scale: _Scale) -> None:
    """A tick and a number where each sentence begins; a number that would touch the one before it is left out."""
    free: dict[int, float] = {}
    for sentence, start in case.sentences["start"].items():
        line, x = start // scale.per_line, scale.x(start % scale.per_line)
        end = x + 2 + width_of(str(sentence), SMALL)
        fits = free.get(line, 0.0) <= x + 2 and end <= WIDTH
        _tick(sheet, x, scale.top(line), str(sentence) if fits else "")
        free[line] = end + 3 if fits else free.get(line, 0.0)


def _tick(sheet: Sheet, x: float, y: float, number: str) -> None:
    """The start of a sentence, on the line of ribbon whose top is `y`."""
    sheet.line((x + 0.3, y - 2), (x + 0.3, y + BAND + (9 if number else 1)), look=QUIET_LINE)
    sheet.text(x + 2, y + BAND + 13.4, number, QUIET)


def _caption(case: Case) -> str:
    quoted = quote_share(case)
    share = f" ({quoted.value:.0%})" if quoted.value is not None else ""
    of = f"Of {quoted.n:,} characters of its body, {quoted.k:,}{share} are {QUOTED}."
    return f"The article from beginning to end. {of}"


def _fact(case: Case, stretch: _Stretch) -> str:
    kind = english("attribution", stretch.voice) if stretch.voice else QUOTED
    where, length = sentence_label(case, stretch.row), several(stretch.length, "character")
    return f"{where}: {speaker_label(case, stretch.row)}, {kind}, {length}."


def _table(case: Case, stretches: Sequence[_Stretch]) -> Table:
    heads = ("Voice", "Whose word", "Characters", "Quoted", "Where")
    order = dict.fromkeys(stretch.row for stretch in _in_order(stretches))
    rows = [_cells(case, row, [stretch for stretch in stretches if stretch.row == row]) for row in order]
    return Table("Statements along the article", heads, rows, ("Characters", "Quoted"))


def _cells(case: Case, row: str, own: Sequence[_Stretch]) -> tuple[str, ...]:
    said, quoted = (sum(stretch.length for stretch in own if bool(stretch.voice) is kind) for kind in (True, False))
    kind = english("attribution", case.statements.at[row, "attribution"])
    return speaker_label(case, row), kind, f"{said:,}", f"{quoted:,}", cites(case, [row])
