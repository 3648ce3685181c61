"""What stands beside a drawing: its text alternative and the line under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from onrecord.measures.draft import is_draft
from onrecord.wording.coding_basis import basis_line, unread_part
from onrecord.wording.dates import as_of_words
from onrecord.wording.labels import sentence_labels, signed, voice_name
from onrecord.wording.propositions import proposition_text

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


def position_fact(case: Case, position: Any, rests: str) -> str:
    """A position as a sentence: who, sign and number, the proposition, on what it rests, where."""
    named = "without a name in the draft" if is_draft(case) else "not named"
    manner = f", source {named} or second-hand" if position.dagger else ""
    where = sentence_labels(case, position.evidence)
    return f"{_held(case, position)}, {rests}{manner} ({where})."


def _held(case: Case, position: Any) -> str:
    proposition = proposition_text(case, position.issue).rstrip(". ")
    return f"{voice_name(case, position.actor)}: {signed(int(position.stance))} on “{proposition}”"
