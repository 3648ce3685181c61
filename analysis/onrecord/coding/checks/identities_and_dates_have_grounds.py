"""What the text itself does not give stands with its grounds: Wikidata ids, resolved dates (rules A9, D1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.coding.checks.rule import rule
from onrecord.coding.reading import Coding
from onrecord.problems import Problem, problem


@rule("E-RULE-A9", "actors")
def a_wikidata_id_was_checked(coding: Coding, row: Any) -> Iterator[tuple[str, str]]:
    """A Wikidata id has the status verified or checked_secondary."""
    if row.wikidata and row.wikidata_status not in ("verified", "checked_secondary"):
        yield "wikidata_status", f"{row.wikidata} with the status {row.wikidata_status}"


@rule("E-RULE-D1", "dates")
def a_resolved_date_says_how(coding: Coding, row: Any) -> Iterator[tuple[str, str]]:
    """A date resolved to more than its TIMEX value holds has anchor and basis."""
    if row.resolved and row.timex != row.resolved:
        for field in ("anchor", "basis"):
            if not getattr(row, field):
                yield field, f"{row.timex} is resolved to {row.resolved} without {field}"


def dates_resolve(coding: Coding) -> Iterator[Problem]:
    """W-DATE for a time expression that resolves to no date."""
    for number, row in coding.table("dates"):
        if "text" in row.__dict__ and row.__dict__.get("resolved", "") is None:
            found, remedy = f"{row.text!r} resolves to no date", "it is shown as written, off the time line"
            yield problem("W-DATE", "dates.csv", number, "resolved", found=found, remedy=remedy)
