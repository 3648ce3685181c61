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
    s, start = clause.s, clause.end
    named = NAME_WORDS.issuperset(s.tags[s.first : clause.at]) and s.last - start >= SHORTEST
    if not named or not (s.headline or start in s.quote_at):
        return None
    end = s.quote_at[start][1] if start in s.quote_at else s.last - (s.tags[s.last - 1] == STOP)
    return clause.found((s.first, clause.at), (start, end))
