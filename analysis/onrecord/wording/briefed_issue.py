"""What the sections of an issue brief share: the rows that rest on the issue."""

from __future__ import annotations

from onrecord.coding.case import Case
from onrecord.wording.citations import evidence


def rows_on_issue(case: Case, issue: str) -> list[str]:
    """Statements on the issue and evidence of positions on it."""
    rows = case.statements.index[case.statements["issue"] == issue]
    held = case.positions.index[case.positions["issue"] == issue]
    return list(dict.fromkeys([*rows, *evidence(case, held)]))
