"""The smallest numbers that each measure is given for, and why: below them a briefing prints the sentence instead."""

from __future__ import annotations

from typing import NamedTuple


class Minimum(NamedTuple):
    """`least` units, below which `measure` is not given, because of `why`."""

    least: int
    measure: str
    why: str


MINIMUMS: dict[str, Minimum] = {
    "rate": Minimum(10, "a rate", "one more or less would move it by more than ten points"),
    "concentration": Minimum(10, "a measure of concentration", "one more or less would change the picture"),
    "ambivalence": Minimum(2, "a measure of ambivalence", "a single value cannot be at odds with itself"),
    "polarisation": Minimum(5, "a measure of polarisation", "fewer cannot fill a five-point scale"),
    "polarisation roots": Minimum(
        2, "a measure of polarisation", "actors that belong together do not make two camps by themselves"
    ),
    "network": Minimum(3, "a network between them", "one or two lines show no pattern"),
    "change": Minimum(3, "a change of position", "the mean of fewer rests on a single choice of words"),
    "corroboration": Minimum(2, "corroboration", "voices within one article have one origin"),
}

# What is counted, in the plural, and its singular.
SINGULAR = {
    "counted statements": "counted statement",
    "attributed statements": "attributed statement",
    "narrator statements": "narrator statement",
    "body sentences": "body sentence",
    "code points of body text": "code point of body text",
    "issues with a stated position": "issue with a stated position",
    "stated positions": "stated position",
    "stated positions before that date": "stated position before that date",
    "stated positions from that date on": "stated position from that date on",
    "actors with a stated position on this issue": "actor with a stated position on this issue",
    "separate states or organisations with a stated position on this issue": "state or organisation with a stated "
    "position on this issue",
    "pairs of actors from different states or organisations with positions on the same issue": "pair of actors from "
    "different states or organisations with positions on the same issue",
    "articles that say it happened": "article that says it happened",
}


def too_few(minimum: str, n: int, what: str) -> str:
    """The sentence that stands for a measure of `n` `what` (a plural of SINGULAR), or "" where `n` is enough."""
    least, measure, why = MINIMUMS[minimum]
    if n >= least:
        return ""
    found = {0: f"There are no {what}", 1: f"There is only one {SINGULAR[what]}"}
    return f"{found.get(n, f'There are only {n} {what}')}; {measure} needs at least {least}, because {why}."
