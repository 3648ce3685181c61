"""What the sections of an actor brief share: the actor's own statements, and the rows that name it."""

from __future__ import annotations

import pandas as pd

from onrecord.coding.case import Case
from onrecord.measures.counted import attributed, counted
from onrecord.wording.events import taking_part

UNNAMED = "No row of the coding names {}."


def statements_of(case: Case, actor: str) -> pd.DataFrame:
    """The actor's counted attributed statements, in text order."""
    statements = attributed(case)
    return statements[statements["speaker"] == actor]


def rows_on(case: Case, actor: str) -> list[str]:
    """The actor's own statements; where it makes none, the rows that name it."""
    return list(statements_of(case, actor).index) or naming(case, actor)


def naming(case: Case, actor: str) -> list[str]:
    """Rows that name the actor: statements aimed at it, events and relations with it; else its mentions."""
    statements, relations = counted(case), case.relations
    aimed = statements.index[statements["target"] == actor]
    tied = relations.index[(relations["source"] == actor) | (relations["target"] == actor)]
    rows = [*aimed, *taking_part(case, actor), *tied]
    return rows or list(case.mentions.index[case.mentions["entity"] == actor])
