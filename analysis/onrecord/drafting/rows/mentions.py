"""The words by which the draft's sources are named, and the places that the text surely speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from onrecord.drafting.rows.regions import Region
from onrecord.drafting.rows.statements import Drafted
from onrecord.drafting.sources.countries import by_word, name_of, pattern
from onrecord.source.sentences import Sentence

SURE = re.compile(r"\b(?:in|across|throughout|inside)\s+$")


def sources(text: str, drafted: Sequence[Drafted]) -> list[dict[str, Any]]:
    """One row for each source that names or points to an actor."""
    rows, seen = [], set()
    for one in drafted:
        if not one.item.source or one.row["attribution"] != "attributed":
            continue
        span = one.item.source[0]
        if (span, one.speaker.actor) in seen:
            continue
        seen.add((span, one.speaker.actor))
        rows.append(
            {
                "id": f"m{len(rows) + 1:03d}",
                "sentence": one.region.cell,
                "text": one.region.words(span),
                "kind": "actor",
                "entity": one.speaker.actor,
                "form": one.speaker.form,
                "confidence": one.speaker.confidence,
                "coding_basis": "extracted",
                "rule": "draft:source",
            }
        )
    return rows


def places(
    text: str, sentences: Sequence[Sentence], starts: Sequence[int], first: int
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows of places and, numbered from `first`, of their mentions: countries behind `in`, `across`, `inside`."""
    found: dict[str, dict[str, Any]] = {}
    mentions = []
    for sentence in sentences:
        if sentence.role not in ("body", "standfirst", "headline"):
            continue
        for match in pattern().finditer(text, sentence.start, sentence.end):
            country = by_word()[match[1]]
            before = text[max(sentence.start, match.start() - 14) : match.start()]
            behind = text[match.end() : match.end() + 3]
            if country.kind != "name" or not SURE.search(before) or re.match(r"[’']s?\b|\s[A-Z]", behind):
                continue
            place = f"pl-{country.iso.lower()}"
            try:
                region = Region(text, sentences, starts, [match.span()])
                words = region.words(match.span())
            except ValueError:
                continue
            found.setdefault(
                place,
                {
                    "id": place,
                    "name": name_of(country.iso),
                    "type": "country",
                    "country": country.iso,
                    "precision": 3,
                    "confidence": "high",
                    "coding_basis": "extracted",
                    "rule": "draft:country_behind_in",
                },
            )
            mentions.append(
                {
                    "id": f"m{first + len(mentions):03d}",
                    "sentence": region.cell,
                    "text": words,
                    "kind": "place",
                    "entity": place,
                    "form": "proper_name",
                    "confidence": "high",
                    "coding_basis": "extracted",
                    "rule": "draft:country_behind_in",
                }
            )
    return list(found.values()), mentions
