"""Whose words these are: the licence of the code does not cover the article."""

from __future__ import annotations

from onrecord.coding.case import Case
from onrecord.wording.claim import Prose, only_note


def rights(case: Case) -> Prose:
    """A note that names the publisher."""
    owner = case.article.publisher.name
    licence = "the licence of the program that made this document covers the program only"
    return only_note(f"The article is quoted from {owner}, to whom its words belong; {licence}.")
