"""F7: what was said when, and what is said to have happened when. Dates stand in order, not to scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.figures.drawing import style
from onrecord.figures.drawing.beside import alternative, figure_note
from onrecord.figures.drawing.choosing import Ids, chosen
from onrecord.figures.drawing.figure import Figure, first_panels
from onrecord.figures.drawing.looks import BOLD, QUIET
from onrecord.figures.drawing.pages import pages
from onrecord.figures.drawing.sheet import Panel, Sheet
from onrecord.figures.drawing.status_marks import SAID
from onrecord.figures.drawing.timeline_blocks import (
    BOUNDS,
    HAPPENED_AT,
    SAID_AT,
    TimelineBlock,
    dated_blocks,
    fact,
    loose_blocks,
)
from onrecord.figures.drawing.timeline_items import UNRESOLVED, TimelineItem, timeline_items
from onrecord.measures.counted import counted
from onrecord.measures.draft import is_draft
from onrecord.wording.citations import cites
from onrecord.wording.dates import date_words
from onrecord.wording.english import all_english, english
from onrecord.wording.labels import several, speaker_label
from onrecord.wording.table import Table

if TYPE_CHECKING:
    from onrecord.coding.case import Case

NAME = "timeline"
_NOTHING = "No event and no dated statement is coded"
HEADS = 24.0  # height of the lanes' names


def timeline(case: Case, actors: Ids = None) -> Figure:
    """Dated statements and all events of the case; those that concern `actors` (ids) alone where they are given."""
    found = timeline_items(case, chosen(actors))
    if not found:
        where = " for these actors" if actors is not None else ""
        coded = "The draft has coded no event and no dated statement" if is_draft(case) else _NOTHING
        return Figure(NAME, reason=f"{coded}{where}, so there is no timeline.")
    panels, beyond = first_panels(_panels(found))
    return Figure(
        NAME,
        caption=_drafted(found) if is_draft(case) else _caption(found),
        panels=panels,
        alt=alternative("Timeline in two lanes, said and happened.", [fact(item) for item in found]),
        note=figure_note(case, _n(case, found), *_legend(found), beyond),
        table=_table(case, found),
        rows=tuple(item.row for item in found),
    )


def _panels(found: Sequence[TimelineItem]) -> Iterator[Panel]:
    bands = [UNRESOLVED, *all_english("status", "without a date").values()]
    blocks = [*dated_blocks(found), *loose_blocks(found, bands)]
    heights, heads = [block.height for block in blocks], [block.head for block in blocks]
    for page in pages(heights, style.HEIGHT - 8 - HEADS, heads):
        yield _panel([blocks[number] for number in page])


def _panel(blocks: Sequence[TimelineBlock]) -> Panel:
    sheet, y = Sheet(), 4.0
    if blocks[0].axis:
        y = _lane_heads(sheet, y)
    for block in blocks:
        block.draw(sheet, y)
        y += block.height
    return sheet.panel(y + 4)


def _lane_heads(sheet: Sheet, y: float) -> float:
    sheet.lines(0, y, ["Dates in order,", "not to scale"], QUIET)
    sheet.text(SAID_AT - 4, y + 8, "Said", BOLD)
    sheet.text(HAPPENED_AT - 4, y + 8, "Happened, as reported", BOLD)
    return y + HEADS


def _caption(found: Sequence[TimelineItem]) -> str:
    events = [item for item in found if not item.is_said]
    dated = sum(bool(item.date) for item in events)
    placed = f"When: {dated} of {several(len(events), 'event')} can be placed on a date"
    span = _span(sorted({item.date for item in found if item.date}))
    if not span:
        return "When: nothing in the coding can be placed on a date."
    return f"{placed} ({span}){'; the others stand below by status' if dated < len(events) else ''}."


def _drafted(found: Sequence[TimelineItem]) -> str:
    """What the draft has coded, and nothing of what has no date in it."""
    dated = sum(bool(item.date) for item in found)
    return f"When, as far as the draft has coded it: {several(dated, 'row')} with a date."


def _span(dates: Sequence[str]) -> str:
    """From the first date to the last; "" for none."""
    if len(dates) < 2:
        return "".join(map(date_words, dates))
    return f"from {date_words(dates[0])} to {date_words(dates[-1])}"


def _n(case: Case, found: Sequence[TimelineItem]) -> str:
    said = sum(item.is_said for item in found)
    events, dated = several(len(found) - said, "event"), several(said, "statement")
    of = "" if is_draft(case) else f" (of {len(counted(case))} counted)"
    return f"n = {events} and {dated} with a date of saying{of}"


def _legend(found: Sequence[TimelineItem]) -> Iterator[str]:
    shapes = {SAID: "a blue square is a statement"} | all_english("status", "mark")
    marks = {item.mark for item in found}
    yield f"Marks: {', '.join(words for mark, words in shapes.items() if mark in marks)}."
    if any(item.relation in BOUNDS and item.date for item in found):
        yield "A bar with an arrow is an event of which only a bound is known; the arrow is its open end."
    if any(item.date for item in found):
        yield "A date stands as resolved, with the article's own words under it."


def _table(case: Case, found: Sequence[TimelineItem]) -> Table:
    heads = ("What", "Status", "When, as written (resolved)", "Source", "Where")
    order = sorted(found, key=lambda item: (not item.date, item.date))
    return Table("Timeline", heads, [_cells(case, item) for item in order])


def _cells(case: Case, item: TimelineItem) -> tuple[str, ...]:
    source = item.source or speaker_label(case, item.row)
    return item.text, item.status, _when(case, item), source, cites(case, [item.row])


def _when(case: Case, item: TimelineItem) -> str:
    if item.written:
        return english("date_relation", item.relation, "before a date") + item.written
    told = case.events["time_note"].get(item.row)
    none = "no date coded" if is_draft(case) else "no date"
    return f"{none}; {told}" if isinstance(told, str) else none
