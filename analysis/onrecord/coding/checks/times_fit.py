"""When it was said, and of when it speaks (rule L1)."""

from __future__ import annotations

from onrecord.coding.checks.rule import Breaches, rule
from onrecord.coding.reading import Coding
from onrecord.coding.tables import Statement


@rule("E-RULE-L1", Statement)
def dated_has_a_date(coding: Coding, row: Statement) -> Breaches:
    """A date is given where time_said is dated."""
    if row.time_said == "dated" and not row.date:
        yield "date", "time_said is dated, but there is no date"


@rule("E-RULE-L1", Statement)
def a_date_makes_it_dated(coding: Coding, row: Statement) -> Breaches:
    """time_said is dated where a date is given."""
    if row.date and row.time_said != "dated":
        yield "time_said", f"the date {row.date} is given, but time_said is {row.time_said}"


@rule("E-RULE-L1", Statement)
def a_repeat_has_the_time_of_what_it_repeats(coding: Coding, row: Statement) -> Breaches:
    """time_referred of a headline or standfirst is that of its repeat_of."""
    if row.repeat_of:
        body = coding.statement(row.repeat_of)
        if row.time_referred != body.time_referred:
            yield "time_referred", f"{row.time_referred}, but {row.repeat_of} is {body.time_referred}"
