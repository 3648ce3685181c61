"""How an actor stands on an issue, in a few words that no more than its statements allow."""

from __future__ import annotations

from onrecord.coding.case import Case
from onrecord.wording.actors import is_plural
from onrecord.wording.propositions import issue_clause
from onrecord.wording.quoting import span_words
from onrecord.wording.stances import stance_verb


def stance_words(case: Case, position: str) -> str:
    """``affirms``, ``puts it forward as possible (“could”)``, ``rejects, by implication or on a condition`` …

    What is said to be possible only is affirmed by nobody (rule P2: a hedge makes no unqualified stance).
    """
    row = case.positions.loc[position]
    plural, stance = is_plural(case, row["actor"]), row["stance"]
    if stance == 0:
        return f"take{'' if plural else 's'} a line that is expressly neutral or mixed"
    verb = stance_verb(stance, plural)
    if abs(stance) == 2:
        return verb
    hedges = ", ".join(filter(None, (span_words(case, statement, "hedge", ", ") for statement in row["evidence"])))
    if not hedges:
        return f"{verb}, by implication or on a condition"
    possible = all(case.statements.at[statement, "certainty"] == "PS" for statement in row["evidence"])
    if possible and stance > 0:
        return f"put{'' if plural else 's'} it forward as possible (“{hedges}”)"
    return f"{verb}, with a hedge (“{hedges}”)"


def position_words(case: Case, position: str) -> str:
    """``affirms that it rains``, ``rejects the proposition that it rains``: `stance_words`, and on what."""
    row = case.positions.loc[position]
    stance, words, clause = row["stance"], stance_words(case, position), issue_clause(case, row["issue"])
    if stance == 0:
        return f"{words} on whether {clause}"
    if stance > 0:
        return f"{words}{',' if ',' in words else ''} that {clause}"
    return f"{words}{',' if ',' in words else ''} the proposition that {clause}"
