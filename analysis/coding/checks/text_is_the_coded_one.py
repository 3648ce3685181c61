"""The article is the one that was coded (rule U1)."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.reading import Coding
from analysis.problems import Problem, problem

SHOWN = 40


def text_is_the_coded_one(coding: Coding) -> Iterator[Problem]:
    """E-TEXT-CHANGED, with the spans whose sentence no longer stands in the text."""
    if coding.text_changed:
        yield problem(
            "E-TEXT-CHANGED",
            "article.txt",
            found=coding.sha256,
            expected=coding.article.sha256,
            lost=_lost(coding) if coding.text is not None else "it cannot be read",
        )


def _lost(coding: Coding) -> str:
    gone = _sentences_gone(coding)
    lost = [span for span in coding.spans if gone.intersection(span.sentence.split("-"))]
    if not lost:
        return f"all {len(coding.spans)} coded spans stand in sentences that it still holds"
    owners = [f"{span.record.cells.get('id')} {span.field} {span.words!r} ({span.sentence})" for span in lost]
    more = f", and {len(lost) - SHOWN} more" if len(lost) > SHOWN else ""
    are = "span no longer stands" if len(lost) == 1 else "spans no longer stand"
    return f"{len(lost)} {are}: {', '.join(owners[:SHOWN])}{more}"


def _sentences_gone(coding: Coding) -> set[str]:
    """The ids of the recorded sentences that the text does not hold verbatim."""
    gone, at = set(), 0
    for sentence, (start, end) in coding.regions.items():
        words = coding.anchoring_text[start:end]
        place = coding.text.find(words, at)
        place = place if place >= 0 else coding.text.find(words)
        if place < 0:
            gone.add(sentence)
        else:
            at = place + len(words)
    return gone
