"""The other issues of the same group, which are kept apart (rule P3)."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.wording.briefed_issue import rows_on_issue
from onrecord.wording.claim import Prose, absent, bullets, claim, note
from onrecord.wording.drafted import drafted_as
from onrecord.wording.naming import capital
from onrecord.wording.propositions import issue_clause


def near_issues(case: Case, issue: str) -> Prose:
    """The propositions of the group as a list, each cited; nothing in a document where there is none."""
    group = case.issues.at[issue, "group"]
    near = [other for other in case.issues.index[case.issues["group"] == group] if other != issue]
    if not near:
        return absent(drafted_as(case, "no other issue near it", "No other issue of this article is near it."))
    lead = note(
        "Other propositions, near this one and not the same: merged, they would make up a conflict or hide one."
    )
    return Prose((lead, bullets(_as_title(case, other) for other in near)))


def _as_title(case: Case, issue: str) -> Markup:
    """The proposition in italics: it is named here, not asserted, and in the coder's words."""
    title = Markup("<em>{}</em>").format(capital(issue_clause(case, issue)))
    rows = rows_on_issue(case, issue)
    return claim(case, title, rows) if rows else title
