"""The words of each quote that the speaker said: without marks and without the editor's insertions (rule Q2).

Frame: statement, speaker, sentence, words (tuple of str), ranges (tuple of (start, end), code points of the article),
code_points, rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from onrecord.measures.counted import counted
from onrecord.measures.frames import data_frame, named_rows

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case

Stretch = tuple[int, int]
Part = tuple[int, str]  # where some words stand, and the words


def verbatim_quotes(case: Case) -> pd.DataFrame:
    """Every counted statement that quotes; an insertion is taken out with the blank before it, the rest trimmed."""
    said = _said(case)
    quoting = [row for row in counted(case).index if row in said]
    rows, parts = case.statements.loc[quoting], [said[row] for row in quoting]
    return data_frame(
        {
            "statement": quoting,
            "speaker": list(rows["speaker"]),
            "sentence": list(rows["sentence"]),
            "words": [tuple(words for _, words in of) for of in parts],
            "ranges": [tuple((start, start + len(words)) for start, words in of) for of in parts],
            "code_points": [sum(len(words) for _, words in of) for of in parts],
            "rows": [(row,) for row in quoting],
        },
        {"statement": "str", "speaker": "str", "sentence": "str", "code_points": "int64"},
    )


def _said(case: Case) -> dict[str, list[Part]]:
    """Statement -> the parts of its quotes that the speaker said."""
    insertions: dict[str, list[Stretch]] = {}
    for span in _spans(case, "insertion"):
        insertions.setdefault(span.owner, []).append((span.start, span.end))
    found: dict[str, list[Part]] = {}
    for span in _spans(case, "quote"):
        parts = verbatim_parts(span.start, span.text, insertions.get(span.owner, []))
        found.setdefault(span.owner, []).extend(parts)
    return found


def _spans(case: Case, field: str) -> Iterator[Any]:
    return named_rows(case.spans[case.spans["field"] == field])


def verbatim_parts(start: int, text: str, insertions: Sequence[Stretch]) -> list[Part]:
    """The parts of a quote that stands at `start`, with where they stand."""
    parts, begin, end = [], start, start + len(text)
    for left, right in sorted(insertions):
        if begin <= left and right <= end:
            cut = left - 1 if left > begin and text[left - 1 - start].isspace() else left
            parts.append((begin, text[begin - start : cut - start]))
            begin = right
    parts.append((begin, text[begin - start :]))
    return _trimmed([(at, part) for at, part in parts if part])


def _trimmed(parts: list[Part]) -> list[Part]:
    """`parts` without the white space at the outer ends of the quote."""
    full = [number for number, (_, words) in enumerate(parts) if words.strip()]
    kept = parts[full[0] : full[-1] + 1] if full else []
    if kept:
        at, first = kept[0]
        kept[0] = (at + len(first) - len(first.lstrip()), first.lstrip())
        at, last = kept[-1]
        kept[-1] = (at, last.rstrip())
    return kept
