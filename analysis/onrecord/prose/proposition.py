"""How a stance on an issue is to be read: the kind of its proposition, and what affirming it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.wording.briefed_issue import rows_on_issue
from onrecord.wording.claim import Prose, claim, note, only_note, paragraph
from onrecord.wording.drafted import drafted_as
from onrecord.wording.english import english
from onrecord.wording.propositions import coders_text

_IN_CODES = re.compile(r"=|[+−-]\d|\b(CT|PR|PS)\b|\b(st|p|ev|rel|t|m|d|n)-\d")


def proposition(case: Case, issue: str) -> Prose:
    """A sentence cited from what rests on the issue, with the coder's note; a note alone where nothing does."""
    row, on_it = case.issues.loc[issue], rows_on_issue(case, issue)
    reading = _reading(row["kind"])
    if not on_it:
        none = drafted_as(case, "no statement on it", "No statement of this article is coded on it.")
        return only_note(f"{reading}. {none}")
    return Prose((paragraph(claim(case, reading, on_it)), *_coders_note(case, row["note"])))


def _reading(kind: str) -> str:
    """What an issue of that kind is, and how a stance on it is to be read."""
    about, affirming = english("issue_kind", kind), english("issue_kind", kind, "to affirm is to")
    return f"The proposition is about {about}: to affirm it is to {affirming}, not to approve of it"


def _coders_note(case: Case, text: object) -> Iterator[Markup]:
    """The coder's note on the issue, unless it speaks in codes, which are for coders."""
    if isinstance(text, str) and not pd.isna(text) and not _IN_CODES.search(text):
        yield note(f"The coder notes: {coders_text(case, text)}")
