"""The words of each quote that the speaker said: without marks and without the editor's insertions (rule Q2).

Frame: statement, speaker, sentence, words (tuple of str), ranges (tuple of (start, end), code points of the article),
code_points, rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.measures.counted import counted
from onrecord.measures.tally import frame

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case

Range = tuple[int, int]


def verbatim_quotes(case: Case) -> pd.DataFrame:
    """Every counted statement that quotes; an insertion is taken out with the blank before it, the rest trimmed."""
    rows = counted(case)
    spans = case.spans[case.spans["field"].isin(["quote", "insertion"])]
    quotes: dict[str, list[tuple[int, str]]] = {}
    insertions: dict[str, list[Range]] = {}
    for span in spans.itertuples():
        if span.field == "quote":
            quotes.setdefault(span.owner, []).append((span.start, span.text))
        else:
            insertions.setdefault(span.owner, []).append((span.start, span.end))
    ids = [identifier for identifier in rows.index if identifier in quotes]
    pieces = [
        [piece for start, text in quotes[owner] for piece in verbatim_parts(start, text, insertions.get(owner, []))]
        for owner in ids
    ]
    return frame(
        {
            "statement": ids,
            "speaker": list(rows.loc[ids, "speaker"]),
            "sentence": list(rows.loc[ids, "sentence"]),
            "words": [tuple(text for _, text in of) for of in pieces],
            "ranges": [tuple((start, start + len(text)) for start, text in of) for of in pieces],
            "code_points": [sum(len(text) for _, text in of) for of in pieces],
            "rows": [(owner,) for owner in ids],
        },
        {"statement": "str", "speaker": "str", "sentence": "str", "code_points": "int64"},
    )


def verbatim_parts(start: int, text: str, insertions: list[Range]) -> list[tuple[int, str]]:
    """The parts of a quote that stands at `start`, with where they stand."""
    parts, begin, end = [], start, start + len(text)
    for left, right in sorted(insertions):
        if begin <= left and right <= end:
            cut = left - 1 if left > begin and text[left - 1 - start].isspace() else left
            parts.append((begin, text[begin - start : cut - start]))
            begin = right
    parts.append((begin, text[begin - start :]))
    return _trimmed([(at, part) for at, part in parts if part])


def _trimmed(parts: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """`parts` without the white space at the outer ends of the quote."""
    while parts and not parts[0][1].strip():
        parts = parts[1:]
    while parts and not parts[-1][1].strip():
        parts = parts[:-1]
    if parts:
        at, first = parts[0]
        parts[0] = (at + len(first) - len(first.lstrip()), first.lstrip())
        at, last = parts[-1]
        parts[-1] = (at, last.rstrip())
    return parts
