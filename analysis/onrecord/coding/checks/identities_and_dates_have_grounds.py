"""What the text itself does not give stands with its grounds: Wikidata ids, resolved dates (rules A9, D1)."""

from __future__ import annotations

from onrecord.coding.checks.rule import Breaches, rule
from onrecord.coding.reading import Coding
from onrecord.coding.tables import Actor, Date


@rule("E-RULE-A9", Actor)
def a_wikidata_id_was_checked(coding: Coding, row: Actor) -> Breaches:
    """A Wikidata id has the status verified or checked_secondary."""
    if row.wikidata and row.wikidata_status not in ("verified", "checked_secondary"):
        yield "wikidata_status", f"{row.wikidata} with the status {row.wikidata_status}"


@rule("E-RULE-D1", Date)
def a_resolved_date_says_how(coding: Coding, row: Date) -> Breaches:
    """A date resolved to more than its TIMEX value holds has anchor and basis."""
    if row.resolved and row.timex != row.resolved:
        for field in ("anchor", "basis"):
            if not getattr(row, field):
                yield field, f"{row.timex} is resolved to {row.resolved} without {field}"


@rule("W-DATE", Date)
def dates_resolve(coding: Coding, row: Date) -> Breaches:
    """A time expression resolves to a date."""
    if row.resolved is None:
        yield "resolved", f"{row.text!r} resolves to no date", "it is shown as written, off the time line"
