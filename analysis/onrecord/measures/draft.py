"""Whether a coding is still a draft, and what the draft saw and left alone.

What a draft does not hold may stand in the article all the same. While a coding is one, no count, share or absence is
said of the article: only what the draft has coded is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.coding.vocabularies import BY_PROGRAM

if TYPE_CHECKING:
    from onrecord.coding.case import Case
    from onrecord.measures.corpus import Corpus


def is_draft(case: Case | Corpus) -> bool:
    """Whether rows that a program made, and no person ever opened, stand in the coding; of several, in one.

    Who signs a coding as a whole has opened its rows, unless they say that some are signed unread.
    """
    cases: list[Case] = getattr(case, "cases", [case])
    return any(_is_draft(one) for one in cases)


def _is_draft(case: Case) -> bool:
    opened = case.signed_off and not case.signed_unread
    return not opened and not BY_PROGRAM.isdisjoint(case.basis_counts)


def is_drafted(case: Case, statement: str) -> bool:
    """Whether a program made that statement, and no person has reviewed it."""
    return is_draft(case) and case.statements.at[statement, "coding_basis"] in BY_PROGRAM


def left_alone(case: Case) -> tuple[str, ...]:
    """The sentences in which the draft saw an attribution that it did not code, in text order."""
    refs = {ref for found in case.notes["ref"][case.notes["kind"] == "left_out"] for ref in found}
    return tuple(sentence for sentence in case.sentences.index if sentence in refs)
