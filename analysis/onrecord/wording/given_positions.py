"""Positions that others give an actor, as cells: who gives them, and the words that they rest on (rule P4)."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.wording.actors import actor_name
from onrecord.wording.naming import capital, listed
from onrecord.wording.quoting import own_words
from onrecord.wording.relaying import without_speaker

EXPLAINED = "no position of its own: the article explains another’s words"


def given_by_others(case: Case) -> pd.DataFrame:
    """The positions that others give an actor: never printed as what it says."""
    return case.positions[case.positions["basis"] != "self_stated"]


def giver(case: Case, position: str) -> str:
    """Who gives the actor the position."""
    row = case.positions.loc[position]
    if row["basis"] == "inferred_from_action":
        return "The analyst, by inference from what it does"
    speakers = dict.fromkeys(actor_name(case, case.statements.at[one, "speaker"]) for one in row["evidence"])
    return capital(listed(list(speakers)))


def is_explained(case: Case, position: str) -> bool:
    """Whether it rests on nothing but a journalist's gloss: what explains a demand is no position of who demands."""
    evidence = case.positions.at[position, "evidence"]
    return all(case.statements.at[one, "speech_act"] == "gloss" for one in evidence)


def given_words(case: Case, position: str) -> Markup:
    """The words that the position rests on; the article's own in quote marks."""
    return Markup("; ").join(_words(case, one) for one in case.positions.at[position, "evidence"])


def _words(case: Case, statement: str) -> Markup:
    attributed = case.statements.at[statement, "attribution"] == "attributed"
    return without_speaker(case, statement) if attributed else own_words(case, statement)
