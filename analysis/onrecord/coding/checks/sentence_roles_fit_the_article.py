"""Headline and standfirst are the lines equal to those fields of article.yml (rule U5)."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.coding.checks.rule import Breaches, rule
from onrecord.coding.reading import Coding
from onrecord.coding.tables import RecordedSentence
from onrecord.coding.vocabularies import HEAD_ROLES
from onrecord.problems import Problem, problem


@rule("E-RULE-U5", RecordedSentence)
def a_head_is_the_field_of_its_name(coding: Coding, row: RecordedSentence) -> Breaches:
    """A sentence with the role headline or standfirst is that field of article.yml."""
    if row.role in HEAD_ROLES:
        field = getattr(coding.described, row.role).strip()
        if row.text.strip() != field:
            yield "role", f"{row.id} is not the {row.role} of article.yml, {field[:60]!r}"


def the_field_has_its_sentence(coding: Coding) -> Iterator[Problem]:
    """A line equal to the headline or standfirst of article.yml has that role."""
    for head in HEAD_ROLES if coding.article else ():
        field = getattr(coding.article, head).strip()
        rows = _sentences_of(coding, field) if field else []
        if rows and not any(row.read("role", head) in HEAD_ROLES for _, row in rows):
            number, row = rows[0]
            found = f"the {head} of article.yml has the role {row.role}"
            yield problem("E-RULE-U5", "sentences.csv", number, "role", found=found)


def _sentences_of(coding: Coding, words: str) -> list[tuple[int, RecordedSentence]]:
    """The sentences of just these words, behind their row numbers."""
    return [(number, row) for number, row in coding.table("sentences") if row.read("text", "").strip() == words]
