"""Whom and what a briefing of a case can be about: its actors and its issues."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.coding.case import Case
    from onrecord.coding.reading import Coding

SUBJECTS = ("actor", "issue")


def subjects(coding: Coding) -> dict[str, dict[str, str]]:
    """Whom and what a briefing of the case can be asked for, each id with its words.

    Left out are the publisher, whose voice is the whole text's, and holders that the text does not name.
    """
    narrator = coding.article.publisher.actor if coding.article else ""
    actors = [row for _, row in coding.table("actors") if row.id != narrator and row.type != "unspecified"]
    return {
        "actor": {row.id: row.name for row in actors},
        "issue": {row.id: row.proposition for _, row in coding.table("issues")},
    }


def built(case: Case) -> dict[str, list[str]]:
    """Whom and what a build makes briefings about unasked: speakers, those spoken about but not heard; the issues."""
    from onrecord.measures.not_heard import spoken_about_not_heard
    from onrecord.measures.speakers import speaker_counts

    actors = [*speaker_counts(case)["speaker"], *spoken_about_not_heard(case)["actor"]]
    return {"actor": actors, "issue": list(case.issues.index)}
