"""Which articles go back to one origin: they share text, or a quotation."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import networkx as nx

from onrecord.measures.verbatim_quotes import verbatim_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.coding.case import Case

Window = tuple[str, ...]

WINDOW = 5  # words that must agree in a row
NEAR_DUPLICATE = 0.5  # of the windows of the shorter text
QUOTE_WORDS = 4  # shorter quotations are found by two reporters independently


def origin_clusters(cases: Sequence[Case]) -> list[tuple[str, ...]]:
    """The ids of the cases, in clusters of one origin each; order of `cases`.

    Two articles have one origin where half of the five-word windows of the shorter stand in the longer, or where they
    quote the same words, four or more. A text is compared with the first of each cluster of near-duplicates only, so
    that many copies of one report take time in proportion to their number. Origin carries over: A with B, B with C.
    """
    graph: nx.Graph = nx.Graph()
    graph.add_nodes_from(case.id for case in cases)
    graph.add_edges_from(_same_text(cases))
    graph.add_edges_from(_same_quotation(cases))
    order = {case.id: at for at, case in enumerate(cases)}
    clusters = [tuple(sorted(cluster, key=order.__getitem__)) for cluster in nx.connected_components(graph)]
    return sorted(clusters, key=lambda cluster: order[cluster[0]])


def _same_text(cases: Sequence[Case]) -> Iterator[tuple[str, str]]:
    first: dict[str, set[Window]] = {}  # the first article of each cluster -> its windows
    holders: dict[Window, list[str]] = {}
    for case in cases:
        windows = _windows(case.article.text)
        shared = Counter(holder for window in windows for holder in holders.get(window, ()))
        near = [one for one, n in shared.items() if n >= NEAR_DUPLICATE * min(len(windows), len(first[one]))]
        yield from ((case.id, one) for one in near)
        if not near:
            first[case.id] = windows
            for window in windows:
                holders.setdefault(window, []).append(case.id)


def _same_quotation(cases: Sequence[Case]) -> Iterator[tuple[str, str]]:
    first: dict[Window, str] = {}
    for case in cases:
        for words in verbatim_quotes(case)["words"]:
            quotation = tuple(_words(" ".join(words)))
            if len(quotation) >= QUOTE_WORDS:
                yield case.id, first.setdefault(quotation, case.id)


def _windows(text: str) -> set[Window]:
    words = _words(text)
    width = min(WINDOW, len(words)) or 1
    return {tuple(words[at : at + width]) for at in range(len(words) - width + 1)}


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
