"""A position as words: who affirms or rejects what, and how firmly (rules P2 to P4)."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.wording.actors import actor_name, again, is_plural
from onrecord.wording.claim import claim
from onrecord.wording.english import all_english
from onrecord.wording.naming import label, listed
from onrecord.wording.propositions import issue_clause
from onrecord.wording.quoting import verbatim
from onrecord.wording.reporting import reported, reported_again, speaker_name


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


def given_by_others(case: Case) -> pd.DataFrame:
    """The positions that others give an actor: never printed as what it says."""
    return case.positions[case.positions["basis"] != "self_stated"]


def position_lines(case: Case, positions: Iterable[str], naming: bool = False) -> list[Markup]:
    """Each position as a claim, followed by the statements it rests on; `naming` opens with the actor."""
    return [_with_words(case, position, naming) for position in positions]


def _with_words(case: Case, position: str, naming: bool) -> Markup:
    row = case.positions.loc[position]
    held = actor_holds(case, position) if naming else holds(case, position)
    doubt = all_english("confidence", "doubt").get(row["confidence"], "")
    stance = claim(case, Markup("{}{}").format(held, doubt), [position])
    told = [claim(case, _in_words(case, statement), [statement]) for statement in row["evidence"]]
    return Markup(" ").join([stance, *told])


def _in_words(case: Case, statement: str) -> Markup:
    """The statement, its speaker named as in a sentence that follows one on the same speaker."""
    named = speaker_name(case, statement) == actor_name(case, case.statements.at[statement, "speaker"])
    return reported_again(case, statement) if named else reported(case, statement)


def given_position_lines(case: Case, positions: Iterable[str]) -> list[Markup]:
    """Each position given by others, with who gives it, followed by their statements."""
    return [_given(case, position) for position in positions]


def _given(case: Case, position: str) -> Markup:
    row = case.positions.loc[position]
    held = Markup("{} {}").format(_by_whom(case, row), actor_holds(case, position))
    told = [claim(case, reported(case, statement), [statement]) for statement in row["evidence"]]
    return Markup(" ").join([claim(case, held, [position]), *told])


def _by_whom(case: Case, row: pd.Series) -> str:
    if row["basis"] == "inferred_from_action":
        return "By inference from what it does, as the analyst notes,"
    givers = dict.fromkeys(actor_name(case, case.statements.at[statement, "speaker"]) for statement in row["evidence"])
    return f"According to {listed(list(givers))}, and not in words of its own,"
