"""Whether a coding is still a draft, and what the draft saw and left alone.

What a draft does not hold may stand in the article all the same. While a coding is one, no count, share or absence is
said of the article: only what the draft has coded is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.coding.vocabularies import BY_PROGRAM
from onrecord.measures.sentences import body, sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.coding.case import Case
    from onrecord.measures.corpus import Corpus

_QUOTED = re.compile(r"[“\"]((?:(?!\n\n)[^“”\"])+)[”\"]")  # within a paragraph
_SHORTEST = 5  # words in quote marks; fewer may be a title or a turn of phrase


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
    """The sentences in which the draft saw an attribution that it did not code, and those with words in quote marks of
    which it coded nothing, in text order."""
    refs = {ref for found in case.notes["ref"][case.notes["kind"] == "left_out"] for ref in found}
    refs |= set(_quoting(case)) - coded_in(case)
    refs -= set(said_by_nobody(case))
    return tuple(sentence for sentence in case.sentences.index if sentence in refs)


def coded_in(case: Case) -> set[str]:
    """The sentences that hold an attributed statement, or a part of one."""
    return _sentences_with(case, "attributed")


def said_by_nobody(case: Case) -> tuple[str, ...]:
    """The sentences that hold a statement whose speaker is left open, in text order."""
    found = _sentences_with(case, "unspecified")
    return tuple(sentence for sentence in case.sentences.index if sentence in found)


def _sentences_with(case: Case, attribution: str) -> set[str]:
    cells = case.statements["sentence"][case.statements["attribution"] == attribution]
    return {sentence for cell in cells for sentence in sentences_of(case, cell)}


def _quoting(case: Case) -> Iterator[str]:
    """The sentences of the body that stand in quote marks, or in part."""
    sentences = body(case)
    for found in _QUOTED.finditer(case.article.text):
        if len(found[1].split()) >= _SHORTEST:
            first = sentences["end"].searchsorted(found.start(), side="right")
            yield from sentences.index[first : sentences["start"].searchsorted(found.end())]
