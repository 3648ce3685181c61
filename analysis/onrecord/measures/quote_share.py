"""How much of the body is in somebody's own words.

Frame ``quoted_statements_by_root``: root, name, n, rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.measures.counted import attributed, body
from onrecord.measures.rate import Rate, rate
from onrecord.measures.speakers import root_counts
from onrecord.measures.tally import frame
from onrecord.measures.verbatim_quotes import verbatim_quotes

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case


def quote_share(case: Case) -> Rate:
    """Verbatim quoted code points of the body / code points of the body. Unit: code points.

    The body's length is the sum of the lengths of its sentences. Quote marks, insertions and the white space that
    these leave are not counted; words that two statements quote are counted once. `ids` are the quoting statements,
    `of` the body sentences.
    """
    sentences = body(case)
    regions: dict[str, list[tuple[int, int]]] = {}
    for sentence, start, end in zip(sentences.index, sentences["start"], sentences["end"], strict=True):
        regions.setdefault(_article(sentence), []).append((start, end))
    quoted: set[tuple[str, int]] = set()
    ids = []
    for row in verbatim_quotes(case).itertuples():
        article = _article(row.statement)
        found = {
            (article, point)
            for start, end in row.ranges
            for left, right in regions.get(article, ())
            for point in range(max(start, left), min(end, right))
        }
        if found:
            ids.append(row.statement)
            quoted |= found
    length = int(sentences["text"].str.len().sum())
    return Rate(len(quoted), length, tuple(ids), tuple(sentences.index), "code points of body text")


def quoted_statement_rate(case: Case) -> Rate:
    """Attributed statements with a quote, whole or in part / |A|. Unit: statements."""
    rows = attributed(case)
    return rate(rows.index[rows["quote_type"] != "none"], rows.index, "attributed statements")


def quoted_statements_by_root(case: Case) -> pd.DataFrame:
    """Attributed statements with a quote, by the root of the speaker."""
    quoted = set(quoted_statement_rate(case).ids)
    counts = root_counts(case)
    rows = [tuple(row for row in rows if row in quoted) for rows in counts["rows"]]
    columns = {"root": list(counts["root"]), "name": list(counts["name"]), "n": [len(found) for found in rows]}
    found = frame(columns | {"rows": rows}, {"root": "str", "name": "str", "n": "int64"})
    return found[found["n"] > 0].reset_index(drop=True)


def _article(row: str) -> str:
    """The case that a row of a corpus belongs to; "" in a single case."""
    return row.rpartition("/")[0]
