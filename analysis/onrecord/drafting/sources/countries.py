"""Countries by the words that name them: names, capitals and demonyms.

Names, capitals and demonyms are the package countryinfo's; ``lexicon/countries.csv`` adds what English news
writes besides (US, Kiev), and takes out, by an empty code, words that name something else at least as often.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from typing import NamedTuple

from onrecord.drafting.reading.tokens import LEXICON

CAPITAL_OF = 1_000_000  # inhabitants below which a capital's name is not taken for the government


class Country(NamedTuple):
    """What a word says: ISO 3166 alpha-3 and whether it is a name, a capital or a demonym."""

    iso: str
    kind: str


@cache
def by_word() -> dict[str, Country]:
    """Word → country; a demonym of several countries is that of the one with most inhabitants."""
    from countryinfo import all_countries

    found: dict[str, Country] = {}
    facts = [country.info() for country in all_countries()]
    for fact in sorted(facts, key=lambda f: -(f.get("population") or 0)):
        iso = fact["ISO"].get("alpha3")
        if not iso or not (fact.get("population") or 0):
            continue
        name, capital = fact["name"].removeprefix("The "), fact.get("capital")
        found.setdefault(name, Country(iso, "name"))
        for demonym in re.split("[,/]", fact.get("demonym") or ""):
            found.setdefault(demonym.strip(), Country(iso, "demonym"))
        if isinstance(capital, str) and fact["population"] > CAPITAL_OF:
            found.setdefault(capital, Country(iso, "capital"))
    with (LEXICON / "countries.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["iso"]:
                found.setdefault(row["word"], Country(row["iso"], row["kind"]))
            else:
                found.pop(row["word"], None)
    found.pop("", None)
    return found


@cache
def pattern() -> re.Pattern:
    """Any of the words, the longest that fits, as whole words."""
    words = sorted(by_word(), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, words)) + r")(?![\w-])(?!\.\w)")


@cache
def name_of(iso: str) -> str:
    """The country's English name, by the Unicode locale data: Belarus."""
    from babel import Locale
    from countryinfo import all_countries

    codes = {c.info()["ISO"].get("alpha3"): c.info()["ISO"].get("alpha2") for c in all_countries()} | {"XKX": "XK"}
    name = Locale("en").territories.get(codes.get(iso, ""))
    name = name or next(word for word, found in by_word().items() if found == (iso, "name"))
    return re.sub(r" \(.*\)$", "", name).replace(" & ", " and ").replace("Türkiye", "Turkey")


def in_phrase(phrase: str) -> Country | None:
    """The one country that the phrase names by name or demonym; None for none or several."""
    found = {by_word()[match[1]].iso: by_word()[match[1]] for match in pattern().finditer(phrase)}
    return next(iter(found.values())) if len(found) == 1 else None
