"""The pieces of a timeline that a page does not tear apart: a date with two lanes, a band's head, an undated item."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord import design
from onrecord.figures.drawing import style
from onrecord.figures.drawing.lettering import one_line, width_of, wrap
from onrecord.figures.drawing.looks import BOLD, HAIRLINE, QUIET, QUIET_RIGHT, RULE_HAIR, TEXT, Link, Look
from onrecord.figures.drawing.sheet import Sheet, height_of
from onrecord.figures.drawing.status_marks import REACH, draw_interval, draw_status
from onrecord.figures.drawing.style import FINE, SIZE, SMALL, WIDTH
from onrecord.figures.drawing.timeline_items import TimelineItem, days_between
from onrecord.wording.dates import date_words
from onrecord.wording.english import english
from onrecord.wording.naming import capital

SAID_AT, HAPPENED_AT = 92.0, 268.0  # where the two lanes stand; left of them the dates
INSET = 11.0  # from a lane to its words
LANE = HAPPENED_AT - SAID_AT - INSET - 8
SIDE = 232.0  # width of the right column of the undated band
GAP = 14.0  # height of the break between two dates
MOST = 4  # items of one date side by side with its words
BOUNDS = ("by", "before", "after")
_ORDER = ("before", "by", "on", "after")  # of what happened on one date
_LANE_LINE = Look(edge=design.MUTED, width=FINE)


def fact(item: TimelineItem) -> str:
    """The item as a sentence."""
    bound = english("date_relation", item.relation, "in a sentence")
    when = f"{bound}{item.written}" if item.written else "no date"
    source = f"; source: {item.source}" if item.source else ""
    return f"{capital(item.status)}, {when}: {item.text.rstrip('. ')}{source} ({item.sentence})."


@dataclass(frozen=True)
class DateBlock:
    """A date with what was said and what happened on it; `gap` says how long after the date before it."""

    date: str
    said: Sequence[TimelineItem]
    happened: Sequence[TimelineItem]
    gap: str | None
    head = False
    axis = True

    @property
    def words(self) -> list[str]:
        return wrap(date_words(self.date), SAID_AT - 16, SIZE)

    @property
    def as_written(self) -> list[str]:
        """The words of the article that resolve to the date."""
        written = dict.fromkeys(item.written.rpartition(" (")[0] for item in (*self.said, *self.happened))
        return [line for text in written for line in wrap(text, SAID_AT - 16, SMALL, most=3)]

    @property
    def above(self) -> float:
        return 0.0 if self.gap is None else GAP

    @property
    def height(self) -> float:
        words = height_of(self.words) + height_of(self.as_written, SMALL) + 6
        return self.above + max(words, *(sum(map(_height, lane)) for lane in (self.said, self.happened))) + 3

    def draw(self, sheet: Sheet, y: float) -> None:
        if self.gap is not None:
            _break(sheet, y, self.gap)
        top = y + self.above
        sheet.across(top, RULE_HAIR)
        below = sheet.lines(0, top + 4, self.words)
        sheet.lines(0, below + 1, self.as_written, QUIET)
        for x, lane in ((SAID_AT, self.said), (HAPPENED_AT, self.happened)):
            sheet.line((x, top), (x, y + self.height), look=_LANE_LINE)
            _lane(sheet, x, top, lane)


def _lane(sheet: Sheet, x: float, y: float, items: Sequence[TimelineItem]) -> None:
    for item in items:
        _item(sheet, x, y, item)
        y += _height(item)


def _break(sheet: Sheet, y: float, words: str) -> None:
    """Between two dates: a zigzag on both lanes, unless they follow each other, and the number of days."""
    sheet.text(0, y + 10.5, words, QUIET)
    for x in (SAID_AT, HAPPENED_AT):
        zigzag = [] if words.startswith("1 day") else _zigzag(x, y)
        sheet.line((x, y), *zigzag, (x, y + GAP), look=_LANE_LINE)


def _texts(item: TimelineItem) -> tuple[list[str], list[str]]:
    """Title lines and, smaller, status, relation, source and sentence."""
    room = LANE if item.is_said else WIDTH - HAPPENED_AT - INSET
    small = "; ".join(part for part in (item.manner, item.sentence) if part)
    return wrap(item.text, room, SIZE, most=9), wrap(capital(small), room, SMALL, most=4)


def _height(item: TimelineItem) -> float:
    title, small = _texts(item)
    return max(height_of(title) + height_of(small, SMALL) + 6, 4 + REACH) + _lift(item) + 4


def _lift(item: TimelineItem) -> float:
    """Room above an item for the upper half of its bar."""
    return REACH - 3 if item.relation in BOUNDS else 0.0


def _zigzag(x: float, y: float) -> list[tuple[float, float]]:
    return [(x, y + 3), (x - 3, y + 5.5), (x + 3, y + 8.5), (x, y + 11)]


def _item(sheet: Sheet, x: float, y: float, item: TimelineItem) -> None:
    title, small = _texts(item)
    top = y + 4 + _lift(item)
    middle = top + 4.2
    if item.relation in BOUNDS:
        draw_interval(sheet, x, middle, item.relation)
    draw_status(sheet, x, middle, item.mark, Link(item.row, fact(item)))
    bottom = sheet.lines(x + INSET, top, title)
    sheet.lines(x + INSET, bottom + 1.5, small, QUIET)


@dataclass(frozen=True)
class BandHead:
    """The heading of a band of items that are not on the axis."""

    text: str
    head = True
    axis = False
    height = 21.0

    def draw(self, sheet: Sheet, y: float) -> None:
        sheet.text(0, y + 15, self.text, BOLD)
        sheet.across(y + 19, HAIRLINE)


@dataclass(frozen=True)
class LooseItem:
    """An item that is not on the axis: what it is at the left, how and when at the right."""

    item: TimelineItem
    head = False
    axis = False

    @property
    def title(self) -> list[str]:
        return wrap(self.item.text, WIDTH - SIDE - INSET - 8, SIZE, most=9)

    @property
    def side(self) -> list[str]:
        text = "; ".join(part for part in (self.item.manner, self.item.written) if part)
        return wrap(text, self._side_width, SMALL, most=6)

    @property
    def _side_width(self) -> float:
        """What the sentence's id leaves of the right side."""
        return SIDE - width_of(one_line(self.item.sentence), SMALL) - 8

    @property
    def height(self) -> float:
        return max(height_of(self.title), height_of(self.side, SMALL)) + 4

    def draw(self, sheet: Sheet, y: float) -> None:
        draw_status(sheet, 5, y + 6.4, self.item.mark, Link(self.item.row, fact(self.item)))
        sheet.lines(5 + INSET - 2, y + 2, self.title, TEXT)
        sheet.lines(WIDTH - SIDE, y + 2.4, self.side, QUIET)
        sheet.text(WIDTH, y + 2.4 + style.ASCENT * SMALL, self.item.sentence, QUIET_RIGHT)


