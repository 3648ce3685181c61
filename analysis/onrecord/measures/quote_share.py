"""How much of the body is in somebody's own words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from onrecord.measures.counted import attributed
from onrecord.measures.frames import named_rows
from onrecord.measures.rate import Rate, rate
from onrecord.measures.sentences import body
from onrecord.measures.verbatim_quotes import Stretch, verbatim_quotes

if TYPE_CHECKING:
    from onrecord.coding.case import Case


def quote_share(case: Case) -> Rate:
    """Verbatim quoted code points of the body / code points of the body. Unit: code points.

    The body's length is the sum of the lengths of its sentences. Quote marks, insertions and the white space that
    these leave are not counted; words that two statements quote are counted once. `ids` are the quoting statements,
    `of` the body sentences.
    """
    sentences, regions = body(case), _regions(case)
    found = {
        row.Index: points
        for row in named_rows(verbatim_quotes(case).set_index("statement"))
        if (points := _inside(row.ranges, regions.get(_article(row.Index), ())))
    }
    quoted = {(_article(statement), point) for statement, points in found.items() for point in points}
    length = int(sentences["text"].str.len().sum())
    return Rate(len(quoted), length, tuple(found), tuple(sentences.index), "code points of body text")


def _regions(case: Case) -> dict[str, list[Stretch]]:
    """Article -> the ranges of its body's sentences."""
    found: dict[str, list[Stretch]] = {}
    for row in named_rows(body(case)):
        found.setdefault(_article(row.Index), []).append((row.start, row.end))
    return found


def _inside(ranges: Iterable[Stretch], regions: Iterable[Stretch]) -> set[int]:
    """The code points of `ranges` that lie in one of the `regions`."""
    return {
        point
        for start, end in ranges
        for left, right in regions
        for point in range(max(start, left), min(end, right))
    }  # fmt: skip


def _article(row: str) -> str:
    """The case that a row of a corpus belongs to; "" in a single case."""
    return row.rpartition("/")[0]


def quoted_statement_rate(case: Case) -> Rate:
    """Attributed statements with a quote, whole or in part / |A|. Unit: statements."""
    rows = attributed(case)
    return rate(rows.index[rows["quote_type"] != "none"], rows.index, "attributed statements")
