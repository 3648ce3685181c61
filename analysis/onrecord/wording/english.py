"""The English of the codebook's values, and of where an `as_of` comes from: one table, a row a value and use.

What is not in english.csv is printed as its own words ("speech_act": *deny intent*; see `naming.words`).
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[tuple[str, str], dict[str, str]]:
    """(vocabulary, use) -> value -> words, in the order in which a reader meets the values."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    lines = files(__package__).joinpath("english.csv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader(lines):
        found.setdefault((row["vocabulary"], row["use"]), {})[row["value"]] = row["words"]
    return found


def english(vocabulary: str, value: object, use: str = "in full") -> str:
    """The words for `value` in that use; "" where nothing is said of it there. KeyError for what the table lacks."""
    return _table()[vocabulary, use][str(value)]


def all_english(vocabulary: str, use: str = "in full") -> dict[str, str]:
    """Value -> words of a whole vocabulary, in the order in which a reader meets them; those without words too."""
    return dict(_table()[vocabulary, use])


def uses() -> dict[tuple[str, str], dict[str, str]]:
    """Every (vocabulary, use) of the table with its words by value."""
    return {key: dict(words) for key, words in _table().items()}
