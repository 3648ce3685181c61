"""A position as words: who affirms or rejects what, and how firmly (rules P2 to P4)."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.wording.naming import again, is_plural, issue_clause, label, listed
from onrecord.wording.quoting import verbatim


def verb(stance: int, plural: bool = False) -> str:
    """``affirms``, ``reject`` …; the plural for several actors."""
    word = "affirm" if stance > 0 else "reject" if stance < 0 else "take"
    return word if plural else word + "s"


def holds(case: Case, position: str) -> Markup:
    """ "affirms that …", "rejects the proposition that …", "affirms, but with the hedge “could”, the proposition …"."""
    row = case.positions.loc[position]
    proposition = _without_own_name(case, row["actor"], issue_clause(case, row["issue"]))
    several = is_plural(case, row["actor"])
    if row["stance"] == 0:
        return Markup("{} an explicitly neutral or mixed line on whether {}").format(verb(0, several), proposition)
    that = "that" if row["stance"] == 2 else "the proposition that"
    return Markup("{}{} {} {}").format(verb(row["stance"], several), qualification(case, position), that, proposition)


def _without_own_name(case: Case, actor: str, proposition: str) -> str:
    """ "Belarus rejects the proposition that it joins …": the actor's name at the start is not said again."""
    rest = proposition.removeprefix(f"{label(case, actor)} ")
    return proposition if rest == proposition or is_plural(case, actor) else f"{again(case, actor)} {rest}"


def qualification(case: Case, position: str) -> Markup:
    """How the stance is qualified, with the hedge words of its evidence; '' where it is not."""
    row = case.positions.loc[position]
    if abs(row["stance"]) != 1:
        return Markup("")
    hedges = [
        verbatim(statement, case.article.text[start:end])
        for statement in row["evidence"]
        for start, end in case.pieces(statement, "hedge")
    ]
    if hedges:
        return Markup(", but with the {} {},").format("hedge" if len(hedges) == 1 else "hedges", listed(hedges))
    return Markup(", but only conditionally or by implication,")


def self_stated(case: Case) -> pd.DataFrame:
    """The positions that actors state themselves: the only ones that are printed as what an actor says."""
    return case.positions[case.positions["basis"] == "self_stated"]
