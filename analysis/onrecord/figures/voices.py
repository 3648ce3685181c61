"""F5: who speaks. Each dot is one attributed statement; speakers stand under the state or body they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord import design
from onrecord.figures.drawing import style
from onrecord.figures.drawing.columns import pages
from onrecord.figures.drawing.figure import Figure, alternative, note, panels
from onrecord.figures.drawing.lettering import wrap
from onrecord.figures.drawing.sheet import Sheet, block
from onrecord.figures.drawing.style import SIZE, SMALL, WIDTH
from onrecord.measures.not_heard import spoken_about_not_heard
from onrecord.measures.speakers import root_counts, speaker_counts
from onrecord.wording import codes as wording
from onrecord.wording.citations import cites
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


class Line(NamedTuple):
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
        return max(block(self.lines), PITCH * -(-len(self.dots) // PER_LINE)) + (9.0 if self.head else 4.0)


def voices(case: Case) -> Figure:
    """Counted attributed statements by speaker, grouped by root; then who is spoken about and does not speak."""
    speakers = speaker_counts(case)
    if speakers.empty:
        return Figure(NAME, reason="No counted statement is given to a source, so there is no figure of who speaks.")
    silent = spoken_about_not_heard(case)
    lines = _lines(case, speakers, silent)
    sheets = pages([line.height for line in lines], style.HEIGHT - 24, [line.head for line in lines])
    svgs, beyond = panels(_panel(case, [lines[n] for n in page]) for page in sheets)
    fuller = (speakers["n"] > MOST_DOTS).any()
    capped = f"No speaker has more than {MOST_DOTS} dots; the number counts all." if fuller else ""
    total = int(speakers["n"].sum())
    few = "" if total >= 10 else " Below ten statements no percentage is given."
    return Figure(
        NAME,
        _caption(case),
        svgs,
        _alt(case, speakers, silent),
        note(
            case,
            f"n = {wording.several(total, 'attributed statement')}",
            "Each filled dot is one statement; a hollow one with a dagger (†) is by a speaker who is not named.",
            f"An open square is an actor that is spoken about and does not speak.{few}",
            beyond,
            capped,
        ),
        _table(case, speakers, silent),
        tuple(row for frame in (speakers, silent) for rows in frame["rows"] for row in rows),
    )


def _lines(case: Case, speakers: pd.DataFrame, silent: pd.DataFrame) -> list[Line]:
    found = []
    for root in root_counts(case).itertuples():
        own = list(speakers[speakers["root"] == root.root].itertuples())
        alone = len(own) == 1 and own[0].speaker == root.root
        found.append(
            Line(wording.name(case, root.root), root.rows, _number(root), True, root.rows[:MOST_DOTS] if alone else ())
        )
        for one in own if not alone else ():
            itself = " itself" if one.speaker == root.root else ""
            found.append(
                Line(wording.name(case, one.speaker) + itself, one.rows, _number(one), False, one.rows[:MOST_DOTS])
            )
    if len(silent):
        found.append(Line(STRIP, (), "", True))
        found += [
            Line(wording.name(case, one.actor), one.rows, _named_in(one), silent=True) for one in silent.itertuples()
        ]
    return found


def _number(row) -> str:
    """``11 of 14 (79%)``: the count first; a percentage only where the measure gives a share."""
    return f"{row.n} of {row.of}" + (f" ({row.share:.0%})" if row.share == row.share else "")


def _named_in(row) -> str:
    """How often the coding names a silent actor, and as what."""
    parts = [wording.several(row.as_target, "statement") + " aimed at it"] * bool(row.as_target)
    parts += [wording.several(row.as_participant, "event") + " with it"] * bool(row.as_participant)
    return ", ".join(parts)


def _panel(case: Case, lines: list[Line]) -> str:
    sheet = Sheet()
    sheet.text(LABEL, 9, "each dot is one statement", SMALL, design.MUTED)
    sheet.text(WIDTH, 9, "of all attributed", SMALL, design.MUTED, align="right")
    y = 13.0
    for line in lines:
        if line.head:
            strip = line.label == STRIP
            y += 5 if strip else 0
            sheet.line((0, y + 1), (WIDTH, y + 1), color=design.INK if strip else design.RULE, width=style.FINE)
        top = y + (6 if line.head else 2)
        base = top + style.ASCENT * SIZE
        sheet.lines(line.left, top, line.lines, SIZE)
        if line.silent:
            sheet.rect(
                LABEL + 1, base - 6.2, 6.4, 6.4, fill=design.PAPER, edge=design.INK,
                row=line.rows[0], title=f"{line.label} does not speak: {line.number}",
            )  # fmt: skip
            sheet.text(LABEL + 14, base, line.number, SMALL, design.MUTED)
        else:
            _dots(case, sheet, top, line)
            sheet.text(WIDTH, base, line.number, SIZE, align="right", bold=line.head)
        y += line.height
    return sheet.svg(y + 3)


def _dots(case: Case, sheet: Sheet, top: float, line: Line) -> None:
    for number, row in enumerate(line.dots):
        x, y = LABEL + 4 + PITCH * (number % PER_LINE), top + 4.0 + PITCH * (number // PER_LINE)
        named = case.actors.at[case.statements.at[row, "speaker"], "named"]
        sheet.circle(
            x, y, DOT, fill=design.ATTRIBUTED if named else design.PAPER, edge=design.ATTRIBUTED, width_=1.1,
            row=row, title=f"{line.label}, {wording.sentence(case, row)}",
        )  # fmt: skip
        if not named:
            sheet.text(x - 1.9, y + 2.6, "†", SMALL)


def _caption(case: Case) -> str:
    first = root_counts(case).iloc[0]
    told = f"Who speaks: {first['n']} of {first['of']} attributed statements come from"
    name, speakers = wording.name(case, first["root"]), speaker_counts(case)
    if (speakers["root"] == speakers["speaker"]).all():
        return f"{told} {name}; no speaker is counted with another."
    return f"{told} {name} and those counted with it."


def _not_named(case: Case, speaker: str) -> str:
    return "" if case.actors.at[speaker, "named"] else ", not named"


def _alt(case: Case, speakers: pd.DataFrame, silent: pd.DataFrame) -> str:
    facts = []
    for root in root_counts(case).itertuples():
        facts.append(f"{wording.name(case, root.root)}: {_number(root)} in all.")
        facts += [
            f"{wording.name(case, one.speaker)}: {one.n}{_not_named(case, one.speaker)}."
            for one in speakers[speakers["root"] == root.root].itertuples()
        ]
    facts += [
        f"Spoken about, not heard: {wording.name(case, one.actor)}, {_named_in(one)}." for one in silent.itertuples()
    ]
    return alternative(
        "Dot plot of attributed statements by speaker, grouped by the state or body a speaker belongs to.", facts
    )


def _table(case: Case, speakers: pd.DataFrame, silent: pd.DataFrame) -> str:
    rows = [
        (wording.name(case, one.speaker), wording.name(case, one.root), _number(one), cites(case, one.rows))
        for one in speakers.itertuples()
    ]
    rows += [
        (
            wording.name(case, one.actor),
            wording.name(case, one.root),
            f"not heard: {_named_in(one)}",
            cites(case, one.rows),
        )
        for one in silent.itertuples()
    ]
    return Table(
        "Speakers, and actors spoken about", ("Actor", "Belongs to", "Attributed statements", "Where"), rows
    )._repr_html_()
