"""F7: what was said when, and what is said to have happened when. Dates stand in order, not to scale."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from onrecord import design
from onrecord.figures.drawing import status_marks, style
from onrecord.figures.drawing.columns import pages
from onrecord.figures.drawing.figure import Figure, alternative, chosen, note, panels
from onrecord.figures.drawing.lettering import plain, width, wrap
from onrecord.figures.drawing.sheet import Sheet, block
from onrecord.figures.drawing.style import FINE, HAIR, SIZE, SMALL, WIDTH
from onrecord.figures.timeline_items import BANDS, UNRESOLVED, Item, days_between, items
from onrecord.measures.counted import counted
from onrecord.wording import codes as wording
from onrecord.wording.citations import cites
from onrecord.wording.naming import capital, date_words
from onrecord.wording.table import Table

if TYPE_CHECKING:
    from onrecord.coding.case import Case

NAME = "timeline"
SAID, HAPPENED = 92.0, 268.0  # where the two lanes stand; left of them the dates
INSET = 11.0  # from a lane to its words
LANE = HAPPENED - SAID - INSET - 8
SIDE = 232.0  # width of the right column of the undated band


HEADS, GAP = 24.0, 14.0  # heights of the lanes' names, and of the break between two dates
MOST = 4  # items of one date side by side with its words
BOUNDS = ("by", "before", "after")


class Block(NamedTuple):
    """A piece of the timeline that is not torn apart by a page."""

    height: float
    draw: Callable[[Sheet, float], None]
    head: bool = False
    axis: bool = False


def timeline(case: Case, actors: str | Iterable[str] | None = None) -> Figure:
    """Dated statements and all events of the case; those that concern `actors` (ids) alone where they are given."""
    found = items(case, chosen(actors))
    if not found:
        where = " for these actors" if actors is not None else ""
        return Figure(NAME, reason=f"No event and no dated statement is coded{where}, so there is no timeline.")
    blocks = [*_axis(found), *_bands(found)]
    sheets = pages([part.height for part in blocks], style.HEIGHT - 8 - HEADS, [part.head for part in blocks])
    svgs, beyond = panels(_panel([blocks[n] for n in page]) for page in sheets)
    return Figure(
        NAME,
        _caption(found),
        svgs,
        alternative("Timeline in two lanes, said and happened.", [_fact(item) for item in found]),
        note(case, _n(case, found), *_legend(found), beyond),
        _table(case, found),
        tuple(item.row for item in found),
    )


def _panel(blocks: list[Block]) -> str:
    sheet, y = Sheet(), 4.0
    if blocks[0].axis:
        y = _lane_heads(sheet, y)
    for part in blocks:
        part.draw(sheet, y)
        y += part.height
    return sheet.svg(y + 4)


def _axis(found: list[Item]) -> list[Block]:
    """The dates in order, each with what was said and what happened, and the days between them."""
    dates = sorted({item.date for item in found if item.date})
    if not dates:
        return []
    blocks = []
    for number, date in enumerate(dates):
        gap = days_between(dates[number - 1], date) if number else None
        for part in _parts([item for item in found if item.date == date]):
            blocks.append(_tick(date, part, gap))
            gap = None
    return blocks


def _lane_heads(sheet: Sheet, y: float) -> float:
    sheet.lines(0, y, ["Dates in order,", "not to scale"], SMALL, color=design.MUTED)
    sheet.text(SAID - 4, y + 8, "Said", SIZE, bold=True)
    sheet.text(HAPPENED - 4, y + 8, "Happened, as reported", SIZE, bold=True)
    return y + HEADS


def _gap(sheet: Sheet, y: float, words: str) -> None:
    """Between two dates: a zigzag on both lanes, unless they follow each other, and the number of days."""
    sheet.text(0, y + 10.5, words, SMALL, design.MUTED)
    for x in (SAID, HAPPENED):
        zigzag = [] if words.startswith("1 day") else [(x, y + 3), (x - 3, y + 5.5), (x + 3, y + 8.5), (x, y + 11)]
        sheet.line((x, y), *zigzag, (x, y + GAP), color=design.MUTED, width=FINE)


def _parts(own: list[Item]) -> Iterator[list[Item]]:
    """The items of one date in parts that a page holds, `MOST` a lane."""
    order = {"before": 0, "by": 1, "on": 2, "after": 3}
    said = [item for item in own if item.mark == "said"]
    happened = sorted((item for item in own if item.mark != "said"), key=lambda item: order.get(item.relation, 2))
    for at in range(0, max(len(said), len(happened)), MOST):
        yield [*said[at : at + MOST], *happened[at : at + MOST]]


def _tick(date: str, own: list[Item], gap: str | None) -> Block:
    """One date: its words at the left, then both lanes."""
    said, happened = ([item for item in own if (item.mark == "said") is kind] for kind in (True, False))
    written = list(dict.fromkeys(item.written.rpartition(" (")[0] for item in own))
    words = wrap(date_words(date), SAID - 16, SIZE)
    as_written = [line for text in written for line in wrap(text, SAID - 16, SMALL, most=3)]
    lanes = [(SAID, said), (HAPPENED, happened)]
    above = 0.0 if gap is None else GAP
    height = (
        above + max(block(words) + block(as_written, SMALL) + 6, *(sum(map(_height, lane)) for _, lane in lanes)) + 3
    )

    def draw(sheet: Sheet, y: float) -> None:
        if gap is not None:
            _gap(sheet, y, gap)
        top, bottom = y + above, y + height
        sheet.line((0, top), (WIDTH, top), color=design.RULE, width=HAIR)
        below = sheet.lines(0, top + 4, words, SIZE)
        sheet.lines(0, below + 1, as_written, SMALL, color=design.MUTED)
        for x, lane in lanes:
            sheet.line((x, top), (x, bottom), color=design.MUTED, width=FINE)
            at = top
            for item in lane:
                _draw_item(sheet, x, at, item)
                at += _height(item)

    return Block(height, draw, axis=True)


def _room(item: Item) -> float:
    return LANE if item.mark == "said" else WIDTH - HAPPENED - INSET


def _texts(item: Item) -> tuple[list[str], list[str]]:
    """Title lines and, smaller, status, relation, source and sentence."""
    small = "; ".join(part for part in (item.manner, item.sentence) if part)
    return wrap(item.text, _room(item), SIZE, most=9), wrap(capital(small), _room(item), SMALL, most=4)


def _height(item: Item) -> float:
    title, small = _texts(item)
    return max(block(title) + block(small, SMALL) + 6, 4 + status_marks.REACH) + _lift(item) + 4


def _lift(item: Item) -> float:
    """Room above an item for the upper half of its bar."""
    return status_marks.REACH - 3 if item.relation in BOUNDS else 0.0


def _draw_item(sheet: Sheet, x: float, y: float, item: Item) -> None:
    title, small = _texts(item)
    top = y + 4 + _lift(item)
    middle = top + 4.2
    if item.relation in BOUNDS:
        status_marks.interval(sheet, x, middle, item.relation)
    status_marks.draw(sheet, x, middle, item.mark, item.row, _fact(item))
    bottom = sheet.lines(x + INSET, top, title, SIZE)
    sheet.lines(x + INSET, bottom + 1.5, small, SMALL, color=design.MUTED)


def _bands(found: list[Item]) -> list[Block]:
    """What has no place on the axis, by status."""
    loose = [item for item in found if not item.date]
    blocks = []
    for band in dict.fromkeys([UNRESOLVED, *BANDS.values()]):
        own = [item for item in loose if item.band == band]
        if own:
            blocks += [_band_head(band), *map(_loose, own)]
    return blocks


def _band_head(text: str) -> Block:
    def draw(sheet: Sheet, y: float) -> None:
        sheet.text(0, y + 15, text, SIZE, bold=True)
        sheet.line((0, y + 19), (WIDTH, y + 19), color=design.INK, width=HAIR)

    return Block(21, draw, head=True)


def _loose(item: Item) -> Block:
    side = "; ".join(part for part in (item.manner, item.written) if part)
    where = item.sentence
    title = wrap(item.text, WIDTH - SIDE - INSET - 8, SIZE, most=9)
    room = SIDE - width(plain(where), SMALL) - 8
    small = wrap(side, room, SMALL, most=6)
    height = max(block(title), block(small, SMALL)) + 4

    def draw(sheet: Sheet, y: float) -> None:
        status_marks.draw(sheet, 5, y + 6.4, item.mark, item.row, _fact(item))
        sheet.lines(5 + INSET - 2, y + 2, title, SIZE)
        sheet.lines(WIDTH - SIDE, y + 2.4, small, SMALL, color=design.MUTED)
        sheet.text(WIDTH, y + 2.4 + style.ASCENT * SMALL, plain(where), SMALL, design.MUTED, align="right")

    return Block(height, draw)


def _fact(item: Item) -> str:
    """The item as a sentence."""
    kind = "Said" if item.mark == "said" else capital(wording.STATUS[item.mark])
    bound = {"by": "on or before ", "before": "before ", "after": "after "}.get(item.relation, "")
    when = f"{bound}{item.written}" if item.written else "no date"
    source = f"; source: {item.source}" if item.source else ""
    return f"{kind}, {when}: {item.text.rstrip('. ')}{source} ({item.sentence})."


def _caption(found: list[Item]) -> str:
    dates = sorted({item.date for item in found if item.date})
    events = [item for item in found if item.mark != "said"]
    dated = sum(bool(item.date) for item in events)
    opening = f"When: {dated} of {wording.several(len(events), 'event')} can be placed on a date"
    if not dates:
        return (
            f"{opening}; the rest stand by status." if dated else "When: nothing in the coding can be placed on a date."
        )
    span = date_words(dates[0]) if len(dates) == 1 else f"from {date_words(dates[0])} to {date_words(dates[-1])}"
    return f"{opening} ({span}); the others stand below by status." if dated < len(events) else f"{opening} ({span})."


def _n(case: Case, found: list[Item]) -> str:
    said = sum(item.mark == "said" for item in found)
    events = len(found) - said
    dated = wording.several(said, "statement")
    return f"n = {wording.several(events, 'event')} and {dated} with a date of saying (of {len(counted(case))} counted)"


def _legend(found: list[Item]) -> list[str]:
    shapes = {
        "said": "a blue square is a statement", "asserted": "a filled circle is asserted",
        "presupposed": "a circle with a dot taken for granted", "alleged": "a diamond alleged",
        "planned": "a triangle planned", "denied": "a cross denied",
        "denied_intention": "a crossed box an intention denied",
        "hypothetical": "a dotted circle hypothetical",
    }  # fmt: skip
    marks = [words for mark, words in shapes.items() if any(item.mark == mark for item in found)]
    legend = [f"Marks: {', '.join(marks)}."]
    if any(item.relation in BOUNDS and item.date for item in found):
        legend.append("A bar with an arrow is an event of which only a bound is known; the arrow is its open end.")
    if any(item.date for item in found):
        legend.append("A date stands as resolved, with the article's own words under it.")
    return legend


def _table(case: Case, found: list[Item]) -> str:
    order = sorted(found, key=lambda item: (not item.date, item.date))
    rows = [
        (
            item.text,
            "said" if item.mark == "said" else wording.STATUS[item.mark],
            _when(case, item),
            item.source or wording.name(case, case.statements["speaker"].get(item.row)),
            cites(case, [item.row]),
        )
        for item in order
    ]
    return Table("Timeline", ("What", "Status", "When, as written (resolved)", "Source", "Where"), rows)._repr_html_()


def _when(case: Case, item: Item) -> str:
    bound = {"by": "by ", "before": "before ", "after": "after "}.get(item.relation, "")
    told = case.events["time_note"].get(item.row)
    return bound + item.written if item.written else f"no date; {told}" if isinstance(told, str) else "no date"
