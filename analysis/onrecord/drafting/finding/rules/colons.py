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
    s = clause.s
    end = quoted_end(clause) or (headline_end(clause) if s.headline else 0)
    named = NAME_WORDS.issuperset(s.tags[s.first : clause.at]) and s.last - clause.end >= SHORTEST
    return clause.found((s.first, clause.at), (clause.end, end)) if named and end else None


def quoted_end(clause: Clause) -> int:
    """Where the quotation ends that stands behind the colon; 0 for none."""
    return clause.s.quote_at.get(clause.end, (0, 0))[1]


def headline_end(clause: Clause) -> int:
    """Where the sentence ends, without its stop."""
    s = clause.s
    return s.last - (s.tags[s.last - 1] == STOP)
