"""The banner that opens a briefing: the facts that the document is about, and what is wrong with them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from lxml import etree

from onrecord.problems import Problem, problem

LANGUAGE = "en"  # of a document whose banner gives none
NEEDED = ("case", "title", "as-of")


@dataclass(frozen=True)
class Banner:
    """The banner's data- attributes without ``data-``, its date, and every problem with it."""

    facts: dict[str, str] = field(default_factory=dict)
    as_of: datetime.date = datetime.date.min
    problems: list[Problem] = field(default_factory=list)

    @property
    def language(self) -> str:
        """BCP 47 code of the document."""
        return self.facts.get("language") or LANGUAGE


def read_banner(tree: etree._Element, file: str) -> Banner:
    """The banner in `tree`; nothing is raised for what is wrong with it, or where there is none."""
    header = tree.find(".//header[@class='banner']")
    if header is None:
        remedy = "run every cell, then export; the first output of a briefing is its banner"
        return Banner(problems=[_wrong(file, "no output holds a briefing's banner", remedy)])
    facts = {str(name).removeprefix("data-"): str(value) for name, value in header.attrib.items() if _is_fact(name)}
    missing = [_wrong(file, f"the banner has no data-{name}", "give it") for name in NEEDED if not facts.get(name)]
    as_of = _date(facts.get("as-of", ""))
    if as_of is None and facts.get("as-of"):
        found = f"the banner's as-of date is {facts['as-of']!r}"
        missing.append(_wrong(file, found, "write it as 2023-01-06"))
    return Banner(facts, as_of or datetime.date.min, missing)


def _is_fact(name: object) -> bool:
    return str(name).startswith("data-")


def _date(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def _wrong(file: str, found: str, remedy: str) -> Problem:
    return problem("E-NOTEBOOK", file=file, found=found, remedy=remedy)
