"""What else is said on the issue: the publisher's statements, unattributed ones, reports."""

from __future__ import annotations

from onrecord.coding.case import Case
from onrecord.measures.counted import counted
from onrecord.wording.claim import Prose, absent, bullets, claim
from onrecord.wording.drafted import drafted_as
from onrecord.wording.in_full import in_full
from onrecord.wording.reporting import reported


def also_said(case: Case, issue: str) -> Prose:
    """A list of the counted statements on the issue that carry no position; left out of a document where none does."""
    carrying = {statement for found in case.positions["evidence"] for statement in found}
    on_it = counted(case)[lambda frame: frame["issue"] == issue].index
    rows = [statement for statement in on_it if statement not in carrying]
    if not rows:
        return absent(drafted_as(case, "nothing else on it", "Nothing else in the article is coded on this issue."))
    return Prose((bullets(claim(case, in_full(case, [row]) or reported(case, row), [row]) for row in rows),))
