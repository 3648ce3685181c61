"""The analyst's judgements, with likelihood and confidence in sentences of their own."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.wording.claim import Prose, absent
from onrecord.wording.dates import date_words


def judgement_box(case: Case) -> Prose:
    """A box with a paragraph a judgement; where none is entered nothing in a document."""
    found = case.judgements[case.judgements["kind"] == "judgement"]
    if found.empty:
        return absent("No judgement is entered.")
    blocks = [_judgement(row) for _, row in found.iterrows()]
    return Prose((Markup('<aside class="judgement">'), *blocks, Markup("</aside>")))


def _judgement(row: pd.Series) -> Markup:
    likelihood = "" if pd.isna(row["likelihood"]) else f" Likelihood: {row['likelihood']}."
    signed = f"{row['author']}, {date_words(row['date'])}"
    return Markup("<p>{}{}{} <em>({})</em></p>").format(row["text"], likelihood, _confidence(row), signed)


def _confidence(row: pd.Series) -> str:
    reason = "" if pd.isna(row["reason"]) else f" {row['reason']}"
    return "" if pd.isna(row["confidence"]) else f" Confidence in this judgement is {row['confidence']}.{reason}"
