"""What an actor says: how firmly, and about whom."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.draft import is_drafted
from onrecord.wording.actors import actor_name, agree
from onrecord.wording.briefed_actor import statements_of
from onrecord.wording.citations import cites
from onrecord.wording.drafted import drafted_as
from onrecord.wording.english import english
from onrecord.wording.naming import capital, words
from onrecord.wording.quoting import span_words
from onrecord.wording.reporting import reported
from onrecord.wording.table import Table


def statements_table(case: Case, actor: str) -> Table:
    """The actor's counted attributed statements, in text order; a sentence where there is none."""
    name, speaks = actor_name(case, actor), agree(case, [actor], "does", "do")
    none = f"{capital(name)} {speaks} not speak in this source."
    return Table(
        "Statements, in text order",
        ["As the article reports it", "Act", "Certainty", "About", "Source"],
        [_statement(case, row) for row in statements_of(case, actor).index],
        empty=drafted_as(case, f"no statement of {name}", none),
    )


def _certainty(case: Case, row: str, certainty: str) -> str:
    """How firmly it is said, and the words that hedge; nothing where a draft has seen none."""
    hedges = span_words(case, row, "hedge", ", ")
    if not hedges and is_drafted(case, row):
        return ""
    return english("certainty", certainty, "label") + (f" (“{hedges}”)" if hedges else "")


def _statement(case: Case, row: str) -> list[str | Markup]:
    statement = case.statements.loc[row]
    return [
        reported(case, row, naming=False),
        words(statement["speech_act"]),
        _certainty(case, row, statement["certainty"]),
        "" if pd.isna(statement["target"]) else capital(actor_name(case, statement["target"])),
        cites(case, [row]),
    ]
