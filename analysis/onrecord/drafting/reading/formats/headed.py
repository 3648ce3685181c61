"""From paragraphs, some of which a style marks as headline or summary, to the page that they make."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from onrecord.drafting.reading.formats.page import Page, lines

OPENING = 6  # paragraphs among which headline and summary stand


class Paragraph(NamedTuple):
    """Its words, and what its style says it is: headline, standfirst, label or ''."""

    words: str
    role: str = ""


def page_from(paragraphs: Iterable[Paragraph], language: str = "", title: str = "", said: tuple[str, ...] = ()) -> Page:
    """The page of these paragraphs; `title`, the file's own, is the headline only where it stands at their head."""
    found = [Paragraph(line, role) for words, role in paragraphs for line in lines(words)]
    opening = found[:OPENING]
    headline = role_of(opening, "headline") or next((p.words for p in opening if p.words == title), "")
    text = "\n".join(paragraph.words for paragraph in found)
    standfirst = role_of(opening, "standfirst")
    labels = tuple(paragraph.words for paragraph in found if paragraph.role == "label")
    return Page(text, headline, standfirst=standfirst, language=language, headed=True, said=said, labels=labels)


def role_of(opening: list[Paragraph], role: str) -> str:
    """The first of these paragraphs that has the role, or ''."""
    return next((paragraph.words for paragraph in opening if paragraph.role == role), "")
