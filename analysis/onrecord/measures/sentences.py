"""The sentences of the article: those of its body, those that a cell names, their places in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from onrecord.coding.case import Case


def body(case: Case) -> pd.DataFrame:
    """The sentences of the body, without headline, standfirst, dateline and captions."""
    return case.sentences[case.sentences["role"] == "body"]


def sentences_of(case: Case, cell: str) -> list[str]:
    """The ids of the sentences that a `sentence` cell names: one, or a range ``S04-S06``."""
    first, last = _ends(cell)
    if first == last:
        return [cell]
    return list(case.sentences.index[place_of(case, first) : place_of(case, last) + 1])


def place_of(case: Case, cell: str) -> int:
    """The place among the article's sentences, 0 first, of the first that a cell names. KeyError: there is none."""
    first, _ = _ends(cell)
    (place,) = case.sentences.index.get_indexer([first])
    if place < 0:
        raise KeyError(first)
    return int(place)


def _ends(cell: str) -> tuple[str, str]:
    """The first and the last sentence that a cell names; in a corpus the case's id stands before."""
    article, slash, local = cell.rpartition("/")
    first, _, last = local.partition("-")
    return article + slash + first, article + slash + (last or first)
