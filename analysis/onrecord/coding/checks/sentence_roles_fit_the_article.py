"""Headline and standfirst are the lines equal to those fields of article.yml (rule U5)."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.coding.checks.rule import Breaches, rule
from onrecord.coding.reading import Coding
from onrecord.coding.tables import RecordedSentence
from onrecord.coding.vocabularies import HEAD_ROLES
from onrecord.problems import Problem, problem
from onrecord.source.article import Article


@rule("E-RULE-U5", RecordedSentence)
def a_head_is_the_field_of_its_name(coding: Coding, row: RecordedSentence) -> Breaches:
    """A sentence with the role headline or standfirst is that field of article.yml."""
    if row.role in HEAD_ROLES:
        field = getattr(coding.described, row.role).strip()
        if row.text.strip() != field:
            yield "role", f"{row.id} is not the {row.role} of article.yml, {field[:60]!r}"


def the_field_has_its_sentence(coding: Coding) -> Iterator[Problem]:
    """A line equal to the headline or standfirst of article.yml has that role."""
    if coding.article:
        for head in HEAD_ROLES:
            yield from _without_its_role(coding, coding.article, head)


def _without_its_role(coding: Coding, article: Article, head: str) -> Iterator[Problem]:
    field = getattr(article, head).strip()
    rows = [(number, row) for number, row in coding.table("sentences") if row.read("text", "").strip() == field]
    if field and rows and not {row.read("role", head) for _, row in rows} & set(HEAD_ROLES):
        number, row = rows[0]
        found = f"the {head} of article.yml has the role {row.role}"
        yield problem("E-RULE-U5", "sentences.csv", number, "role", found=found)
