"""Where coded items do not sit easily together, each with the reading on which both hold (rules T0, T1)."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.draft import is_draft
from onrecord.wording.claim import Prose, absent, claim, paragraph
from onrecord.wording.english import all_english, english
from onrecord.wording.naming import counted_word, typeset

_FEW = 3  # in a brief


def tensions(case: Case, whole: bool = False) -> Prose:
    """Two lines each: what stands against what, and the reading on which both hold; the first ones, or the `whole` list
    with reason and kind. Those coded with high confidence lead, then those that the text itself signals."""
    order = sorted(case.tensions.index, key=lambda row: (not _is_sure(case, row), not _is_signalled(case, row)))
    if not order:
        return absent(_none(case))
    shown = list(case.tensions.index) if whole else order[:_FEW]
    told = [_told(case, case.tensions.loc[row], whole) for row in shown]
    rest = len(order) - len(shown)
    if rest:
        told[-1] += f" {counted_word(rest).capitalize()} more in the annex."
    return Prose(tuple(paragraph(one) for one in told))


def _is_sure(case: Case, tension: str) -> bool:
    return case.tensions.at[tension, "confidence"] == "high"


def _is_signalled(case: Case, tension: str) -> bool:
    return not pd.isna(case.tensions.at[tension, "signal_text"])


def _none(case: Case) -> str:
    if not case.coded("tensions"):
        return "Tensions are not coded in this case."
    if is_draft(case):
        return "No tension is coded here; none is ever drafted."
    return "No tension is coded in this article."


def _told(case: Case, tension: pd.Series, whole: bool) -> Markup:
    """What stands against what, and how both hold; in the `whole` list also why, and what kind of tension it is."""
    unsure = all_english("confidence", "doubt").get(tension["confidence"], "")
    why = Markup("{} <em>{}{}.</em> ").format(_sentence(tension["why"]), english("logic", tension["logic"]), unsure)
    told = Markup("<strong>{}.</strong> {}<em>How both hold:</em> {}").format(
        typeset(tension["title"]).rstrip("."), why if whole else "", _sentence(tension["compatible_reading"])
    )
    return claim(case, told, [str(tension.name)])


def _sentence(text: str) -> str:
    return typeset(text).rstrip(".") + "."
