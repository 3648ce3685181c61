"""The timeline as tables: what stands on a date, what does not, and how each is told."""

from __future__ import annotations

import copy

import pytest
from onrecord.tables.timeline_table import timeline_table
from onrecord.tables.undated_table import undated_table
from onrecord.wording.placing_in_time import dated_events, dated_statements

from tests.prose.conftest import text_of


def changed(case, table: str, row: str, **cells):
    """The case with cells of one row set anew."""
    made = copy.copy(case)
    frame = getattr(case, table).copy()
    for column, value in cells.items():
        frame.at[row, column] = value
    made.__dict__[table] = frame
    return made


def lines(shown) -> list[list[str]]:
    """The words of each cell of each row."""
    return [[text_of(str(cell) or " ") for cell in row] for row in shown.rows]


def test_dates_stand_in_order_with_the_words_that_give_them(case):
    """What was said on a day beside what is reported of it; a bound is said to be one."""
    invasion, announced, confirmed = lines(timeline_table(case))
    assert invasion[0] == "24 February 2022“February 24”"
    assert "Pre-invasion deployment" in invasion[2]
    assert "(before this date; reported by the article)" in invasion[2]
    assert invasion[1] == ""
    assert announced[0].startswith("5 January 2023")
    assert announced[1].startswith("Belarus said that it will receive more weapons")
    assert (
        "(on or before this date; reported by the article and the Belarusian defence ministry, confirmed by a party)"
        in confirmed[2]
    )


def test_every_event_stands_once_and_dated_ones_apart(case):
    """On a date or among those without one."""
    dated = [row for row, date in dated_events(case).items() if date]
    titles = [row[0] for row in lines(undated_table(case))]
    assert len(dated) == 4
    assert len(titles) == len(case.events) - 4
    assert not {case.events.at[row, "title"] for row in dated} & set(titles)


@pytest.mark.parametrize(
    ("cells", "placed"),
    [
        ({}, True),
        ({"status": "hypothetical"}, False),
        ({"date_relation": "announced_on"}, False),
        ({"date": None}, False),
    ],
)
def test_what_could_happen_and_what_is_only_announced_stand_on_no_date(case, cells, placed):
    """The date of an announcement is not the event's; a possibility has none."""
    assert bool(dated_events(changed(case, "events", "ev-12", **cells))["ev-12"]) is placed


def test_a_date_stands_in_its_own_precision(case):
    """A month is no day."""
    month = changed(case, "dates", case.events.at["ev-12", "date"], precision="month")
    assert lines(timeline_table(month))[0][0].startswith("February 2022")


def test_a_day_that_is_resolved_to_no_date_stands_as_written(case):
    """Among what is on no date, as it was said."""
    open_day = changed(case, "dates", case.statements.at["st-11", "date"], resolved=None)
    assert dated_statements(open_day)["st-11"] == ""
    assert lines(undated_table(open_day))[0][:3] == [
        "Belarus said that it will receive more weapons and equipment from its neighbour [Russia]",
        "said",
        "Thursday",
    ]


def test_what_each_status_is_told_as(case):
    """Alleged, announced, ruled out, taken for granted: by whom, in one phrase."""
    told = {row[0]: row[1] for row in lines(undated_table(case))}
    assert told["Use of Belarusian airspace for drone and missile attacks"] == "alleged by Ukraine"
    assert told["Belarus joining the war"] == "ruled out by Belarus"
    assert told["Joint air force exercises"] == "announced by the Belarusian defence ministry"
    assert told["Ukraine accepting Moscow’s demands"] == "spoken of as possible by Alexander Lukashenko"
