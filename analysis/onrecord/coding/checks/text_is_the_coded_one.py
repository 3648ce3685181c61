"""The article is the one that was coded (rule U1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from onrecord.coding.reading import Coding
from onrecord.problems import Problem, problem

SHOWN = 40  # spans named in the message
START = 32  # characters by which a sentence is looked for


def text_is_the_coded_one(coding: Coding) -> Iterator[Problem]:
    """E-TEXT-CHANGED, with the spans whose sentence no longer stands in the text; none where that cannot be read."""
    if coding.text_changed and coding.text is not None:
        yield problem(
            "E-TEXT-CHANGED",
            "article.txt",
            found=coding.sha256,
            expected=coding.article.sha256,
            lost=_lost(coding),
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
    """The ids of the recorded sentences that the text does not hold verbatim; one pass over the text for all."""
    text, starts, gone = coding.text, defaultdict(set), set()
    for sentence, (start, end) in coding.regions.items():
        words = coding.anchoring_text[start:end]
        if len(words) >= START:
            starts[words[:START]].add((sentence, words))
        elif words not in text:
            gone.add(sentence)
    for at in range(len(text) - START + 1):
        if waiting := starts.get(text[at : at + START]):
            waiting -= {(sentence, words) for sentence, words in waiting if text.startswith(words, at)}
    return gone | {sentence for waiting in starts.values() for sentence, _ in waiting}
