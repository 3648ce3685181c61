"""Countries by the words that name them: names, capitals and demonyms.

Names, capitals and demonyms are the package countryinfo's; ``lexicon/countries.csv`` adds what English news
writes besides (US, Kiev), and takes out, by an empty code, words that name something else at least as often.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.drafting.lexicon import entries

if TYPE_CHECKING:
    from countryinfo.countryinfo import CountryInfoDict

CAPITAL_OF = 1_000_000  # inhabitants below which a capital's name is not taken for the government
KOSOVO = {"XKX": "XK"}  # the codes that the package lacks


class Country(NamedTuple):
    """What a word says: ISO 3166 alpha-3 and whether it is a name, a capital or a demonym."""

    iso: str
    kind: str


@cache
def facts() -> tuple[CountryInfoDict, ...]:
    """What countryinfo knows, a country each."""
    from countryinfo import all_countries

    return tuple(country.info() for country in all_countries())


@cache
def by_word() -> dict[str, Country]:
    """Word → country; a demonym of several countries is that of the one with most inhabitants."""
    found: dict[str, Country] = {}
    for word, country in known_words():
        found.setdefault(word, country)
    for word, iso in official():
        found.setdefault(word, Country(iso, "name"))
    for row in entries("countries"):
        if row["iso"]:
            found.setdefault(row["word"], Country(row["iso"], row["kind"]))
        else:
            found.pop(row["word"], None)
    found.pop("", None)
    return found


def official() -> Iterator[tuple[str, str]]:
    """The names of the Unicode locale data, with each of their apostrophes, and the code that they stand for."""
    from babel import Locale

    territories = Locale("en").territories
    for fact in facts():
        iso, name = fact["ISO"].get("alpha3"), territories.get(fact["ISO"].get("alpha2") or "")
        if iso and name and fact.get("population"):
            for word in re.split(r" \(|\)", name.replace(" & ", " and ")):
                yield from ((form, iso) for form in {word, word.replace("’", "'")} if form)


def known_words() -> Iterator[tuple[str, Country]]:
    """The words of the package with what they say, those of the countries with most inhabitants first."""
    for fact in sorted(facts(), key=inhabitants, reverse=True):
        if fact["ISO"].get("alpha3") and inhabitants(fact):
            yield from words_of(fact)


def words_of(fact: CountryInfoDict) -> Iterator[tuple[str, Country]]:
    """Name, demonyms and, of a country that is not small, capital."""
    iso, capital = fact["ISO"]["alpha3"], fact.get("capital")
    yield fact["name"].removeprefix("The "), Country(iso, "name")
    for demonym in re.split("[,/]", fact.get("demonym") or ""):
        yield demonym.strip(), Country(iso, "demonym")
    if isinstance(capital, str) and inhabitants(fact) > CAPITAL_OF:
        yield capital, Country(iso, "capital")


def inhabitants(fact: CountryInfoDict) -> int:
    """The population, 0 where it is not known."""
    return fact.get("population") or 0


@cache
def pattern() -> re.Pattern[str]:
    """Any of the words, the longest that fits, as whole words."""
    words = sorted(by_word(), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, words)) + r")(?![\w-])(?!\.\w)")


@cache
def name_of(iso: str) -> str:
    """The country's English name, by the Unicode locale data: Belarus."""
    from babel import Locale

    codes = {fact["ISO"].get("alpha3"): fact["ISO"].get("alpha2") for fact in facts()} | KOSOVO
    name = Locale("en").territories.get(codes.get(iso, ""))
    name = name or next(word for word, found in by_word().items() if found == (iso, "name"))
    return re.sub(r" \(.*\)$", "", name).replace(" & ", " and ").replace("Türkiye", "Turkey")


def in_phrase(phrase: str) -> Country | None:
    """The one country that the phrase names by name or demonym; None for none or several."""
    words = (by_word()[match[1]] for match in pattern().finditer(phrase))
    found = {country.iso: country for country in words}
    return next(iter(found.values())) if len(found) == 1 else None


def iso_in(phrase: str) -> str:
    """The code of the one country that the phrase names, else ''."""
    found = in_phrase(phrase)
    return found.iso if found else ""
