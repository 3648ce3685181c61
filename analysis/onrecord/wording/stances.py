"""A position as words: who affirms or rejects what, and how firmly (rules P2 to P4)."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.wording.actors import actor_name, again, is_plural
from onrecord.wording.naming import label, listed
from onrecord.wording.propositions import issue_clause
from onrecord.wording.quoting import verbatim


def stance_verb(stance: int, plural: bool = False) -> str:
    """``affirms``, ``reject`` …; the plural for several actors."""
    word = "affirm" if stance > 0 else "reject" if stance < 0 else "take"
    return word if plural else word + "s"


def holds(case: Case, position: str) -> Markup:
    """ "affirms that …", "rejects the proposition that …", "affirms, but with the hedge “could”, the proposition …"."""
    row = case.positions.loc[position]
    proposition = _without_own_name(case, row["actor"], issue_clause(case, row["issue"]))
    verb = stance_verb(row["stance"], is_plural(case, row["actor"]))
    if row["stance"] == 0:
        return Markup("{} an explicitly neutral or mixed line on whether {}").format(verb, proposition)
    that = "that" if row["stance"] == 2 else "the proposition that"
    return Markup("{}{} {} {}").format(verb, _qualification(case, row), that, proposition)


def actor_holds(case: Case, position: str) -> Markup:
    """``Belarus affirms that …``."""
    return Markup("{} {}").format(actor_name(case, case.positions.at[position, "actor"]), holds(case, position))


def _without_own_name(case: Case, actor: str, proposition: str) -> str:
    """ "Belarus rejects the proposition that it joins …": the actor's name at the start is not said again."""
    rest = proposition.removeprefix(f"{label(case, actor)} ")
    return proposition if rest == proposition or is_plural(case, actor) else f"{again(case, actor)} {rest}"


def _qualification(case: Case, row: pd.Series) -> Markup:
    """How the stance is qualified, with the hedge words of its evidence; '' where it is not."""
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
