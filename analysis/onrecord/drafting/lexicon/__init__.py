"""The words that drafting knows, as data: a CSV file for each list, read once.

acts           what a cue verb does, and its content         cues       the words that attribute
nouns          what a noun at the head of a source means     words      the closed classes of English
countries      words that name a country                     phrases    short lists of words, by kind
organisations  bodies of states, with their short names      precision  measured, of each rule
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent


@cache
def entries(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``NAME.csv``, each as column → cell."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def listed(kind: str) -> tuple[str, ...]:
    """The phrases of one kind, in the order of ``phrases.csv``; raises KeyError where there are none."""
    found = tuple(row["phrase"] for row in entries("phrases") if row["kind"] == kind)
    if not found:
        raise KeyError(kind)
    return found


def any_of(*kinds: str) -> str:
    """A pattern, to be matched without regard to capitals, that finds any phrase of these kinds."""
    return f"(?:{'|'.join(re.escape(phrase) for kind in kinds for phrase in listed(kind))})"
