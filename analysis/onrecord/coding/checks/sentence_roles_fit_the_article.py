"""Headline and standfirst are the lines equal to those fields of article.yml (rule U5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.coding.checks.rule import rule
from onrecord.coding.reading import Coding
from onrecord.coding.tables import UnreadableError
from onrecord.problems import Problem, problem

HEADS = ("headline", "standfirst")


@rule("E-RULE-U5", "sentences")
def a_head_is_the_field_of_its_name(coding: Coding, row: Any) -> Iterator[tuple[str, str]]:
    """A sentence with the role headline or standfirst is that field of article.yml."""
    if row.role in HEADS and coding.article:
        field = getattr(coding.article, row.role).strip()
        if row.text.strip() != field:
            yield "role", f"{row.id} is not the {row.role} of article.yml, {field[:60]!r}"


def the_field_has_its_sentence(coding: Coding) -> Iterator[Problem]:
    """A line equal to the headline or standfirst of article.yml has that role."""
    for head in HEADS if coding.article else ():
        field = getattr(coding.article, head).strip()
        rows = [(number, row) for number, row in coding.table("sentences") if _read(row, "text", "").strip() == field]
        roles = [_read(row, "role", head) for _, row in rows]
        if field and rows and not set(roles) & set(HEADS):
            number, row = rows[0]
            found = f"the {head} of article.yml has the role {row.role}"
            yield problem("E-RULE-U5", "sentences.csv", number, "role", found=found)


def _read(row: Any, field: str, otherwise: str) -> str:
    try:
        return getattr(row, field)
    except UnreadableError:
        return otherwise
