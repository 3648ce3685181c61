"""Actors of different roots, tied by their stances, as a graph to draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from onrecord.measures.congruence import dyads_between_roots
from onrecord.measures.frames import joined, named_rows
from onrecord.measures.minimums import too_few

if TYPE_CHECKING:
    from onrecord.coding.case import Case
    from onrecord.measures.corpus import Corpus

PAIRS = "pairs of actors from different states or organisations with positions on the same issue"


@dataclass(frozen=True)
class Network:
    """`graph`, or None where `reason` says why; `n` dyads on the rows `ids`."""

    graph: nx.Graph | None
    n: int
    ids: tuple[str, ...] = ()
    reason: str = ""


def dyad_network(cases: Case | Corpus) -> Network:
    """Undirected; nodes are actors (attributes name, root), an edge is a dyad between roots (attributes weight =
    subtract normed by average activity, congruence, conflict, issues, rows). None below 3 dyads.
    """
    found = dyads_between_roots(cases)
    ids = joined(found["rows"])
    if reason := too_few("network", len(found), PAIRS):
        return Network(None, len(found), ids, reason)
    graph: nx.Graph = nx.Graph()
    for dyad in named_rows(found):
        for actor, root in ((dyad.a, dyad.root_a), (dyad.b, dyad.root_b)):
            graph.add_node(actor, name=cases.actors.at[actor, "name"], root=root)
        graph.add_edge(dyad.a, dyad.b, weight=dyad.subtract_normed, **_facts(dyad))
    return Network(graph, len(found), ids)


def _facts(dyad: Any) -> dict[str, Any]:
    return {"congruence": dyad.congruence, "conflict": dyad.conflict, "issues": dyad.issues, "rows": dyad.rows}
