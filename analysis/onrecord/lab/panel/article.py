"""The article for the review: paragraphs sent once, and for each row the words that it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from onrecord.coding.changing.referring import list_values
from onrecord.coding.reading import Coding
from onrecord.lab.reviewing.queue import RowKey
from onrecord.source.anchoring import Span

RESTING_ON = ("evidence", "left", "right", "ref")
WORDED = ("statements", "events", "relations", "positions")  # the tables that those columns refer to
Mark = tuple[int, int, str]  # code points [start, end) and what they are: speaker, cue, content …


def paragraphs(coding: Coding) -> list[dict[str, Any]]:
    """Each paragraph's start, text, and sentences as (id, start, end); offsets are code points of the article."""
    text = coding.anchoring_text
    found: list[list[tuple[str, int, int]]] = []
    last = 0
    for name, (start, end) in coding.regions.items():
        if not found or "\n" in text[last:start]:
            found.append([])
        found[-1].append((name, start, end))
        last = end
    return [{"start": p[0][1], "text": text[p[0][1] : p[-1][2]], "sentences": p} for p in found]


def marks(coding: Coding, key: RowKey) -> list[Mark]:
    """The words that the row is about, in text order: its own, else those of the rows that it rests on or names it."""
    if key.table in ("actors", "places"):
        named = {*_words_of(coding, _naming(coding, key.id), ("mention", "speaker"))}
        return sorted(named or {*_written(coding, key)})
    if key.table == "issues":
        on_it = _with(coding, "statements", "issue", key.id)
        return sorted({*_words_of(coding, on_it, ("speaker", "cue", "content"))})
    return sorted({*_words_of(coding, [key, *_shared(coding, key), *_behind(coding, key)])})


def sentences(coding: Coding, key: RowKey, found: Iterable[Mark]) -> list[str]:
    """The sentences to show for the row: the one that it names, and those of its marks."""
    cells = _cells(coding, key)
    named = [coding.region(cells.get(column, "")) for column in ("sentence", "signal_sentence")]
    spans = [region for region in named if region] or [Span(start, end) for start, end, _ in found]
    return [name for name, region in coding.regions.items() if any(_overlap(region, span) for span in spans)]


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _cells(coding: Coding, key: RowKey) -> dict[str, str]:
    return next((r.cells for r in coding.records.get(key.table, ()) if r.cells.get("id") == key.id), {})


def _words_of(coding: Coding, keys: Iterable[RowKey], fields: tuple[str, ...] = ()) -> Iterator[Mark]:
    wanted = set(keys)
    for span in coding.spans:
        if (span.table, span.record.cells.get("id")) in wanted and (not fields or span.name in fields):
            yield from ((start, end, span.name) for start, end in span.pieces)


def _naming(coding: Coding, row: str) -> list[RowKey]:
    return [*_with(coding, "mentions", "entity", row), *_with(coding, "statements", "speaker", row)]


def _with(coding: Coding, table: str, column: str, row: str) -> list[RowKey]:
    return [RowKey(table, r.cells["id"]) for r in coding.records.get(table, ()) if r.cells.get(column) == row]


def _shared(coding: Coding, key: RowKey) -> list[RowKey]:
    """The statement whose cue this one shares."""
    shared = _cells(coding, key).get("continues", "") if key.table == "statements" else ""
    return [RowKey("statements", shared)] if shared else []


def _behind(coding: Coding, key: RowKey) -> list[RowKey]:
    """The rows that a position, tension or note rests on."""
    cells = _cells(coding, key)
    names = [name for column in RESTING_ON for name in list_values(cells.get(column, ""))]
    found = [RowKey(table, name) for name in names for table in WORDED if name in coding.ids.get(table, ())]
    inner = [k for key in found if key.table == "positions" for k in _behind(coding, key)]
    return found + inner


def _written(coding: Coding, key: RowKey) -> Iterator[Mark]:
    """Where the name or an alias stands, for a row that no other row points at."""
    cells = _cells(coding, key)
    for name in filter(None, {cells.get("name", ""), *list_values(cells.get("aliases", ""))}):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", coding.anchoring_text):
            yield match.start(), match.end(), "mention"


def words_coded(coding: Coding, key: RowKey, field: str) -> str:
    """The words of a row's span, pieces joined by an ellipsis; '' where it has none."""
    for span in coding.spans:
        if (span.table, span.record.cells.get("id"), span.name) == (*key, field) and span.pieces:
            return _joined(coding.anchoring_text, span.pieces)
    return ""


def _joined(text: str, pieces: Sequence[Span]) -> str:
    gaps = [" … " if after.start - before.end > 1 else " " for before, after in pairwise(pieces)]
    return "".join(text[start:end] + gap for (start, end), gap in zip(pieces, [*gaps, ""], strict=True))
