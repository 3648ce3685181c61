"""The other issues of the same group, which are kept apart (rule P3), and the coder's note on the difference."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.wording.briefed_issue import rows_on_issue
from onrecord.wording.claim import Prose, bullets, claim, note
from onrecord.wording.drafted import drafted_as
from onrecord.wording.naming import capital, words
from onrecord.wording.propositions import coders_text, issue_clause


def near_issues(case: Case, issue: str) -> Prose:
    """The propositions of the group as a list, each cited; a note where there is none; the coder's note last."""
    group = case.issues.at[issue, "group"]
    near = [other for other in case.issues.index[case.issues["group"] == group] if other != issue]
    if not near:
        none = drafted_as(case, "no other issue near it", "No other issue of this article is near it.")
        return Prose((note(none), *_coders_note(case, issue)))
    lead = note(f"Kept apart, since to merge them would make up a conflict or hide one; group: {words(group)}.")
    return Prose((lead, bullets(_as_title(case, other) for other in near), *_coders_note(case, issue)))


def _as_title(case: Case, issue: str) -> Markup:
    """The proposition in italics: it is named here, not asserted, and in the coder's words."""
    title = Markup("<em>{}</em>").format(capital(issue_clause(case, issue)))
    rows = rows_on_issue(case, issue)
    return claim(case, title, rows) if rows else title


def _coders_note(case: Case, issue: str) -> list[Markup]:
    """The coder's note on the issue, where there is one."""
    text = case.issues.at[issue, "note"]
    return [] if pd.isna(text) else [note(f"Coder’s note: {coders_text(case, text)}")]
