"""What stands beside a drawing: its text alternative and the line under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.wording.coding_basis import basis_line, unread_part
from onrecord.wording.dates import as_of_words

if TYPE_CHECKING:
    from onrecord.coding.case import Case

ALT_MOST = 1500  # characters


def alternative(opening: str, facts: Sequence[str]) -> str:
    """A text alternative: the opening sentence, then one sentence a mark, as many as `ALT_MOST` characters hold."""
    text = opening
    for told, fact in enumerate(facts):
        rest = f" And {len(facts) - told} more, in the table."
        needed = len(text) + 1 + len(fact) + (len(rest) if told < len(facts) - 1 else 0)
        if needed > ALT_MOST:
            return text + rest
        text += f" {fact}"
    return text


def figure_note(case: Case, n: str, *legend: str) -> str:
    """The line under a figure: `n`, as of, source, coding basis, then the legend's sentences."""
    reviewed = "not reviewed by a person" if case.unreviewed else unread_part(case) or "reviewed by a person"
    source = f"{case.article.publisher.name} ({case.id})"
    facts = f"{n}. As of {as_of_words(case)}. Source: {source}. Coding: {basis_line(case)}; {reviewed}."
    return " ".join(part for part in (facts, *legend) if part)
