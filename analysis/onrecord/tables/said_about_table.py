"""What others say of an actor, as their statements."""

from __future__ import annotations

from markupsafe import Markup

from onrecord.coding.case import Case
from onrecord.measures.counted import counted
from onrecord.measures.draft import is_drafted
from onrecord.wording.actors import actor_name
from onrecord.wording.citations import cites
from onrecord.wording.cueing import cue_words
from onrecord.wording.drafted import drafted_as
from onrecord.wording.in_full import in_full
from onrecord.wording.naming import capital
from onrecord.wording.quoting import own_words
from onrecord.wording.relaying import relayed_through
from onrecord.wording.reporting import reported, speaker_name
from onrecord.wording.table import Table


def said_about_table(case: Case, actor: str) -> Table:
    """The counted statements aimed at the actor by others, in text order: whose they are, and in which words."""
    others = counted(case)[lambda frame: (frame["target"] == actor) & (frame["speaker"] != actor)]
    at = f"directed at {actor_name(case, actor)}"
    return Table(
        "Said by others, in text order",
        ["Who", "As the article has it", "Source"],
        [[_whose(case, row), _what(case, row), cites(case, [row])] for row in others.index],
        empty=drafted_as(case, f"no statement as {at}", f"No statement is coded as {at}."),
        optional=True,
    )


def _whose(case: Case, row: str) -> str:
    statement = case.statements.loc[row]
    if statement["attribution"] == "attributed":
        return ", ".join(filter(None, [capital(speaker_name(case, row)), relayed_through(case, row)]))
    drafted = is_drafted(case, row)
    if statement["attribution"] == "narrator":
        return "Without a source in the draft" if drafted else "The article itself"
    cue = cue_words(case, row).casefold()
    return "Left open in the draft" if drafted else "Nobody named" + (f" (“{cue}”)" if cue else "")


def _what(case: Case, row: str) -> Markup:
    """What is said; the article's own words in quote marks where no speaker is given."""
    if whole := in_full(case, [row]):
        return whole
    attributed = case.statements.at[row, "attribution"] == "attributed"
    return reported(case, row, naming=False) if attributed else own_words(case, row)
