"""A name and a colon: `Clinton: …`."""

from onrecord.drafting.finding.cues import Cue
from onrecord.drafting.finding.found import Found
from onrecord.drafting.reading.tokens import Tokens

COLON = Cue(":", "p", (":",), "neutral", frozenset())


def name_and_colon(t: Tokens, first: int, last: int, headline: bool) -> Found | None:
    """`Clinton: Trump will …` as a headline, `Anna Berg: “…”` anywhere."""
    colon = t.tags.find(":", first, min(last, first + 6))
    if colon <= first or last - colon < 4 or any(letter not in "NZ" for letter in t.tags[first:colon]):
        return None
    quote = t.quote_at.get(colon + 1)
    if not (headline or quote):
        return None
    end = quote[1] if quote else last - (t.tags[last - 1] == ".")
    return Found(((first, colon),), ((colon, colon + 1),), ((colon + 1, end),), COLON, "name_and_colon")
