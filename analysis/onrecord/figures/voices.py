"""F5: who speaks. Each dot is one attributed statement; speakers stand under the state or body they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord import design
from onrecord.figures.drawing import style
from onrecord.figures.drawing.beside import alternative, figure_note
from onrecord.figures.drawing.figure import Figure, first_panels
from onrecord.figures.drawing.lettering import wrap
from onrecord.figures.drawing.looks import LINE, NOTE, QUIET, QUIET_RIGHT, RIGHT, RULE, Letters, Link, Look
from onrecord.figures.drawing.pages import pages
from onrecord.figures.drawing.sheet import Panel, Sheet, height_of
from onrecord.figures.drawing.style import SIZE, WIDTH
from onrecord.measures.draft import is_draft
from onrecord.measures.frames import named_rows
from onrecord.measures.not_heard import spoken_about_not_heard
from onrecord.measures.speakers import root_counts, speaker_counts
from onrecord.wording.citations import cites
from onrecord.wording.drafted import without_figure
from onrecord.wording.labels import k_of_n, sentence_label, several, voice_name
from onrecord.wording.table import Table

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case

NAME = "voices"
STRIP = "Spoken about, not heard"
INDENT, LABEL, COUNT = 10.0, 168.0, 84.0  # widths: of the step in, of the names, of the numbers
DOT, PITCH = 3.7, 10.2  # radius, and dot to dot
ROOM = WIDTH - LABEL - COUNT - 10
PER_LINE = int(ROOM // PITCH)
MOST_DOTS = 40 * PER_LINE  # of a speaker; beyond them the number tells
FEW = 10  # below so many statements no percentage is given
OPEN = Look(design.PAPER, design.INK)
NAMED = Look(design.ATTRIBUTED, design.ATTRIBUTED, 1.1)
UNNAMED = Look(design.PAPER, design.ATTRIBUTED, 1.1)
LEGEND = "Each filled dot is one statement; a hollow one with a dagger (†) is by a speaker who is not named."
BOLD_RIGHT = Letters(align="right", bold=True)


def voices(case: Case) -> Figure:
    """Counted attributed statements by speaker, grouped by root; then who is spoken about and does not speak."""
    speakers, silent = speaker_counts(case), spoken_about_not_heard(case)
    if is_draft(case):
        return Figure(NAME, reason=without_figure("who speaks"))
    if speakers.empty:
        return Figure(NAME, reason="No counted statement is given to a source, so there is no figure of who speaks.")
    panels, beyond = first_panels(_panels(case, [*_heard(case, speakers), *_not_heard(case, silent)]))
    return Figure(
        NAME,
        caption=_caption(case, speakers),
        panels=panels,
        alt=_alternative(case, speakers, silent),
        note=_note(case, speakers, beyond),
        table=_table(case, speakers, silent),
        rows=tuple(row for frame in (speakers, silent) for rows in frame["rows"] for row in rows),
    )


class _Line(NamedTuple):
    """A line of the plot: `dots` are the statements of a speaker; a `head` opens those of one root."""

    label: str
    rows: tuple[str, ...]
    number: str
    head: bool = False
    dots: tuple[str, ...] = ()
    silent: bool = False

    @property
    def left(self) -> float:
        return 0.0 if self.head else INDENT

    @property
    def lines(self) -> list[str]:
        room = (LABEL if self.dots or self.silent else WIDTH - COUNT) - self.left - 6
        return wrap(self.label, room, SIZE, most=5)

    @property
    def height(self) -> float:
        return max(height_of(self.lines), PITCH * -(-len(self.dots) // PER_LINE)) + (9.0 if self.head else 4.0)


def _heard(case: Case, speakers: pd.DataFrame) -> Iterator[_Line]:
    """The speakers under their roots; a root that speaks alone has its dots itself."""
    for root in named_rows(root_counts(case)):
        own = speakers[speakers["root"] == root.root]
        alone = list(own["speaker"]) == [root.root]
        yield _Line(voice_name(case, root.root), root.rows, k_of_n(root), True, root.rows[:MOST_DOTS] if alone else ())
        for one in () if alone else named_rows(own):
            itself = " itself" if one.speaker == root.root else ""
            label = voice_name(case, one.speaker) + itself
            yield _Line(label, one.rows, k_of_n(one), False, one.rows[:MOST_DOTS])


def _not_heard(case: Case, silent: pd.DataFrame) -> Iterator[_Line]:
    if len(silent):
        yield _Line(STRIP, (), "", True)
    for one in named_rows(silent):
        yield _Line(voice_name(case, one.actor), one.rows, _named_in(one), silent=True)


def _named_in(row: Any) -> str:
    """How often the coding names a silent actor, and as what."""
    aimed = [several(row.as_target, "statement") + " aimed at it"] * bool(row.as_target)
    taking_part = [several(row.as_participant, "event") + " with it"] * bool(row.as_participant)
    return ", ".join(aimed + taking_part)


def _panels(case: Case, lines: Sequence[_Line]) -> Iterator[Panel]:
    for page in pages([line.height for line in lines], style.HEIGHT - 24, [line.head for line in lines]):
        yield _panel(case, [lines[number] for number in page])


def _panel(case: Case, lines: Sequence[_Line]) -> Panel:
    sheet = Sheet()
    sheet.text(LABEL, 9, "each dot is one statement", QUIET)
    sheet.text(WIDTH, 9, "of all attributed", QUIET_RIGHT)
    y = 13.0
    for line in lines:
        y = _line(case, sheet, _opened(sheet, y, line), line)
    return sheet.panel(y + 3)


def _opened(sheet: Sheet, y: float, line: _Line) -> float:
    """A rule above the head of a root, in ink above the strip of the silent; returns where the line starts."""
    if not line.head:
        return y
    strip = line.label == STRIP
    y += 5 if strip else 0
    sheet.across(y + 1, LINE if strip else RULE)
    return y


def _line(case: Case, sheet: Sheet, y: float, line: _Line) -> float:
    """Name, marks and number; returns the bottom."""
    top = y + (6 if line.head else 2)
    base = top + style.ASCENT * SIZE
    sheet.lines(line.left, top, line.lines)
    if line.silent:
        _silent(sheet, base, line)
    else:
        _dots(case, sheet, top, line)
        sheet.text(WIDTH, base, line.number, BOLD_RIGHT if line.head else RIGHT)
    return y + line.height


def _silent(sheet: Sheet, base: float, line: _Line) -> None:
    link = Link(line.rows[0], f"{line.label} does not speak: {line.number}")
    sheet.rect((LABEL + 1, base - 6.2), 6.4, 6.4, OPEN, link)
    sheet.text(LABEL + 14, base, line.number, QUIET)


def _dots(case: Case, sheet: Sheet, top: float, line: _Line) -> None:
    for number, row in enumerate(line.dots):
        down, across = divmod(number, PER_LINE)
        link = Link(row, f"{line.label}, {sentence_label(case, row)}")
        _dot(case, sheet, LABEL + 4 + PITCH * across, top + 4.0 + PITCH * down, link)


def _dot(case: Case, sheet: Sheet, x: float, y: float, link: Link) -> None:
    """A statement; hollow, with a dagger, where its speaker is not named."""
    named = case.actors.at[case.statements.at[link.row, "speaker"], "named"]
    sheet.circle((x, y), DOT, NAMED if named else UNNAMED, link)
    if not named:
        sheet.text(x - 1.9, y + 2.6, "†", NOTE)


def _note(case: Case, speakers: pd.DataFrame, beyond: str) -> str:
    total = int(speakers["n"].sum())
    few = "" if total >= FEW else " Below ten statements no percentage is given."
    fuller = (speakers["n"] > MOST_DOTS).any()
    return figure_note(
        case,
        f"n = {several(total, 'attributed statement')}",
        LEGEND,
        f"An open square is an actor that is spoken about and does not speak.{few}",
        beyond,
        f"No speaker has more than {MOST_DOTS} dots; the number counts all." if fuller else "",
    )


def _caption(case: Case, speakers: pd.DataFrame) -> str:
    first = root_counts(case).iloc[0]
    told = f"Who speaks: {first['n']} of {first['of']} attributed statements come from"
    name = voice_name(case, first["root"])
    if (speakers["root"] == speakers["speaker"]).all():
        return f"{told} {name}; no speaker is counted with another."
    return f"{told} {name} and those counted with it."


def _alternative(case: Case, speakers: pd.DataFrame, silent: pd.DataFrame) -> str:
    opening = "Dot plot of attributed statements by speaker, grouped by the state or body a speaker belongs to."
    facts = [f"{STRIP}: {voice_name(case, one.actor)}, {_named_in(one)}." for one in named_rows(silent)]
    return alternative(opening, [*_facts(case, speakers), *facts])


def _facts(case: Case, speakers: pd.DataFrame) -> Iterator[str]:
    for root in named_rows(root_counts(case)):
        yield f"{voice_name(case, root.root)}: {k_of_n(root)} in all."
        for one in named_rows(speakers[speakers["root"] == root.root]):
            unnamed = "" if case.actors.at[one.speaker, "named"] else ", not named"
            yield f"{voice_name(case, one.speaker)}: {one.n}{unnamed}."


def _table(case: Case, speakers: pd.DataFrame, silent: pd.DataFrame) -> Table:
    heads = ("Actor", "Belongs to", "Attributed statements", "Where")
    rows = [_cells(case, one, one.speaker, k_of_n(one)) for one in named_rows(speakers)]
    rows += [_cells(case, one, one.actor, f"not heard: {_named_in(one)}") for one in named_rows(silent)]
    return Table("Speakers, and actors spoken about", heads, rows)


def _cells(case: Case, row: Any, actor: str, number: str) -> tuple[str, ...]:
    return voice_name(case, actor), voice_name(case, row.root), number, cites(case, row.rows)
