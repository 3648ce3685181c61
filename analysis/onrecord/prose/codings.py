"""Which two codings are compared."""

from __future__ import annotations

from onrecord.coding.case import Case
from onrecord.measures.agreement.alignment import Alignment
from onrecord.wording.claim import Prose, facts
from onrecord.wording.coding_basis import basis_line
from onrecord.wording.undecided_rows import counted_line


def codings(alignment: Alignment) -> Prose:
    """Case, coder and basis of A and of B, and which rows are counted where not all are."""
    both = [(name, _coding(case)) for name, case in (("A", alignment.a), ("B", alignment.b))]
    counted = counted_line(alignment)
    return Prose((facts([*both, *([("Counted", counted)] if counted else [])]),))


def _coding(case: Case) -> str:
    return f"{case.id}: {case.article.coder or 'coder not recorded'}; {basis_line(case)}"