TimelineBlock = DateBlock | BandHead | LooseItem


def dated_blocks(items: Sequence[TimelineItem]) -> Iterator[TimelineBlock]:
    """The dates in order, each with what was said and what happened, and the days between them."""
    before = ""
    for date in sorted({item.date for item in items if item.date}):
        gap = days_between(before, date) if before else None
        for said, happened in _parts([item for item in items if item.date == date]):
            yield DateBlock(date, said, happened, gap)
            gap = None
        before = date


def _parts(items: Sequence[TimelineItem]) -> Iterator[tuple[list[TimelineItem], list[TimelineItem]]]:
    """What was said and what happened on one date, in parts that a page holds, `MOST` a lane."""
    said, happened = [item for item in items if item.is_said], _happened(items)
    for at in range(0, max(len(said), len(happened)), MOST):
        yield said[at : at + MOST], happened[at : at + MOST]


def loose_blocks(items: Sequence[TimelineItem], bands: Sequence[str]) -> Iterator[TimelineBlock]:
    """What has no place on the axis, by band."""
    for band in dict.fromkeys(bands):
        own = [item for item in items if not item.date and item.band == band]
        if own:
            yield BandHead(band)
            yield from map(LooseItem, own)


def _happened(items: Sequence[TimelineItem]) -> list[TimelineItem]:
    return sorted((item for item in items if not item.is_said), key=lambda item: _ORDER.index(item.relation))
