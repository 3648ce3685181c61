"""Where coded items do not sit easily together, each with the reading on which both hold (rules T0, T1)."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.draft import is_draft
from onrecord.wording.claim import Prose, claim, only_note, paragraph, subheading
from onrecord.wording.english import all_english, english
from onrecord.wording.naming import typeset


def tensions(case: Case, rows: set[str] | None = None) -> Prose:
    """The tensions of the case; with `rows`, those that link one of these statements, positions or events."""
    found = [tension for _, tension in case.tensions.iterrows() if rows is None or _links(tension, rows)]
    if not found:
        return only_note(_none(case, rows))
    return Prose(tuple(block for tension in found for block in _told(case, tension)))


def _links(tension: pd.Series, rows: set[str]) -> bool:
    return not rows.isdisjoint((*tension["left"], *tension["right"]))


def _none(case: Case, rows: set[str] | None) -> str:
    if not case.coded("tensions"):
        return "Tensions are not coded in this case."
    if is_draft(case):
        return "No tension is coded here; none is ever drafted."
    return "No tension is coded here." if rows is not None else "No tension is coded in this article."


def _told(case: Case, tension: pd.Series) -> Iterator[Markup]:
    yield subheading(typeset(tension["title"]))
    unsure = all_english("confidence", "doubt").get(tension["confidence"], "")
    told = Markup("{} <em>{}{}.</em> <strong>A reading on which both hold:</strong> {}").format(
        _sentence(tension["why"]), english("logic", tension["logic"]), unsure, _sentence(tension["compatible_reading"])
    )
    yield paragraph(claim(case, told, [str(tension.name)]))


def _sentence(text: str) -> str:
    return typeset(text).rstrip(".") + "."
