"""How the rows of a coding were made, and whether a person has reviewed them."""

from __future__ import annotations

from onrecord.coding.case import Case
from onrecord.coding.vocabularies import UNREVIEWED
from onrecord.wording.english import english


def basis_line(case: Case) -> str:
    """How many rows were coded how: "215 rows coded by an AI assistant"."""
    parts = [f"{count:,} {english('coding_basis', basis)}" for basis, count in case.basis_counts.items()]
    first, *rest = parts or ["nothing coded yet"]
    return ", ".join([first.replace(" ", " rows ", 1) if parts else first, *rest])


def unread_part(case: Case) -> str:
    """How many of the rows were signed off unread: "27 of 28 rows signed unread"; empty where none was."""
    if not case.signed_unread:
        return ""
    return f"{case.signed_unread:,} of {sum(case.basis_counts.values()):,} rows signed unread"


def signing_word(case: Case) -> str:
    """What a person did who answers for a coding: who left rows unread did not review it."""
    return "Signed" if case.signed_unread else "Reviewed"


def unreviewed_line(case: Case) -> str:
    """The sentence that stays on every page until a person has reviewed the coding."""
    total = sum(case.basis_counts.values())
    share = f"All {total:,}" if case.unreviewed == total else f"{case.unreviewed:,} of the {total:,}"
    makers = [english("coding_basis", basis) for basis in case.basis_counts if basis in UNREVIEWED]
    return f"Not reviewed by a person. {share} rows of the coding were {' or '.join(makers)}."
