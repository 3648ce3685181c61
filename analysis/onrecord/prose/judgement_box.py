"""The analyst's judgements, with likelihood and confidence in sentences of their own."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.wording.claim import Prose
from onrecord.wording.dates import date_words


def judgement_box(case: Case) -> Prose:
    """A box with a paragraph a judgement; "none entered" when empty."""
    found = case.judgements[case.judgements["kind"] == "judgement"]
    blocks = [_judgement(row) for _, row in found.iterrows()] or [_none(case)]
    return Prose((Markup('<aside class="judgement">'), *blocks, Markup("</aside>")))


def _none(case: Case) -> Markup:
    rest = "Nothing in this briefing is an estimate; all of it is read off the coding."
    if len(case.judgements):
        rest = "What an analyst added stands under their name."
    return Markup("<p>None entered. {}</p>").format(rest)


def _judgement(row: pd.Series) -> Markup:
    likelihood = "" if pd.isna(row["likelihood"]) else f" Likelihood: {row['likelihood']}."
    signed = f"{row['author']}, {date_words(row['date'])}"
    return Markup("<p>{}{}{} <em>({})</em></p>").format(row["text"], likelihood, _confidence(row), signed)


def _confidence(row: pd.Series) -> str:
    reason = "" if pd.isna(row["reason"]) else f" {row['reason']}"
    return "" if pd.isna(row["confidence"]) else f" Confidence in this judgement is {row['confidence']}.{reason}"
