"""The issue as a proposition, its kind, and how a stance on it is to be read."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.wording.briefed_issue import rows_on_issue
from onrecord.wording.claim import Prose, claim, only_note, paragraph
from onrecord.wording.drafted import drafted_as
from onrecord.wording.english import english
from onrecord.wording.naming import typeset


def proposition(case: Case, issue: str) -> Prose:
    """Two sentences cited from what rests on the issue; a note where nothing does."""
    row, on_it = case.issues.loc[issue], rows_on_issue(case, issue)
    sentence = Markup("The proposition is: <em>{}</em>").format(typeset(row["proposition"]).rstrip("."))
    reading = _reading(row["kind"])
    if not on_it:
        none = drafted_as(case, "no statement on it", "No statement of this article is coded on it.")
        return only_note(Markup("{}. {}. {}").format(sentence, reading, none))
    return Prose((paragraph(claim(case, sentence, on_it), claim(case, reading, on_it)),))


def _reading(kind: str) -> str:
    """How a stance on an issue of that kind is to be read."""
    about, affirming = english("issue_kind", kind), english("issue_kind", kind, "to affirm is to")
    return f"It is about {about}; to affirm it is to {affirming}, not to approve of it"
