"""The article is the one that was coded (rule U1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Set

from onrecord.coding.reading import Coding
from onrecord.coding.spans import CodedSpan
from onrecord.problems import Problem, problem

_SHOWN = 40  # spans named in the message
_START = 16  # characters by which a sentence is looked for


def text_is_the_coded_one(coding: Coding) -> Iterator[Problem]:
    """E-TEXT-CHANGED, with the spans whose sentence no longer stands in the text; none where that cannot be read."""
    if coding.text_changed and coding.text is not None:
        expected, lost = coding.described.sha256, _lost(coding, coding.text)
        yield problem("E-TEXT-CHANGED", "article.txt", found=coding.sha256, expected=expected, lost=lost)


def _lost(coding: Coding, text: str) -> str:
    gone = _sentences_gone(coding, text)
    lost = [span for span in coding.spans if gone.intersection(span.sentence.split("-"))]
    if not lost:
        return f"all {len(coding.spans)} coded spans stand in sentences that it still holds"
    more = f", and {len(lost) - _SHOWN} more" if len(lost) > _SHOWN else ""
    are = "span no longer stands" if len(lost) == 1 else "spans no longer stand"
    return f"{len(lost)} {are}: {', '.join(map(_named, lost[:_SHOWN]))}{more}"


def _named(span: CodedSpan) -> str:
    return f"{span.record.cells.get('id')} {span.field} {span.words!r} ({span.sentence})"


def _sentences_gone(coding: Coding, text: str) -> set[str]:
    """The ids of the recorded sentences that the text does not hold verbatim."""
    recorded = {name: coding.anchoring_text[start:end] for name, (start, end) in coding.regions.items()}
    standing = _standing(text, set(recorded.values()))
    return {name for name, words in recorded.items() if words not in standing}


def _standing(text: str, wanted: Set[str]) -> set[str]:
    """Those of `wanted` that stand in the text: one pass over it for all of the same, or at least _START, length."""
    found = set()
    for size, starts in _lengths(wanted).items():
        for at in range(len(text) - size + 1):
            found |= {text[at : at + length] for length in starts.get(text[at : at + size], ())}
    return found & wanted


def _lengths(wanted: Set[str]) -> dict[int, dict[str, set[int]]]:
    """How long the sentences are that begin alike, by the length of the beginning and the beginning."""
    lengths: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for words in wanted:
        lengths[min(len(words), _START)][words[:_START]].add(len(words))
    return lengths
