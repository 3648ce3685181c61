"""A name and a colon: `Clinton: …`."""

from __future__ import annotations

from onrecord.drafting.finding.clause import Clause
from onrecord.drafting.finding.found import Found
from onrecord.drafting.finding.rule import ANY, rule
from onrecord.drafting.reading.tags import GENITIVE, NAME, STOP

NAME_WORDS = frozenset({NAME, GENITIVE})
SHORTEST = 3  # tokens behind the colon


@rule(frames=ANY, voices={"colon"}, drafts="clause", headlines=False)
def name_and_colon(clause: Clause) -> Found | None:
    """`Clinton: Trump will …` as a headline, `Anna Berg: “…”` anywhere."""
    t, first, colon, last = clause.t, clause.first, clause.at, clause.last
    if last - clause.end < SHORTEST or not NAME_WORDS.issuperset(t.tags[first:colon]):
        return None
    quote = t.quote_at.get(clause.end)
    if not (clause.headline or quote):
        return None
    end = quote[1] if quote else last - (t.tags[last - 1] == STOP)
    return clause.found((first, colon), (clause.end, end))
